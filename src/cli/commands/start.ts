import { type Command, InvalidArgumentError } from 'commander';
import type { Setup } from '../../app/setup.ts';
import type { ListenOptions } from '../../server/serve-app.ts';
import { contextOf } from '../context.ts';

export function addStart(program: Command): void {
  withListenOptions(program.command('start'))
    .description('worker and web server in one process')
    .action(async (options: ListenOptions, command: Command) => {
      const context = await contextOf(command);
      context.refuseDemo();
      const { servedAt } = await import('../../app/public-url.ts');
      const { runService } = await import('../run-service.ts');
      const loadSetup = (): Setup => {
        const setup = context.loadSetupAloud();
        return { ...setup, config: servedAt(setup.config, options) };
      };
      const app = await context.openApp({ loadSetup });
      await runService(app, context, { listen: options, configPath: context.configPath });
    });
  program
    .command('work')
    .description('only the scheduled worker')
    .action(async (_: unknown, command: Command) => {
      const context = await contextOf(command);
      context.refuseDemo();
      const { runService } = await import('../run-service.ts');
      const app = await context.openApp({ loadSetup: context.loadSetupAloud });
      await runService(app, context, { configPath: context.configPath });
    });
}

/** `--host` and `--port` of the verbs that listen. */
export function withListenOptions(command: Command): Command {
  return command
    .option('--host <address>', 'address to listen on (default: server.host)')
    .option('--port <number>', 'port to listen on (default: server.port)', portNumber);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('a port is a number from 0 to 65535.');
}
