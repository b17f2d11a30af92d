import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/text/plain.ts';

describe('toPlainText', () => {
  it.each([
    ['plain words', 'plain words'],
    ['<p>One</p><p>Two<br/>three</p>', 'One\nTwo\nthree'],
    ['a <b>bold</b> word', 'a bold word'],
    ['Hörmüzdə gəmiyə&nbsp;hücum', 'Hörmüzdə gəmiyə hücum'],
    ['&laquo;X&raquo; &#1048;&#x440; &amp;amp;', '«X» Ир &amp;'],
    ['&#150; &#0; &#xD800; &#99999999;', '– \uFFFD \uFFFD \uFFFD'],
    ['می&zwnj;شود', 'می\u200Cشود'],
    ['AT&T &unknown; &', 'AT&T &unknown; &'],
    ['5 < 6 and <3', '5 < 6 and <3'],
    ['<img alt="a > b" src=x>after', 'after'],
    ["<a title='don\"t'>x</a>", 'x'],
    ['x<!-- <p>hidden</p> -->y', 'xy'],
    ['x<script>if (a < b) { "</p>" }</script >y', 'xy'],
    ['<STYLE>p{}</STYLE>z', 'z'],
    ['<![CDATA[wrapped]]>', 'wrapped'],
    ['&lt;![CDATA[<p>twice</p>]]&gt;', 'twice'],
    ['cut in a tag <a href="https://x.exam', 'cut in a tag'],
    ['line\r\n  of\tsource', 'line of source'],
    ['', ''],
  ])('turns %j into %j', (html, text) => {
    expect(toPlainText(html)).toBe(text);
  });

  it('leaves no element and never throws, whatever it is given', () => {
    const soup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<p',
        '<!--',
        '-->',
        '"',
        "'",
        '=',
        '<script',
        '&',
        '&#',
        ';',
        'x',
        ' ',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(soup, (parts) => {
        expect(toPlainText(parts.join(''))).not.toMatch(/<p[\s>]/);
      }),
    );
  });

  it.each([
    ['openings', '<'],
    ['tags that never end', '<a '],
    ['comments that never end', '<!--'],
    ['quotes that never end', '<a b="'],
    ['scripts', '<script>'],
    ['ampersands', '&'],
    ['entities', '&#'],
  ])('reads a megabyte of %s', (_name, unit) => {
    expect(toPlainText(unit.repeat(Math.ceil(1_000_000 / unit.length)))).toBeTypeOf('string');
  });
});
