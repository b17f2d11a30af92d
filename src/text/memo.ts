/**
 * A pure function of a text that remembers its last answers: news repeats its words. At most
 * `entriesMax` are kept, then all are forgotten at once, which costs less than keeping order.
 * Long texts are not remembered.
 */
export function memo<T>(
  make: (text: string) => T,
  entriesMax: number,
  lengthMax = 64,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > lengthMax) return make(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= entriesMax) known.clear();
    known.set(ownText(text), made);
    return made;
  };
}

/** Letters up to which engines copy a slice. */
const copiedMax = 12;

/** The same text apart from a longer one that it was cut of: a view of that would keep all of it. */
function ownText(text: string): string {
  let own = '';
  for (let at = 0; at < text.length; at += copiedMax) own += text.slice(at, at + copiedMax);
  return own;
}
