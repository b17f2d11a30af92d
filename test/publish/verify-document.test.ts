import { describe, expect, it } from 'vitest';
import { verifyDocument } from '../../src/publish/verify-document.ts';

function fault(body: string, mediaType = 'application/atom+xml; charset=utf-8') {
  return verifyDocument({ path: 'a', mediaType, body });
}

describe('verifyDocument', () => {
  it.each([
    ['an empty root', '<a/>'],
    ['a declaration', '<?xml version="1.0" encoding="utf-8"?>\n<a></a>\n'],
    ['both quotes', `<a b="it's" c='"'/>`],
    ['a > in an attribute', '<a b=">"/>'],
    ['references', '<a b="&quot;">&amp;&#65;&#x1F600;</a>'],
    ['CDATA with markup', '<a><![CDATA[<b> & ]] > ]]></a>'],
    ['CDATA in two parts', '<a><![CDATA[]]]]><![CDATA[>]]></a>'],
    ['a comment', '<!-- x --><a><!-- <b> & --></a><!-- y -->'],
    ['a declared prefix', '<a xmlns:x="u"><b><x:c x:d="1"/></b></a>'],
    ['the prefix xml', '<a xml:lang="fa"/>'],
    ['letters of any script', '<خبر>متن</خبر>'],
  ])('passes %s', (_, body) => {
    expect(fault(body)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'hello'],
    ['text after the root', '<a/>x'],
    ['a second root', '<a/><b/>'],
    ['an unclosed root', '<a><b></b>'],
    ['crossed tags', '<a><b></a></b>'],
    ['an end without a start', '<a/></a>'],
    ['a control character', '<a>\u0008</a>'],
    ['U+FFFE', '<a>\uFFFE</a>'],
    ['NUL', '<a>\0</a>'],
    ['a lone surrogate', '<a>\uD83D</a>'],
    ['a bare ampersand', '<a>AT&T</a>'],
    ['an HTML entity', '<a>&nbsp;</a>'],
    ['a reference to a control character', '<a>&#8;</a>'],
    ['a reference to half a pair', '<a>&#xD800;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['a bare <', '<a>1 < 2</a>'],
    ['a < in an attribute', '<a b="<"/>'],
    ['an ampersand in an attribute', '<a b="&"/>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['an attribute given twice', '<a b="1" b="2"/>'],
    [']]> in text', '<a>]]></a>'],
    ['open CDATA', '<a><![CDATA[x]]</a>'],
    ['an open comment', '<a><!-- </a>'],
    ['two hyphens in a comment', '<a><!-- -- --></a>'],
    ['an undeclared prefix', '<a><x:b/></a>'],
    ['an undeclared prefix of an attribute', '<a x:b="1"/>'],
    ['a prefix declared beside', '<a><b xmlns:x="u"/><x:c/></a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a late declaration', ' <?xml version="1.0"?><a/>'],
  ])('refuses %s', (_, body) => {
    expect(fault(body)).toMatch(/^a: /);
  });

  it('names the line', () => {
    expect(fault('<a>\n\n<b></a>')).toBe('a: line 3: </a> closes <b>');
  });

  it('reads JSON as JSON and asks a page to be whole', () => {
    expect(fault('{"a":1}', 'application/feed+json')).toBeUndefined();
    expect(fault('{"a":1', 'application/feed+json')).toMatch(/^a: /);
    expect(fault('<!doctype html><html></html>\n', 'text/html')).toBeUndefined();
    expect(fault('<!doctype html><html>', 'text/html')).toBe('a: the page has no end');
  });

  it('takes time linear in the length of a hostile document', () => {
    const bodies = ['<a '.repeat(200_000), `<a b="${'x'.repeat(500_000)}`, '<a>'.repeat(100_000)];
    for (const body of bodies) expect(fault(body)).toMatch(/^a: /);
  });
});
