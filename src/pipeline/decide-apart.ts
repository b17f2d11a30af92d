import { type DecideInput, decide } from '../dedup/decide.ts';
import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import type { StoryId } from '../domain/ids.ts';

/** Pairs of stories that an editor has split. */
export type Apart = readonly (readonly [StoryId, StoryId])[];

/**
 * Decides about an item that resembles both of two stories which an editor has split. They were taken
 * for one by likeness, so the first that is like enough must not get what belongs to the other: each
 * is asked without the other, and the item goes where more speaks for it. An item that its source
 * carries already is known wherever it was moved to.
 */
export function decideApart(input: DecideInput, apart: Apart): DedupDecision {
  let { candidates } = input;
  let decision = decide(input);
  // One story a round gives way, so this ends.
  for (let round = 0; round <= apart.length; round += 1) {
    const storyId = storyOf(decision);
    const rivals = rivalsOf(storyId, apart).filter((id) => tells(candidates, id));
    if (storyId === undefined || rivals.length === 0) return decision;
    const others = candidates.filter((candidate) => candidate.storyId !== storyId);
    const other = decide({ ...input, candidates: others });
    if (!rivals.includes(storyOf(other) ?? '')) return decision;
    if (!isSurer(other, decision, input)) return decision;
    candidates = others;
    decision = other;
  }
  return decision;
}

function storyOf(decision: DedupDecision): StoryId | undefined {
  return decision.kind === 'duplicate' || decision.kind === 'same-story'
    ? decision.storyId
    : undefined;
}

function rivalsOf(storyId: StoryId | undefined, apart: Apart): readonly StoryId[] {
  return apart.flatMap(([one, other]) =>
    one === storyId ? [other] : other === storyId ? [one] : [],
  );
}

function tells(candidates: readonly Candidate[], storyId: StoryId): boolean {
  return candidates.some((candidate) => candidate.storyId === storyId);
}

/** A surer kind of sameness, else closer texts, else closer in time. */
function isSurer(other: DedupDecision, than: DedupDecision, input: DecideInput): boolean {
  const [left, right] = [weightOf(other, input), weightOf(than, input)];
  const place = left.findIndex((weight, index) => weight !== right[index]);
  return place >= 0 && (left[place] ?? 0) > (right[place] ?? 0);
}

/** Surest layer first. */
const layerOrder = ['same-story', 'near-text', 'same-content', 'same-link', 'same-id'];

function weightOf(decision: DedupDecision, { item, candidates }: DecideInput): readonly number[] {
  if (decision.kind === 'new' || decision.kind === 'known') return [];
  const { layer, evidence, storyId } = decision;
  const likeness = ['text', 'title', 'score'].map((name) => numberOf(evidence[name]));
  const apart = candidates
    .filter((candidate) => candidate.storyId === storyId)
    .map(({ published }) => Math.abs(published - item.published));
  const shared = Math.max(
    0,
    ...candidates
      .filter((candidate) => candidate.storyId === storyId)
      .map(({ sharedKeys }) => sharedKeys.length),
  );
  return [layerOrder.indexOf(layer), ...likeness, shared, -Math.min(...apart)];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
