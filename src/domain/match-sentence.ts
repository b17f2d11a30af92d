import type { Evidence, Hit, MatchOutcome, Span, Veto } from './match.ts';

/** Words and clauses named in a sentence; of an article all of them would fill a page. */
const namedMax = 6;
/** Characters of a clause's name: a choice among forty words is told by its first ones. */
const clauseCharactersMax = 100;

/** A decision in one plain sentence, as editors, subscribers and logs read it. */
export function explainSentence({ evidence, matched, score }: MatchOutcome): string {
  const { hits, masked, vetoes, missing, threshold } = evidence;
  const ignored = masked.length > 0 ? `; ignored ${listed(masked.map(quote))}` : '';
  if (matched) {
    return `Matched: ${found(evidence)}${overruled(vetoes)}${ignored}.`;
  }
  const standing = vetoes.filter(({ overriddenBy }) => overriddenBy === undefined);
  if (standing.length > 0) {
    const named = listed(standing.map((veto) => `${quote(veto)} (${shortened(veto.clause)})`));
    return `Not matched: excluded by ${named}${ignored}.`;
  }
  const seen =
    hits.length === 0 ? 'nothing of the topic was found' : `only found ${foundWords(hits)}`;
  const lacking =
    missing.length > 0
      ? `; missing: ${listed(missing.map((clause) => lackOf(clause, hits)))}`
      : `; score ${round(score)} of ${round(threshold)}`;
  return `Not matched: ${seen}${lacking}${ignored}.`;
}

/** A word that needs another beside it, or stands in a name, was found and is missing all the same. */
function lackOf(clause: string, hits: readonly Hit[]): string {
  const wasFound = hits.some(({ concept }) => concept === clause);
  return wasFound ? `${clause} (found, but not where or as it counts)` : shortened(clause);
}

/** What was found and where; a rule of conditions alone asks for no words, and finds none. */
function found({ hits, scope }: Evidence): string {
  if (hits.length === 0) return 'every condition of the rule holds; it asks for no words';
  return `${foundWords(hits)} (${scope ?? 'article'})`;
}

function quote({ surface }: Pick<Span, 'surface'>): string {
  return `“${surface}”`;
}

function foundWords(hits: readonly Hit[]): string {
  const words = hits.map((hit) => `${quote(hit)} [${hit.concept}, ${hit.field}]`);
  return listed(words, ' + ');
}

/** Vetoes that something in the item spoke against. */
function overruled(vetoes: readonly Veto[]): string {
  const named = vetoes.flatMap((veto) =>
    veto.overriddenBy === undefined
      ? []
      : [
          `${quote(veto)} (${shortened(veto.clause)}) does not exclude it because of ${shortened(veto.overriddenBy)}`,
        ],
  );
  return named.length === 0 ? '' : `; ${listed(named)}`;
}

function listed(values: readonly string[], separator = ', '): string {
  const distinct = [...new Set(values)];
  const more = distinct.length - namedMax;
  return distinct.slice(0, namedMax).join(separator) + (more > 0 ? ` and ${more} more` : '');
}

function shortened(clause: string): string {
  if (clause.length <= clauseCharactersMax) return clause;
  const cut = clause.slice(0, clauseCharactersMax);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
