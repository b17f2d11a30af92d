import { AppError, messageOf } from '../domain/errors.ts';
import type { TopicId } from '../domain/ids.ts';
import type { TopicGlance } from '../domain/month.ts';
import type { TopicState } from '../domain/selection.ts';
import type { Topic } from '../domain/topic.ts';
import { learnFromTree } from '../pipeline/learn-stories.ts';
import { publishMonths } from '../pipeline/publish-months.ts';
import {
  publishReceipts,
  type ReceiptReport,
  repairReceipts,
} from '../pipeline/publish-receipts.ts';
import { type PublishReport, publishIfChanged, publishTopic } from '../pipeline/publish-topic.ts';
import { dropFalseForms } from '../publish/check-tree.ts';
import { stylesheet } from '../publish/page-style.ts';
import { renderSite } from '../publish/render-site.ts';
import { writeIfChanged } from '../publish/write-file.ts';
import type { App } from './create-app.ts';
import { withFeedIds } from './named-sources.ts';
import { withdrawConfiguredNoMore } from './withdraw.ts';
import { writeNginxMaps } from './write-nginx-maps.ts';

export interface PublishSummary {
  readonly topics: readonly PublishReport[];
  readonly written: number;
  readonly unchanged: number;
  /** What was not replaced, or not built, and why: of the topics, and receipts. */
  readonly refused: readonly string[];
}

export interface PublishOptions {
  /** Renders only topics that have changed, or whose documents are not as they were left. */
  readonly changedOnly?: boolean;
  /** Aborted when the run lock was lost: nothing more is written then. */
  readonly lost?: AbortSignal;
}

/**
 * Publishes the topics and then the pages about the site. A topic that a fault of ours keeps from
 * being built is reported and passed over. Throws what `lost` was aborted with.
 */
export async function publishAll(
  app: App,
  { changedOnly = false, lost }: PublishOptions = {},
): Promise<PublishSummary> {
  const tools = await withFeedIds(app.publishTools());
  // No page is live before the style it names.
  await writeIfChanged(tools.outDir, stylesheet);
  const states = new Map<TopicId, TopicState>();
  for (const state of await app.store.listTopicStates()) states.set(state.topicId, state);
  if (!tools.isCopy) await learnFromTree(tools.topics, states, tools);
  const topics: PublishReport[] = [];
  for (const topic of app.setup.config.topics) {
    lost?.throwIfAborted();
    const publish = changedOnly
      ? () => publishIfChanged(topic, tools, states.get(topic.id))
      : () => publishTopic(topic, tools, states.get(topic.id));
    topics.push(await publishOrReport(topic, publish, app));
  }
  // Of stories that no published topic has any more, or that were only touched.
  const receipts = logRefused(await publishReceipts(tools), app);
  const site = await writeSite(app);
  if (!tools.isCopy) await withdrawConfiguredNoMore(app, states);
  await writeNginxMaps(app);
  const all = [...topics, receipts, site];
  return {
    topics,
    written: sum(all.map((report) => report.written)),
    unchanged: sum(all.map((report) => report.unchanged)),
    refused: [...topics, receipts].flatMap((report) => report.refused),
  };
}

/** Publishes everything, and puts back what is missing or damaged of the tree although nothing touched it. */
export async function republish(app: App): Promise<PublishSummary> {
  const tools = await withFeedIds(app.publishTools());
  for (const document of await dropFalseForms(tools.outDir)) {
    app.log.warn('a document and its coded forms said different things; written again', {
      document,
    });
  }
  const summary = await publishAll(app);
  const repaired = [logRefused(await repairReceipts(tools), app)];
  for (const topic of tools.topics) {
    repaired.push({ ...(await publishMonths(topic, tools, true)), refused: [] });
  }
  return {
    ...summary,
    written: summary.written + sum(repaired.map((report) => report.written)),
    unchanged: summary.unchanged + sum(repaired.map((report) => report.unchanged)),
    refused: [...summary.refused, ...repaired.flatMap((report) => report.refused)],
  };
}

function logRefused(report: ReceiptReport, app: App): ReceiptReport {
  for (const refused of report.refused) app.log.error('a receipt was not replaced', { refused });
  return report;
}

async function publishOrReport(
  topic: Topic,
  publish: () => Promise<PublishReport>,
  app: App,
): Promise<PublishReport> {
  try {
    const report = await publish();
    for (const refused of report.refused) {
      app.log.error('a document was not replaced', { topic: topic.id, refused });
    }
    return report;
  } catch (error) {
    if (error instanceof AppError) throw error;
    app.log.error('a topic could not be built, which is a fault of Araz', {
      topic: topic.id,
      stack: error instanceof Error ? error.stack : String(error),
    });
    const refused = [`${topic.id}: could not be built: ${messageOf(error)}`];
    return { topicId: topic.id, entries: 0, written: 0, unchanged: 0, refused };
  }
}

async function writeSite(app: App): Promise<{ written: number; unchanged: number }> {
  const counts = { written: 0, unchanged: 0 };
  const { site, publicUrl, outDir } = app.publishTools();
  const { topics, sources } = app.setup.config;
  const glances = new Map<TopicId, TopicGlance>();
  for (const { id } of topics) glances.set(id, await app.store.glanceAtTopic(id));
  for (const rendered of renderSite({ site, publicUrl, topics, sources, glances })) {
    counts[await writeIfChanged(outDir, rendered)] += 1;
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
