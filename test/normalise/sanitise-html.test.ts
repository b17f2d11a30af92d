import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sanitiseAnyHtml, sanitiseHtml } from '../../src/normalise/sanitise-html.ts';
import { sanitiseSimpleHtml } from '../../src/normalise/sanitise-simple-html.ts';

const base = 'https://paper.example/news/1';

/** Every element and attribute of a piece of HTML as a browser reads it. */
function elementsOf(
  html: string,
): { name: string; attributes: { name: string; value: string }[] }[] {
  interface Node {
    readonly tagName?: string;
    readonly attrs?: { name: string; value: string }[];
    readonly childNodes?: Node[];
  }
  const found: ReturnType<typeof elementsOf> = [];
  const queue: Node[] = [parseFragment(html) as unknown as Node];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.tagName !== undefined)
      found.push({ name: node.tagName, attributes: node.attrs ?? [] });
    queue.push(...(node.childNodes ?? []));
  }
  return found;
}

const active = new Set(
  'script style iframe object embed form input button base meta link svg math template'.split(' '),
);

function dangersOf(html: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes }) => [
    ...(active.has(name) ? [name] : []),
    ...attributes
      .filter(
        (attribute) =>
          /^(?:on|style$|class$|id$|srcdoc$)/i.test(attribute.name) ||
          (/^(?:href|src|poster|cite|action)$/.test(attribute.name) &&
            !/^(?:https?|mailto):/i.test(attribute.value)),
      )
      .map((attribute) => `${name} ${attribute.name}=${attribute.value}`),
  ]);
}

describe('sanitiseHtml', () => {
  it.each([
    ['<p>Aras <b>köprüsü</b></p>', '<p>Aras <b>köprüsü</b></p>'],
    ['plain text', 'plain text'],
    ['<p class="x" style="color:red" id="y">a</p>', '<p>a</p>'],
    [
      '<a href="b?c=1&amp;d=2" onclick="x()">x</a>',
      '<a href="https://paper.example/news/b?c=1&amp;d=2">x</a>',
    ],
    ['<a href="#top">x</a>', '<a href="https://paper.example/news/1#top">x</a>'],
    ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
    ['<img src="//c.example/a.png" alt="A">', '<img src="https://c.example/a.png" alt="A" />'],
    ['<div dir="rtl" lang="fa">خبر</div>', '<div dir="rtl" lang="fa">خبر</div>'],
    ['<blink>a</blink><section>b</section>', 'ab'],
    ['a <iframe src="https://v.example/"></iframe> b', 'a  b'],
    ['text that ends in a <a href="https://c.exam', 'text that ends in a '],
  ])('keeps what is harmless: %s', (html, expected) => {
    expect(sanitiseHtml(html, base)).toBe(expected);
  });

  it.each([
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<img src="https://c.example/p.gif" width="1" height="1">',
    "<img src='https://c.example/p.gif' width=1>",
    '<img src="data:image/png;base64,AAAA">',
    '<img>',
    '<!-- note -->',
  ])('drops %s and keeps the text around it', (html) => {
    expect(sanitiseHtml(`before ${html} after`, base)).toBe('before  after');
  });

  it.each([
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<img src="x" onerror="alert(1)">',
    '<img src=`x`onerror=alert(1)>',
    '<svg onload=alert(1)><script>x</script></svg>',
    '<math><mi xlink:href="javascript:x">a</mi></math>',
    '<p onclick="a" ONMOUSEOVER="b">x</p>',
    '<p style="background:url(javascript:x)">x</p>',
    '<iframe srcdoc="<script>x</script>"></iframe>',
    '<form action="https://c.example/"><input name="a"><button formaction="javascript:x">b</button></form>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=javascript:x">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<object data="javascript:x"></object><embed src="javascript:x">',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<<img src="x" onerror="alert(1)">',
    '<p title="</p><script>alert(1)</script>">x</p>',
    '<a title="x\' onmouseover=\'alert(1)" href="https://c.example/">x</a>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea></textarea><script>x</script>',
    '<template><script>x</script></template>',
    '<xmp><p title="</xmp><script>x</script>">',
    '<video poster="javascript:x" src="data:x"><source src="javascript:x"></video>',
    '<blockquote cite="javascript:x">x</blockquote>',
  ])('leaves nothing active of %s', (html) => {
    expect(dangersOf(sanitiseHtml(html, base))).toEqual([]);
    expect(dangersOf(sanitiseAnyHtml(html, base))).toEqual([]);
  });

  it('leaves relative links out when there is no base', () => {
    expect(sanitiseHtml('<a href="/b">x</a>', undefined)).toBe('<a>x</a>');
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<br>',
      '<br/>',
      '<a href="https://a.example/?x=1&amp;y">',
      '</a>',
      '<a href="javascript:x">',
      '<a href="/r" onclick="x">',
      "<a href='x'>",
      '<img src="/i.png" alt="a">',
      '<img src="data:x">',
      '<script>',
      '</script>',
      '<svg>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      '<p title="a&quot;b" style="x">',
      '<ul><li>',
      '</li></ul>',
      '<div\nclass="x"\tdir="rtl">',
      '</div>',
    ),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 12 },
);

describe('sanitiseSimpleHtml', () => {
  it('is safe on its own, whatever it is given', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const simple = sanitiseSimpleHtml(parts.join(''), base);
        if (simple !== undefined) expect(dangersOf(simple)).toEqual([]);
      }),
      { numRuns: 3_000, seed: 20260207 },
    );
  });

  it('agrees with the full sanitiser wherever it answers', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const html = parts.join('');
        const simple = sanitiseSimpleHtml(html, base);
        if (simple !== undefined) {
          expect(elementsOf(simple)).toEqual(elementsOf(sanitiseAnyHtml(html, base)));
        }
      }),
      { numRuns: 3_000, seed: 20260208 },
    );
  });

  it.each(['<p>a', '<p/>', 'a < b', "<p title='x'>a</p>", '<b><i></b></i>', '<iframe></iframe>'])(
    'leaves %s to the full sanitiser',
    (html) => {
      expect(sanitiseSimpleHtml(html, base)).toBeUndefined();
    },
  );

  it('drops characters that no document may hold, brought in by references', () => {
    expect(sanitiseHtml('<section>Köprü&#8; açıldı&#x13;</section>', undefined)).toBe(
      'Köprü açıldı',
    );
  });
});
