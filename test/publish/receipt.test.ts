import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/domain/act.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { Match } from '../../src/domain/match.ts';
import type { EntryRecord } from '../../src/domain/publication.ts';
import type { ReportedBy } from '../../src/domain/reported-by.ts';
import type { Permission } from '../../src/domain/source.ts';
import type { StoryRecord } from '../../src/domain/story-record.ts';
import { receiptVersion, renderReceipt } from '../../src/publish/receipt/render-receipt.tsx';
import { aStoredItem, aStory, aTopic } from '../support/a-story.ts';
import { aMorning } from '../support/an-entry.ts';
import { aSource } from '../support/sources.ts';
import { nastyTexts } from './nasty.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const title = 'İran nazirləri Bakıya gəlib';
const summary = 'Doğu Azerbaycan əyalətindən İran heyəti Bakıda olub.';
const frame = (permission: Permission = 'summary') => ({
  site: { title: 'Araz', language: 'en', timezone: 'UTC' },
  topics: [aTopic()],
  sources: new Map(
    ['turan', 'irna'].map((id) => [id, aSource({ id, title: `The ${id}`, permission })]),
  ),
});

function aMatchOn(itemId: number): Match {
  const span = (field: 'title' | 'summary', text: string, surface: string) => ({
    field,
    start: text.indexOf(surface),
    end: text.indexOf(surface) + surface.length,
    surface,
    term: surface,
    weight: 1,
    isWeak: false,
  });
  return {
    itemId,
    topicId: 'azerbaijan-iran',
    matched: true,
    score: 4.25,
    evidence: {
      hits: [
        { ...span('title', title, 'İran'), concept: 'iran' },
        { ...span('title', title, 'Bakıya'), concept: 'baku' },
        { ...span('summary', summary, 'İran'), concept: 'iran' },
      ],
      masked: [{ ...span('summary', summary, 'Doğu Azerbaycan'), concept: 'azerbaijan' }],
      vetoes: [{ clause: 'sports', surface: 'oyun', overriddenBy: 'diplomacy' }],
      scope: 'title',
      missing: [],
      threshold: 3,
      ruleVersion: 'c9a96bfaf6986039',
    },
  };
}

function aRecord(given: Partial<StoryRecord> = {}): StoryRecord {
  const items = [
    aStoredItem({ id: 1, title, summary }),
    aStoredItem({
      id: 2,
      sourceId: 'irna',
      country: 'IR',
      title: 'Bakıya gəliblər',
      duplicate: {
        itemId: 1,
        layer: 'near-text',
        evidence: { rule: 'text', text: 0.92, title: 0.4, source: 'turan' },
      },
    }),
    aStoredItem({
      id: 3,
      sourceId: 'irna',
      title: 'دیدار در باکو',
      language: 'fa',
      joined: { layer: 'same-story', evidence: { with: 1, anchors: ['baku'], score: 0.5 } },
    }),
  ];
  const { story } = aStory(1, items);
  const row = { topicId: 'azerbaijan-iran', storyId: story.id, published: aMorning, itemId: 1 };
  return {
    story,
    items,
    revisions: [],
    matches: [aMatchOn(1)],
    entries: [
      { ...row, variant: 'all', updated: aMorning, enteredAt: aMorning + 5 * minute },
      { ...row, variant: 'az', updated: aMorning, archivedAt: aMorning + day },
    ],
    related: [{ storyId: 'story000000000000002', title: 'Başqa görüş', language: 'az' }],
    acts: [],
    ...given,
  };
}

const act = (kind: Act['kind'], reason: string): Act => ({
  number: 1,
  kind,
  storyId: 'story000000000000001',
  at: aMorning,
  by: 'Leyla',
  reason,
});

const render = (given: Partial<StoryRecord> = {}, permission?: Permission): string =>
  renderReceipt(aRecord(given), frame(permission)).body;

function elementsOf(body: string, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node && names.includes(node.tagName)) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(body));
  return found;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const plain = (body: string): string =>
  textOf(elementsOf(body, 'body')[0] as Node).replace(/\s+/g, ' ');

