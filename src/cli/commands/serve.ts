import type { Command } from 'commander';
import { pushSiteUrl } from '../../app/push/plan-subscriptions.ts';
import { contextOf } from '../context.ts';
import { untilSignal } from '../signals.ts';
import { announce, type ListenOptions, serveApp, withListenOptions } from './start.ts';

export function addServe(program: Command): void {
  withListenOptions(program.command('serve'))
    .description('only the web server, over what a worker or cron publishes')
    .action(async (options: ListenOptions, command: Command) => {
      const context = contextOf(command);
      const app = await context.openReading((setup) => pushSiteUrl(setup) !== undefined);
      try {
        const listening = await serveApp(app, options);
        announce(context.output, app, listening);
        await untilSignal();
        await Promise.all(listening.map((server) => server.close()));
      } finally {
        await app.close();
      }
    });
}
