import type { Command } from 'commander';
import type { ListenOptions } from '../../server/serve-app.ts';
import { contextOf } from '../context.ts';
import { untilSignal } from '../signals.ts';
import { withListenOptions } from './start.ts';

export function addServe(program: Command): void {
  withListenOptions(program.command('serve'))
    .description('only the web server, over what a worker or cron publishes')
    .action(async (options: ListenOptions, command: Command) => {
      const context = await contextOf(command);
      const { followConfig } = await import('../../app/follow-config.ts');
      const { serveApp } = await import('../../server/serve-app.ts');
      const { announce } = await import('../run-service.ts');
      const app = await context.openServing();
      const following = followConfig(app, context.configPath, () => context.loadSetup());
      process.on('SIGHUP', following.reload);
      try {
        const listening = await serveApp(app, options);
        const urls = listening.map(({ url }) => url);
        announce(context.output, app, urls);
        await Promise.race([untilSignal(), following.failed]);
        await Promise.all(listening.map((server) => server.close()));
      } finally {
        following.stop();
        await app.close();
      }
    });
}