describe('a receipt', () => {
  it('stands in the folder of its story and is the same for the same record', () => {
    const rendered = renderReceipt(aRecord(), frame());
    expect(rendered.path).toBe(`stories/${aRecord().story.id}/index.html`);
    expect(renderReceipt(aRecord(), frame())).toEqual(rendered);
  });

  it('names every outlet with its link, language, country and time', () => {
    const body = render();
    const links = elementsOf(body, 'a').map(({ attrs }) => attrs.find((a) => a.name === 'href'));
    expect(links.map((link) => link?.value)).toEqual(
      expect.arrayContaining(['https://turan.example/news/1', 'https://irna.example/news/3']),
    );
    const text = plain(body);
    for (const word of ['The turan', 'The irna', 'فارسی', 'IR', '7 February 2026, 09:00']) {
      expect(text).toContain(word);
    }
  });

  it('says of each report what was decided and by what', () => {
    const text = plain(render());
    expect(text).toContain('The first report of this story.');
    expect(text).toContain('The same article as The turan: 92 % of the text is the same.');
    expect(text).toContain('A report of its own on the same event, as told by The turan.');
    expect(text).toContain('In common: baku.');
  });

  it('marks the words that were found where they stand, with a number beside the colour', () => {
    const marks = elementsOf(render(), 'mark').map(
      (mark) => `${mark.attrs[0]?.value} ${textOf(mark)}`,
    );
    expect(marks).toEqual(['c1 iran1', 'c2 baku2', 'c1 İran1', 'c2 Bakıya2', 'c1 İran1']);
    expect(elementsOf(render(), 's').map(textOf)).toEqual(['Doğu Azerbaycan']);
  });

  it('tells the decision in a sentence, with vetoes and the version of the rule', () => {
    const text = plain(render());
    expect(text).toContain('iran1 (İran), baku2 (Bakıya) in the title. Score 4.25; 3 is enough.');
    expect(text).toContain('“oyun” speaks against it (sports), but diplomacy outweighs that.');
    expect(text).toContain('Rule version c9a96bfaf6986039');
  });

  it('names no score where meeting the rule is enough', () => {
    const [match, ...others] = aRecord().matches;
    const { evidence, ...rest } = match as StoryRecord['matches'][0];
    const matches = [{ ...rest, evidence: { ...evidence, threshold: 0 } }, ...others];
    expect(plain(render({ matches }))).toContain('baku2 (Bakıya) in the title.');
    expect(plain(render({ matches }))).not.toContain('is enough');
  });

  it('says who has told a story whose topic waits until enough have', () => {
    const of = (reportedBy: ReportedBy) => {
      const topics = [{ ...aTopic(), reportedBy }];
      return plain(renderReceipt(aRecord(), { ...frame(), topics }).body);
    };
    expect(of({ countries: 2 })).toContain('Told by outlets of at least 2 countries: AZ, IR.');
    expect(of({ outlets: 2 })).toContain('Told by at least 2 outlets: The irna, The turan.');
    const waiting = 'Waits until outlets of 3 countries tell it; so far: AZ, IR.';
    expect(of({ countries: 3 })).toContain(waiting);
    expect(of({ countries: 3 })).toMatch(/Why it matches/);
    expect(of({ countries: 2 })).toMatch(/Why it is in/);
    expect(plain(render())).not.toContain('Told by');
  });

  it('says nothing in colours of a text that is no longer what the evidence counted in', () => {
    const [first, ...others] = aRecord().items;
    const items = [{ ...(first as never as StoryRecord['items'][0]), summary: '' }, ...others];
    expect(elementsOf(render({ items }), 's')).toEqual([]);
    expect(plain(render({ items }))).toContain('(İran)');
  });

  it('shows former texts with their dates and what changed', () => {
    const former = { title: 'İran nazirləri gəlir', summary, contentHtml: '' };
    const revisions = [{ itemId: 1, revisedAt: aMorning + hour, ...former }];
    const body = render({ revisions });
    expect(plain(body)).toContain('Changed 7 February 2026, 10:00: title');
    expect(elementsOf(body, 'del').map(textOf)).toEqual(['gəlir']);
    expect(elementsOf(body, 'ins').map(textOf)).toEqual(['Bakıya gəlib']);
  });

  it('shows an edit of an extract only where the outlet permits extracts', () => {
    const former = { title, summary: summary.replace('Bakıda', 'Gəncədə') };
    const revisions = [{ itemId: 1, revisedAt: aMorning + hour, ...former, contentHtml: '' }];
    expect(elementsOf(render({ revisions }), 'del').map(textOf)).toEqual(['Gəncədə']);
    expect(elementsOf(render({ revisions }, 'link'), 'del', 'ins')).toEqual([]);
  });

  it('answers first why the story is here, then who told it, where it is and what was done', () => {
    const acts = [act('join', 'Same meeting')];
    const headings = elementsOf(render({ acts }), 'h2').map(textOf);
    expect(headings).toEqual([
      expect.stringContaining('Why it is in'),
      'Reports',
      'Where it is published',
      'What editors did',
      'Related stories',
    ]);
    expect(plain(render())).toContain('Reports: 3. Outlets: 2. Languages: 2.');
  });

  it('says what editors did and when, and keeps to itself who and why', () => {
    const text = plain(render({ acts: [act('split', 'A note of ours')] }));
    expect(text).toContain('7 February 2026, 09:00: reports were parted into another story');
    expect(text).not.toMatch(/A note of ours|Leyla/);
    expect(plain(render())).not.toContain('What editors did');
  });

  it('says of a rule of conditions alone that it asks for no words', () => {
    const match = aMatchOn(1);
    const evidence = { ...match.evidence, hits: [], masked: [], vetoes: [] };
    const text = plain(render({ matches: [{ ...match, evidence }] }));
    expect(text).toContain('The rule asks for no words: source, language and country meet it.');
    expect(text).not.toContain('It names');
  });

  it('shows one report that matches, and keeps the others at hand', () => {
    const body = render({ matches: [aMatchOn(1), aMatchOn(2), aMatchOn(3)] });
    const [details] = elementsOf(body, 'details');
    expect(textOf(details as Element)).toMatch(/^Other reports that match: 2/);
    expect(elementsOf(render(), 'details')).toEqual([]);
  });

  it('stays readable with a hundred reports: extracts of the first, and a count of the last', () => {
    const items = Array.from({ length: 100 }, (_, index) =>
      aStoredItem({ id: index + 1, title: `Report ${index}`, summary: `Extract ${index}.` }),
    );
    const body = render({ items, matches: [] });
    expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    expect(plain(body).match(/Extract \d+/g)).toHaveLength(12);
    expect(plain(body).match(/Report \d+/g)?.length).toBeGreaterThanOrEqual(60);
    expect(plain(body)).toContain('Further reports: 40');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example/'])(
    'leads nowhere with %s for a link',
    (link) => {
      const items = aRecord().items.map((item) => ({ ...item, link }));
      const body = render({ items });
      expect(body).not.toContain(link);
      expect(plain(body)).toContain('Bakıya gəliblər');
    },
  );

  it('says where it is and was published, under which id', () => {
    const text = plain(render());
    expect(text).toContain('tag:news.example.org,2026:story/');
    expect(text).toContain(
      'All languages: dated 7 February 2026, 09:00; came in on 7 February 2026, 09:05; in the current documents',
    );
    expect(text).toContain('in the archive since 8 February 2026, 09:00');
  });

  it.each([
    ['rule', 'no report matches the rule any more'],
    ['split', 'an editor moved the report'],
  ] as const)('says why it left: %s', (leftReason, words) => {
    const entries = aRecord().entries.map(
      (row): EntryRecord => ({ ...row, leftAt: aMorning, leftReason }),
    );
    expect(plain(render({ entries }))).toContain(words);
  });

  it('prints no more of a text than its outlet permits', () => {
    const other = 'Nümayəndə heyəti';
    const contentHtml = `<p>${other} İran sərhədinə yollanıb.</p>`;
    const [first, ...others] = aRecord().items;
    const items = [{ ...(first as StoryRecord['items'][0]), contentHtml }, ...others];
    expect(plain(render({ items }, 'link'))).not.toContain('heyəti');
    expect(plain(render({ items }, 'summary'))).toContain('heyəti Bakıda');
    expect(plain(render({ items }, 'summary'))).not.toContain(other);
  });

  it.each(nastyTexts)('keeps its structure with %s in every text', (_, text) => {
    const items = aRecord().items.map((item) => ({ ...item, title: text, summary: text }));
    const body = render({ items, related: [{ storyId: 'x', title: text, language: 'az' }] });
    expect(elementsOf(body, 'script', 'b', 'img')).toEqual([]);
    expect(elementsOf(body, 'h1', 'main')).toHaveLength(2);
  });
});

describe('the receipt of a retracted story', () => {
  const entries = aRecord().entries.map(
    (row): EntryRecord => ({ ...row, leftAt: aMorning + day, leftReason: 'retracted' }),
  );
  const revisions = [
    { itemId: 1, revisedAt: aMorning, title: 'Former words', summary: '', contentHtml: '' },
  ];
  const body = render({ entries, revisions });

  it('says so, when, and who had told it', () => {
    const text = plain(body);
    expect(text).toContain('This story was retracted');
    expect(text).toContain('8 February 2026, 09:00');
    expect(text).toContain('The turan');
    expect(body).toContain('noindex');
  });

  it('gives the reason that its record in the feeds gives', () => {
    const acts = [act('split', 'A note of ours'), act('retract', 'The outlet withdrew it.')];
    const text = plain(render({ entries, acts }));
    expect(text).toContain('Reason: The outlet withdrew it.');
    expect(text).not.toMatch(/A note of ours|Leyla/);
    expect(text).not.toContain('Reason: A');
    expect(plain(body)).not.toContain('Reason');
  });

  it('shows nothing of the text, nor leads to it', () => {
    for (const words of ['İran', 'Bakı', 'Former words', 'دیدار', 'example/news']) {
      expect([words, body.includes(words)]).toEqual([words, false]);
    }
  });
});

describe('the version of receipts', () => {
  it('changes with what they are written by, and only with that', () => {
    expect(receiptVersion(frame())).toBe(receiptVersion(frame()));
    expect(receiptVersion(frame('link'))).not.toBe(receiptVersion(frame()));
    expect(receiptVersion({ ...frame(), topics: [] })).not.toBe(receiptVersion(frame()));
  });
});

describe('a receipt of a site in Persian', () => {
  const { site, ...rest } = frame();
  const { body } = renderReceipt(aRecord(), { ...rest, site: { ...site, language: 'fa' } });

  it('says our own words, numbers and lists as Persian does', () => {
    expect(body).toContain('<html lang="fa" dir="rtl">');
    const [sentence] = elementsOf(body, 'article').filter((card) =>
      textOf(card).includes('امتیاز'),
    );
    const said = textOf(sentence as Element);
    expect(said).toContain('iran1 (İran)، baku2 (Bakıya)');
    expect(said).toContain('امتیاز ۴٫۲۵؛ ۳ بس است');
    expect(textOf(elementsOf(body, 'main')[0] as Element)).toContain('۹۲٪ متن یکسان است');
    expect(elementsOf(body, 'li').map(textOf).join()).toContain('؛ در سندهای کنونی');
  });

  it('shows every report in its own language and direction', () => {
    const told = elementsOf(body, 'p').filter((one) =>
      one.attrs.some(({ name, value }) => name === 'class' && value === 'told'),
    );
    const ways = told.map((one) =>
      one.attrs.filter(({ name }) => name !== 'class').map(({ value }) => value),
    );
    expect(ways).toEqual([
      ['az', 'ltr'],
      ['az', 'ltr'],
      ['fa', 'rtl'],
    ]);
  });

  it('lets no word of the other direction turn the ones beside it', () => {
    const marks = elementsOf(body, 'mark');
    expect(marks.length).toBeGreaterThan(0);
    const loose = marks.filter(({ parentNode }) => {
      const { tagName = '' } = parentNode as Element;
      return tagName !== 'bdi' && tagName !== 'p';
    });
    expect(loose).toEqual([]);
  });
});
