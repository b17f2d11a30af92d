/** Text for HTML or XML content and for double-quoted attribute values. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What `escapeMarkup` was given. */
export function unescapeMarkup(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/**
 * Text for a `_text` of `xml-js`, whose writer turns every `&amp;` back into `&` before it escapes:
 * without this, the five characters `&amp;` in a headline would come out as one.
 */
export function escapeForTextNode(text: string): string {
  return text.replaceAll('&', '&amp;');
}

/** Text for an attribute of `xml-js`, whose writer escapes the double quote and nothing else. */
export function escapeForAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text for a `_cdata` of `xml-js`, whose writer splits the first `]]>` and leaves the others. */
export function escapeForCdata(text: string): string {
  const first = text.indexOf(']]>');
  if (first < 0) return text;
  const afterFirst = first + 3;
  return text.slice(0, afterFirst) + text.slice(afterFirst).replaceAll(']]>', ']]]]><![CDATA[>');
}

/**
 * A plain title for RSS, whose readers disagree whether a title is text or HTML: only what an HTML
 * reader would swallow (`<b`, `&amp;`) is escaped, so that `AT&T` and `a < b` look right in both.
 */
export function escapeAmbiguousMarkup(text: string): string {
  return text.replace(/&(?=#|[a-z]|[A-Za-z0-9]+;)/g, '&amp;').replace(/<(?=[A-Za-z/!?])/g, '&lt;');
}
