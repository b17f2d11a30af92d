import type { Command } from 'commander';
import type { Reading } from '../../app/open-reading.ts';
import type { ListenOptions } from '../../server/serve-app.ts';
import { contextOf } from '../context.ts';
import type { Output } from '../output.ts';
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
      const following = followConfig(app, context.configPath, context.loadSetupAloud);
      process.on('SIGHUP', following.reload);
      try {
        const listening = await serveApp(app, options);
        const urls = listening.map(({ url }) => url);
        announce(context.output, app, urls);
        await noteOtherPort(options, app, context.output);
        await Promise.race([untilSignal(), following.failed]);
        await Promise.all(listening.map((server) => server.close()));
      } finally {
        following.stop();
        await app.close();
      }
    });
}

/** Whoever publishes beside a server does not know its `--port`. */
async function noteOtherPort(
  { port }: ListenOptions,
  { setup }: Reading,
  output: Output,
): Promise<void> {
  const { site, server } = setup.config;
  if (site.url !== undefined || !port || port === server.port) return;
  const { publicUrlOf } = await import('../../app/public-url.ts');
  output.note(
    `The documents name ${publicUrlOf(setup)}/ as their address; set "site": { "url": … } or server.port in the configuration.`,
  );
}
