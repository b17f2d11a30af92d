import type { Command } from 'commander';
import { contextOf } from '../context.ts';
import type { ListenOptions } from '../run-service.ts';
import { untilSignal } from '../signals.ts';
import { withListenOptions } from './start.ts';

export function addServe(program: Command): void {
  withListenOptions(program.command('serve'))
    .description('only the web server, over what a worker or cron publishes')
    .action(async (options: ListenOptions, command: Command) => {
      const context = await contextOf(command);
      const { followConfig } = await import('../../app/follow-config.ts');
      const { announce, serveApp, takesCalls } = await import('../run-service.ts');
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
