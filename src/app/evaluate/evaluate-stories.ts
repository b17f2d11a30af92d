import { AppError, messageOf } from '../../domain/errors.ts';
import type { LanguageTag, StoryId } from '../../domain/ids.ts';
import type { CompiledTopics } from '../../domain/match.ts';
import { createDeduper } from '../create-deduper.ts';
import { clockOfReports, reportOf } from './evaluate-dedup.ts';
import { idOf, readJsonl, textOf } from './read-jsonl.ts';
import { harmonicMean, type Score, share } from './score.ts';

/** The story one item of a file was put in. */
export interface StoryDecision {
  readonly id: string;
  readonly story: StoryId;
  /** The story it belongs to; absent for an item without an answer: it is not counted. */
  readonly expected?: string;
  readonly language: LanguageTag;
}

/**
 * Reads the items of a file in its order into one empty store. Throws `usage` with file and line
 * for a line that cannot be read.
 */
export async function* evaluateStories(
  topics: CompiledTopics,
  file: string,
): AsyncGenerator<StoryDecision> {
  const clock = clockOfReports();
  const deduper = createDeduper({ topics, now: clock.now });
  try {
    for await (const row of readJsonl(file, '"title": …, "source": …, "story": …')) {
      const report = reportOf(row);
      clock.see(report);
      const { storyId: story } = await deduper.add(report).catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
        throw new AppError('usage', `${row.at}: ${messageOf(error)}`, { cause: error });
      });
      const expected = textOf(row, 'story');
      const language = report.language ?? 'und';
      yield { id: idOf(row), story, ...(expected === undefined ? {} : { expected }), language };
    }
  } finally {
    await deduper.close();
  }
}

type Counted = Required<StoryDecision>;

interface Pairs {
  readonly grouped: number;
  readonly belonging: number;
  readonly both: number;
}

/**
 * B-cubed precision, recall and F1 over items (each item counts itself), precision and recall of
 * pairs in different languages, and the number of pairs grouped that do not belong together.
 */
export function scoreStories(decisions: readonly StoryDecision[]) {
  const counted = decisions.filter((each): each is Counted => each.expected !== undefined);
  const all = countPairs(counted, () => true);
  const across = countPairs(counted, (a, b) => a.language !== b.language);
  return {
    items: counted.length,
    stories: new Set(counted.map(({ expected }) => expected)).size,
    bCubed: bCubedOf(counted),
    crossLanguage: {
      pairs: across.belonging,
      recall: share(across.both, across.belonging),
      precision: share(across.both, across.grouped),
    },
    wrongMerges: all.grouped - all.both,
    mixedStories: mixedStories(counted),
  };
}

function bCubedOf(items: readonly Counted[]): Score {
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const group = items.filter(({ story }) => story === item.story);
    const told = items.filter(({ expected }) => expected === item.expected);
    const right = group.filter(({ expected }) => expected === item.expected).length;
    precision += right / group.length;
    recall += right / told.length;
  }
  const averages = [share(precision, items.length), share(recall, items.length)] as const;
  return { precision: averages[0], recall: averages[1], f1: harmonicMean(...averages) };
}

function countPairs(
  items: readonly Counted[],
  isWanted: (a: Counted, b: Counted) => boolean,
): Pairs {
  const pairs = items
    .flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => isWanted(a, b));
  const grouped = pairs.filter(([a, b]) => a.story === b.story);
  const belonging = pairs.filter(([a, b]) => a.expected === b.expected);
  const both = grouped.filter(([a, b]) => a.expected === b.expected);
  return { grouped: grouped.length, belonging: belonging.length, both: both.length };
}

/** Ids of items that stand in one group although they do not belong together. */
function mixedStories(items: readonly Counted[]): readonly (readonly string[])[] {
  const groups = [...new Set(items.map(({ story }) => story))].map((story) =>
    items.filter((item) => item.story === story),
  );
  const mixed = groups.filter((group) => new Set(group.map((item) => item.expected)).size > 1);
  return mixed.map((group) => group.map(({ id, expected }) => `${id} (${expected})`));
}
