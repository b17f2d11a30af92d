/**
 * Whether one word is the other's denial by an affix: `keçirildi` and `keçirilmədi`, `آمد` and
 * `نیامد`, `գնաց` and `չգնաց`. Forms are folded with marks dropped. Negations that are words of
 * their own are counted elsewhere.
 */
export function isDenial(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (isPrefixDenial(short, long) || isTurkicDenial(short, long)) return true;
  // `başlayır` and `başlamır` are of one length: either may be the denial.
  return a.length === b.length && isTurkicDenial(long, short);
}

/** Armenian չ; Persian ن, which takes a ی before a vowel or the place before می. */
function isPrefixDenial(short: string, long: string): boolean {
  if (short.length < 2) return false;
  if (long.startsWith('չ')) return long.slice(1) === short;
  if (!long.startsWith('ن')) return false;
  const rest = long.slice(1);
  return rest === short || rest === `ي${short}` || rest === `ی${short}`;
}

/** tr/az: -m(a) between stem and ending, with -y- before a vowel; before -ır only the m is left. */
function isTurkicDenial(short: string, long: string): boolean {
  if (long.length < 5 || !/^[a-z]+$/.test(long)) return false;
  for (let at = 2; at < short.length && short.startsWith(long.slice(0, at)); at += 1) {
    const infix = /^m[aeiu]?y?/.exec(long.slice(at))?.[0].length ?? 0;
    const rest = short.slice(at);
    for (let length = 1; length <= infix; length += 1) {
      const ending = long.slice(at + length);
      // `başlayır` and `başlamır`: a joining y goes with the vowel.
      if (ending.length >= 2 && (ending === rest || `y${ending}` === rest)) return true;
    }
  }
  return false;
}
