import type { Command } from 'commander';
import { followConfig } from '../../app/follow-config.ts';
import { pushSiteUrl } from '../../app/push/plan-subscriptions.ts';
import type { Setup } from '../../app/setup.ts';
import { contextOf } from '../context.ts';
import { untilSignal } from '../signals.ts';
import { announce, type ListenOptions, serveApp, withListenOptions } from './start.ts';

export function addServe(program: Command): void {
  withListenOptions(program.command('serve'))
    .description('only the web server, over what a worker or cron publishes')
    .action(async (options: ListenOptions, command: Command) => {
      const context = contextOf(command);
      const app = await context.openReading(takesCalls);
      const following = followConfig(app, context.configPath, () => context.loadSetup());
      process.on('SIGHUP', following.reload);
      try {
        const listening = await serveApp(app, options);
        announce(context.output, app, listening);
        await Promise.race([untilSignal(), following.failed]);
        await Promise.all(listening.map((server) => server.close()));
      } finally {
        following.stop();
        await app.close();
      }
    });
}

/** Whether hubs or subscribers call this process, which then has to note it down. */
function takesCalls(setup: Setup): boolean {
  return pushSiteUrl(setup) !== undefined || setup.config.push.hub;
}
