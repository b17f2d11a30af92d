import type { Hit, MatchOutcome, Span, Veto } from './match.ts';

/** A decision in one plain sentence, as editors, subscribers and logs read it. */
export function explainSentence({ evidence, matched, score }: MatchOutcome): string {
  const { hits, masked, vetoes, missing, threshold } = evidence;
  const ignored = masked.length > 0 ? `; ignored ${listed(masked.map(quote))}` : '';
  if (matched) {
    return `Matched: ${foundWords(hits)} (${evidence.scope ?? 'article'})${overruled(vetoes)}${ignored}.`;
  }
  const standing = vetoes.filter(({ overriddenBy }) => overriddenBy === undefined);
  if (standing.length > 0) {
    const named = listed(standing.map((veto) => `${quote(veto)} (${veto.clause})`));
    return `Not matched: excluded by ${named}${ignored}.`;
  }
  const seen =
    hits.length === 0 ? 'nothing of the topic was found' : `only found ${foundWords(hits)}`;
  const lacking =
    missing.length > 0
      ? `; missing: ${missing.join(', ')}`
      : `; score ${round(score)} of ${round(threshold)}`;
  return `Not matched: ${seen}${lacking}${ignored}.`;
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
      : [`${quote(veto)} (${veto.clause}) does not exclude it because of ${veto.overriddenBy}`],
  );
  return named.length === 0 ? '' : `; ${listed(named)}`;
}

function listed(values: readonly string[], separator = ', '): string {
  return [...new Set(values)].join(separator);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
