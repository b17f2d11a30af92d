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
    known.set(text, made);
    return made;
  };
}
