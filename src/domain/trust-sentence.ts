import { daysToTrust, type IdentityTrust, type Trust, type TrustFault } from './identity-trust.ts';

/** Guids or links. */
type Identity = keyof IdentityTrust;

const seen: Readonly<Record<Identity, Readonly<Record<TrustFault['kind'], string>>>> = {
  guid: {
    repeat: 'one guid stood on several articles',
    move: 'a guid stood on another article than before',
    change: 'guids changed while title and link stayed',
  },
  link: {
    repeat: 'most links led to pages that several items share',
    move: 'links led to other articles than before',
    change: 'links changed',
  },
};

const names = { guid: 'guids', link: 'links' } as const;

/** One sentence for each kind of identity of a source that is not fully believed. */
export function trustSentences(trust: IdentityTrust): readonly string[] {
  const kinds: readonly Identity[] = ['guid', 'link'];
  return kinds.flatMap((kind) => trustSentence(kind, trust[kind]) ?? []);
}

/** What is asked of an outlet whose identities are not fully believed. */
export const askOutlet = {
  guid: 'The outlet should give each article a guid of its own that never changes',
  link: 'The outlet should link each item to a page of its own',
} as const;

/**
 * How far guids or links of a source are believed, what was seen that took belief away, and how it
 * comes back; undefined where they are believed.
 */
export function trustSentence(identity: Identity, trust: Trust): string | undefined {
  const { grade, fault } = trust;
  if (grade === 'full') return undefined;
  const what = names[identity];
  const others = identity === 'guid' ? 'link or text' : 'the text';
  const means =
    grade === 'none'
      ? `its ${what} are not looked at, items are told apart by ${others}`
      : `its ${what} count only where ${others} agrees`;
  const days = daysToTrust(trust);
  const back = `${grade === 'none' ? 'they are tried again' : 'they count alone again'} after ${days} ${days === 1 ? 'day' : 'days'} on which they are seen to stand`;
  return `${means}${fault === undefined ? '' : `, since ${faultWords(identity, fault)}`}; ${back}`;
}

function faultWords(identity: Identity, fault: NonNullable<Trust['fault']>): string {
  const { kind, items, of, at } = fault;
  const date = new Date(at).toISOString().slice(0, 10);
  return `${seen[identity][kind]} (${items} of ${of} items, last on ${date})`;
}
