/** Scripts the project tells apart; anything else is `other`. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'armenian' | 'georgian' | 'other';

const ranges: readonly (readonly [number, number, Script])[] = [
  [0x0041, 0x024f, 'latin'],
  [0x0250, 0x02af, 'latin'],
  [0x0400, 0x052f, 'cyrillic'],
  [0x0531, 0x058f, 'armenian'],
  [0x0600, 0x06ff, 'arabic'],
  [0x0750, 0x077f, 'arabic'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1c90, 0x1cbf, 'georgian'],
  [0x1e00, 0x1eff, 'latin'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfeff, 'arabic'],
];

/** Script of the first letter of a text that has one we know; `other` when none has. */
export function detectScript(text: string): Script {
  for (let index = 0; index < text.length; index++) {
    if (!/\p{L}/u.test(text.charAt(index))) continue;
    const script = scriptOfUnit(text.charCodeAt(index));
    if (script !== 'other') return script;
  }
  return 'other';
}

/** Script of one UTF-16 unit. */
export function scriptOfUnit(unit: number): Script {
  for (const [first, last, script] of ranges) if (unit >= first && unit <= last) return script;
  return 'other';
}
