/** Cues of each language, alternatives of a pattern, as a pattern that finds them as whole words. */
export function cuePatterns(
  cues: Readonly<Record<string, string>>,
): Readonly<Record<string, RegExp>> {
  return Object.fromEntries(
    Object.entries(cues).map(([language, alternatives]) => [
      language,
      new RegExp(`(?<![\\p{L}])(?:${alternatives})(?![\\p{L}])`, 'iu'),
    ]),
  );
}
