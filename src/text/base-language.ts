/** The language of a tag without script, region and variants (RFC 5646 §2.2.1): `az` of `az-Cyrl-IR`. */
export function baseLanguage(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}

/** What a table has for a language: by the whole tag, or by its base; undefined where it has neither. */
export function byLanguage<T>(table: Readonly<Record<string, T>>, tag: string): T | undefined {
  return table[tag] ?? table[baseLanguage(tag)];
}
