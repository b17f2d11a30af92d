import type { Command } from 'commander';
import type { Setup } from '../../app/setup.ts';
import type { ListenOptions } from '../../server/serve-app.ts';
import { contextOf } from '../context.ts';
import type { Output } from '../output.ts';
import { untilSignal } from '../signals.ts';
import { withListenOptions } from './start.ts';

export function addServe(program: Command): void {
  withListenOptions(program.command('serve'))
    .description('only the web server, over what a worker or cron publishes')
    .action(async (listen: ListenOptions, command: Command) => {
      const { configPath, dataDir, databaseUrl, log, logLevel, output, ...context } =
        await contextOf(command);
      const { followConfig } = await import('../../app/follow-config.ts');
      const { startServerThread } = await import('../../server/server-thread.ts');
      const { announce } = await import('../run-service.ts');
      const load = context.loadSetupAloud;
      const setup = load();
      const server = await startServerThread({ dataDir, databaseUrl, logLevel, setup, listen });
      const onSetup = server.useSetup;
      const following = followConfig(setup, { configPath, dataDir, log, load, onSetup });
      process.on('SIGHUP', following.reload);
      try {
        announce(output, setup, server.urls);
        await noteOtherPort(listen, setup, output);
        await Promise.race([untilSignal(), following.failed, server.failed]);
      } finally {
        following.stop();
        await server.close();
      }
    });
}

/** Whoever publishes beside a server does not know its `--port`. */
async function noteOtherPort({ port }: ListenOptions, setup: Setup, output: Output): Promise<void> {
  const { site, server } = setup.config;
  if (site.url !== undefined || !port || port === server.port) return;
  const { publicUrlOf } = await import('../../app/public-url.ts');
  output.note(
    `The documents name ${publicUrlOf(setup)}/ as their address; set "site": { "url": … } or server.port in the configuration.`,
  );
}
