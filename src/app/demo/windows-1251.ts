/** Text as windows-1251 bytes; a character the charset lacks throws, since a sample must not lose any. */
export function encodeWindows1251(text: string): Uint8Array {
  const byteOf = byteByCharacter();
  return Uint8Array.from(text, (character) => {
    const byte = byteOf.get(character);
    if (byte === undefined) throw new TypeError(`windows-1251 has no ${JSON.stringify(character)}`);
    return byte;
  });
}

/** Node decodes the charset and does not encode it: the table is the decoder turned round. */
function byteByCharacter(): ReadonlyMap<string, number> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const characters = new TextDecoder('windows-1251').decode(bytes);
  return new Map(Array.from(characters, (character, byte) => [character, byte]));
}
