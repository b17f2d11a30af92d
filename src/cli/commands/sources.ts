import type { Command } from 'commander';
import type { AddOptions } from '../../app/edit/edit-sources.ts';
import { trustSentences } from '../../domain/trust-sentence.ts';
import { contextOf } from '../context.ts';
import { noteOtherSources } from '../other-sources.ts';
import { count, table } from '../output.ts';
import { noteLines, probeLine } from '../probe-report.ts';
import { healthCells } from './status.ts';

export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    .description('the sources with their health; add, import and export them');
  sources
    .command('list', { isDefault: true })
    .description('the sources with their health (also without a word)')
    .action(async (_: unknown, command: Command) => listSources(command));
  sources
    .command('add <url>')
    .description('add a feed, or the feed that a web page points to, to the configuration')
    .option(
      '--id <id>',
      'its id (default: made from the address, or from the title where that tells nothing)',
    )
    .option('--title <title>', 'the outlet’s name (default: the feed’s title)')
    .option('--language <tag>', 'language of the edition (default: as its items are written)')
    .option('--country <code>', 'country of the outlet, such as AZ')
    .action(async (url: string, options: AddOptions, command: Command) => {
      const context = await contextOf(command);
      const { addSourceByUrl } = await import('../../app/edit/edit-sources.ts');
      const { describeProbe } = await import('../../app/probe/describe-probe.ts');
      const tools = await context.openProbe({ ownConfig: true });
      try {
        const { declaration, probe, others } = await addSourceByUrl(
          context.configPath,
          url,
          options,
          tools,
        );
        context.output.result(declaration, [
          `added "${declaration.id}" to ${context.configPath}: ${probeLine(probe).join(', ')}`,
          ...noteLines(describeProbe(probe, undefined, tools.now)),
          ...others.map((feed) => `  not added, the page names it too: ${feed.url}`),
          'Look at its language, country, kind and rank there, then run: araz check',
        ]);
      } finally {
        await tools.close();
      }
    });
  sources
    .command('import <file>')
    .description('add the feeds of an OPML file to the configuration')
    .action(async (file: string, _: unknown, command: Command) => {
      const context = await contextOf(command);
      const { importSources } = await import('../../app/edit/edit-sources.ts');
      const imported = await importSources(context.configPath, file, context.loadSetup());
      context.output.result(imported, [
        `${count(imported.added.length, 'source')} added, ${imported.skipped.length} skipped`,
        ...imported.added.map((source) => `  added ${source.id}: ${source.url}`),
        ...imported.skipped.map(({ source, reason }) => `  skipped ${source.url}: ${reason}`),
      ]);
    });
  sources
    .command('export <file>')
    .description('write the sources as an OPML file')
    .action(async (file: string, _: unknown, command: Command) => {
      const context = await contextOf(command);
      const { exportSources } = await import('../../app/edit/edit-sources.ts');
      const written = await exportSources(file, context.loadSetup());
      context.output.result(
        { file, sources: written.length },
        `${count(written.length, 'source')} written to ${file}`,
      );
    });
}

async function listSources(command: Command): Promise<void> {
  const context = await contextOf(command);
  const { readStatus, statusFacts } = await import('../../app/status.ts');
  const reading = await context.openReading();
  try {
    const status = await readStatus(reading);
    await noteOtherSources(reading, context.output);
    const { sources } = reading.setup.config;
    const rows = sources.map((source) => {
      const health = status.sourceHealth.find(({ state }) => state.sourceId === source.id);
      const cells = health && healthCells(health);
      const unknown = [source.enabled ? 'new' : 'disabled', 'never', '0', '-'];
      return [source.id, source.language, source.country, source.kind, ...(cells ?? unknown)];
    });
    const header = [
      'source',
      'lang',
      'country',
      'kind',
      'state',
      'last poll',
      'items',
      'next poll',
    ];
    const facts = statusFacts(status).sources;
    const data = sources.map(({ id, title, language, country, kind, enabled }) => {
      const health = facts.find((row) => row['id'] === id);
      return { id, title, language, country, kind, enabled, ...health };
    });
    const doubts = status.sourceHealth.flatMap(({ state }) =>
      trustSentences(state.trust).map((sentence) => `${state.sourceId}: ${sentence}`),
    );
    const lines = table([header, ...rows]);
    context.output.result(
      { sources: data },
      doubts.length === 0 ? lines : [...lines, '', ...doubts],
    );
  } finally {
    await reading.close();
  }
}
