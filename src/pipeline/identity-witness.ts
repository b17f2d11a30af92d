import { sharesKey } from '../dedup/article.ts';
import type { Candidate } from '../domain/dedup.ts';
import type { TrustFault, TrustFaultKind } from '../domain/identity-trust.ts';
import type { ItemWrite } from '../domain/intent.ts';
import { comparable } from '../text/comparable.ts';
import { guidForm } from '../text/guid-form.ts';
import { canonicalUrl, isHomePage } from '../text/urls.ts';

/** What the store knows for and against identities of one kind. */
export interface StoredEvidence {
  readonly faults: readonly TrustFault[];
  readonly kept: number;
}

interface Tally {
  seen: number;
  kept: number;
  moves: number;
  changes: number;
}

/**
 * Holds the items of a document against those that stand in the store: a guid that is still on its
 * article speaks for the guids of a source, one that was on another article before, or has changed
 * while title and link stayed, against them. A link that has changed says nothing: sites move. Items
 * that nothing stored could be held against say nothing either.
 */
export class IdentityWitness {
  readonly #guid: Tally = { seen: 0, kept: 0, moves: 0, changes: 0 };
  readonly #link: Tally = { seen: 0, kept: 0, moves: 0, changes: 0 };

  add({ item, decision }: ItemWrite, candidates: readonly Candidate[]): void {
    const own = candidates.filter(
      ({ sourceId, itemId }) => sourceId === item.sourceId && itemId > 0,
    );
    const known = decision.kind === 'known' ? decision.itemId : undefined;
    const itself = own.find(({ itemId }) => itemId === known);
    const others = own.filter(({ itemId }) => itemId !== known);
    if (itself !== undefined && others.length === 0 && isCarriedSo(item, itself)) {
      this.#addKept(item);
      return;
    }
    if (guidForm(item.guid) !== undefined) this.#addGuid(item, itself, others);
    if (item.link !== undefined) this.#addLink(item, itself, others);
  }

  /** As most entries of most documents are: nothing of them need be read. */
  #addKept({ guid, link }: ItemWrite['item']): void {
    const tallies = [guid === undefined ? [] : this.#guid, link === undefined ? [] : this.#link];
    for (const tally of tallies.flat()) {
      tally.seen += 1;
      tally.kept += 1;
    }
  }

  #addGuid(item: ItemWrite['item'], itself: Candidate | undefined, others: readonly Candidate[]) {
    const tally = this.#guid;
    const link = linkOf(item);
    const isElsewhere = others.some((other) => sharesKey(other, 'id:guid') && isOther(item, other));
    const hadGuid = itself !== undefined && guidForm(itself.guid) !== undefined;
    if (isElsewhere || hadGuid) tally.seen += 1;
    if (isElsewhere) tally.moves += 1;
    else if (hadGuid && isSameGuid(item, itself)) tally.kept += 1;
    else if (hadGuid && linkOf(itself) === link && isSameTitle(item, itself)) tally.changes += 1;
  }

  #addLink(item: ItemWrite['item'], itself: Candidate | undefined, others: readonly Candidate[]) {
    const tally = this.#link;
    const isElsewhere = others.some(
      (other) => sharesKey(other, 'id:link') && !isSameTitle(item, other),
    );
    if (isElsewhere || itself !== undefined) tally.seen += 1;
    if (isElsewhere) tally.moves += 1;
    else if (itself !== undefined && linkOf(itself) === linkOf(item)) tally.kept += 1;
  }

  get guid(): StoredEvidence {
    const { kept, moves, changes } = this.#guid;
    return {
      kept,
      faults: [...this.#fault('guid', 'move', moves), ...this.#fault('guid', 'change', changes)],
    };
  }

  /** One live page brings new entries under one link each day; most links doing so are rubrics. */
  get link(): StoredEvidence {
    const { seen, kept, moves } = this.#link;
    const isMost = moves >= linkMovesMin && moves * 2 >= seen;
    return { kept, faults: isMost ? this.#fault('link', 'move', moves) : [] };
  }

  #fault(of: 'guid' | 'link', kind: TrustFaultKind, items: number): readonly TrustFault[] {
    const { seen } = of === 'guid' ? this.#guid : this.#link;
    return items === 0 ? [] : [{ kind, items, of: seen }];
  }
}

const linkMovesMin = 3;

function isCarriedSo(item: ItemWrite['item'], stored: Candidate): boolean {
  return item.guid === stored.guid && item.link === stored.link;
}

/** Another address, or where there is none that leads to an article, another headline. */
function isOther(item: ItemWrite['item'], stored: Candidate): boolean {
  const [link, before] = [linkOf(item), linkOf(stored)];
  if (link === undefined || before === undefined || isHomePage(link)) {
    return !isSameTitle(item, stored);
  }
  return before !== link;
}

/** The guid it was stored with, or one that it was seen under since. */
function isSameGuid(item: ItemWrite['item'], stored: Candidate): boolean {
  return sharesKey(stored, 'id:guid') || guidForm(item.guid) === guidForm(stored.guid);
}

function isSameTitle(a: { readonly title: string }, b: { readonly title: string }): boolean {
  return a.title === b.title || comparable(a.title) === comparable(b.title);
}

function linkOf({ link }: { readonly link?: string }): string | undefined {
  return link === undefined ? undefined : canonicalUrl(link);
}
