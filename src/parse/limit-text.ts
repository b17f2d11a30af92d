import { textFieldBytesMax } from '../domain/limits.ts';

/** A text within the cap of a field, cut at a letter; undefined stays undefined. */
export function limitText(text: string | undefined): string | undefined {
  if (text === undefined || text.length * 3 <= textFieldBytesMax) return text;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= textFieldBytesMax) return text;
  let end = textFieldBytesMax;
  // Step back over continuation bytes, so that no letter is cut.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}

/** HTML within the cap of a field; a tag that the cut would leave open is dropped whole. */
export function limitHtml(html: string | undefined): string | undefined {
  const limited = limitText(html);
  if (limited === undefined || limited === html) return html;
  const open = limited.lastIndexOf('<');
  return open > limited.lastIndexOf('>') ? limited.slice(0, open) : limited;
}
