import path from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import type { Edition, Rendered } from '../../src/domain/publication.ts';
import { renderMonth, renderMonths } from '../../src/publish/archive-pages/render-month.tsx';
import { renderEdition } from '../../src/publish/formats.ts';
import { html } from '../../src/publish/html.tsx';
import { stylesheet } from '../../src/publish/page-style.ts';
import { renderErrorPage } from '../../src/publish/render-error-page.tsx';
import { renderSite } from '../../src/publish/render-site.ts';
import { aTopic, storyIdOf } from '../support/a-story.ts';
import { anEdition, aPublication } from '../support/an-edition.ts';
import { aMorning, anAttribution, anEntry } from '../support/an-entry.ts';
import { aSource } from '../support/sources.ts';
import { nastyTextEntry, nastyTexts, nastyUrlEntry, nastyUrls } from './nasty.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const site = { title: 'Araz', language: 'en', timezone: 'Asia/Baku' };

function elementsOf(body: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(body));
  return found;
}

function named(body: string, ...names: readonly string[]): readonly Element[] {
  return elementsOf(body).filter(({ tagName }) => names.includes(tagName));
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function never(message: string): never {
  throw new Error(message);
}

/** What tells a story from the first. */
function another(storyId: string) {
  return { storyId, id: `tag:news.example.org,2026:story/${storyId}` };
}

const variants = ['all', 'az', 'fa'].map((variant) =>
  anEdition({
    publication: aPublication({ variant, language: variant === 'all' ? 'en' : variant }),
    entries: [
      anEntry({ alsoReportedBy: [anAttribution({ outlet: 'ایرنا', language: 'fa' })] }),
      anEntry({ ...another('b'), language: 'fa', direction: 'rtl', title: 'دیدار در باکو' }),
      anEntry({ ...another('c'), published: aMorning - 30 * hour, updated: aMorning }),
    ],
  }),
);
const frame = { site, topics: [aTopic()], sources: new Map([['turan', aSource({ id: 'turan' })]]) };
const toldInFebruary = ['az', 'fa'].map((language, index) => ({
  storyId: storyIdOf(index),
  published: aMorning - index * 30 * hour,
  title: language === 'fa' ? 'دیدار در باکو' : 'Bakıda görüş',
  language,
  sourceId: 'turan',
}));
const [newest = never('nothing was told')] = toldInFebruary;
const glance = { stories: 12_345, newest: [newest] };
const receipts = toldInFebruary.map(({ storyId }) => ({
  path: `stories/${storyId}/index.html`,
  mediaType: 'text/plain',
  body: '',
}));
const past: readonly Rendered[] = [
  renderMonths(aTopic(), ['2026-02'], frame),
  renderMonth(aTopic(), '2026-02', toldInFebruary, frame),
];
const tree: readonly Rendered[] = [
  ...past,
  ...renderSite({
    site,
    publicUrl: 'https://news.example.org',
    topics: [aTopic()],
    sources: [aSource()],
    glances: new Map([['azerbaijan-iran', glance]]),
  }),
  ...variants.flatMap(renderEdition),
];
const pages = tree.filter(({ path: file }) => file.endsWith('.html'));
const held = new Set([
  ...[...tree, ...receipts].map(({ path: file }) => file),
  'topics/azerbaijan-iran/corrections.atom',
]);

describe('a page', () => {
  it.each(pages)('at $path has one h1, no skipped heading and its landmarks', ({ body }) => {
    const levels = named(body, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
    const landmarks = named(body, 'header', 'main', 'footer').map(({ tagName }) => tagName);
    expect(landmarks).toEqual(['header', 'main', 'footer']);
    expect(attribute(named(body, 'html')[0], 'lang')).toBeTruthy();
    expect(textOf(named(body, 'title')[0] as Node)).toContain('Araz');
  });

  it.each(pages)('at $path needs no script and no inline style', ({ body }) => {
    expect(named(body, 'script', 'style', 'iframe', 'img')).toEqual([]);
    const attributes = elementsOf(body).flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  it.each(pages)(
    'at $path links only to what the tree holds, relatively',
    ({ path: file, body }) => {
      const links = named(body, 'a', 'link')
        .map((element) => attribute(element, 'href') ?? '')
        .filter((href) => !href.startsWith('https://') && !href.startsWith('#'));
      const targets = links.map((href) => {
        const target = path.posix.join(path.posix.dirname(file), href);
        return target.endsWith('/') || target === '.'
          ? path.posix.join(target, 'index.html')
          : target;
      });
      expect(targets.filter((target) => !held.has(target))).toEqual([]);
      expect(links.filter((href) => href.startsWith('/'))).toEqual([]);
      expect(targets).toContain(stylesheet.path);
    },
  );

  it.each(pages)('at $path gives every id once and labels what it says it labels', ({ body }) => {
    const ids = elementsOf(body).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = elementsOf(body).flatMap(
      (element) => attribute(element, 'aria-labelledby')?.split(' ') ?? [],
    );
    expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
  });
});

describe('the past of a topic', () => {
  it('names every story of a month under its day, and leads to its receipt', () => {
    const body = past[1]?.body ?? '';
    expect(named(body, 'h1').map(textOf)).toEqual(['February 2026']);
    expect(named(body, 'h2').map(textOf)).toEqual([
      'Saturday, 7 February 2026',
      'Friday, 6 February 2026',
    ]);
    const links = named(body, 'li').map((item) => attribute(item.childNodes[0] as Element, 'href'));
    expect(links).toEqual(toldInFebruary.map(({ storyId }) => `../../../../stories/${storyId}/`));
  });

  it.each([
    ['ru', 'Февраль 2026'],
    ['fa', 'فوریه ۲۰۲۶'],
    ['az', 'Fevral 2026'],
    ['ka', 'თებერვალი 2026'],
  ])('names months as they stand alone in %s', (language, name) => {
    const { body } = renderMonths(aTopic(), ['2026-02'], { ...frame, site: { ...site, language } });
    expect(body).toContain(name);
  });
});

describe('a river', () => {
  it('runs as its language does, and each entry as its own', () => {
    const [all, , persian] = variants.map((edition) => html.render(edition));
    expect(attribute(named(all ?? '', 'html')[0], 'dir')).toBe('ltr');
    expect(attribute(named(persian ?? '', 'html')[0], 'dir')).toBe('rtl');
    const titles = named(all ?? '', 'h3').map((title) => [
      attribute(title, 'lang'),
      attribute(title, 'dir'),
    ]);
    expect(titles).toEqual([
      ['az', 'ltr'],
      ['fa', 'rtl'],
      ['az', 'ltr'],
    ]);
  });

  it('announces its feeds to readers, and beside those of all languages one of each', () => {
    const body = html.render(anEdition());
    const links = named(body, 'link').filter(
      (element) => attribute(element, 'rel') === 'alternate',
    );
    expect(
      links.map((element) => [attribute(element, 'type'), attribute(element, 'href')]),
    ).toEqual([
      ['application/rss+xml', 'rss.xml'],
      ['application/atom+xml', 'atom.xml'],
      ['application/feed+json', 'feed.json'],
      ...anEdition().publication.languages.map((tag) => [
        'application/atom+xml',
        `${tag}/atom.xml`,
      ]),
    ]);
  });

  it('says to those who show a link to it what it is', () => {
    const said = named(html.render(anEdition()), 'meta')
      .filter((element) => attribute(element, 'property')?.startsWith('og:'))
      .map((element) => attribute(element, 'property'));
    expect(said).toEqual(['og:type', 'og:site_name', 'og:title', 'og:description']);
  });

  it('writes days and times in the zone of the site, and the moment for machines', () => {
    const published = Date.UTC(2026, 1, 7, 21, 30);
    const body = html.render(anEdition({ entries: [anEntry({ published, updated: published })] }));
    expect(named(body, 'h2').map(textOf)).toEqual(['Sunday, 8 February 2026']);
    const [time] = named(body, 'time');
    expect([textOf(time as Node), attribute(time, 'datetime')]).toEqual([
      '01:30',
      '2026-02-07T21:30:00.000Z',
    ]);
  });

  it('says in its language that there is nothing yet', () => {
    const publication = aPublication({ variant: 'fa', language: 'fa' });
    expect(html.render(anEdition({ publication, entries: [] }))).toContain('هنوز خبری نیست');
  });

  it('speaks English where we have no words of a language', () => {
    const publication = aPublication({ variant: 'ku', language: 'ku' });
    const body = html.render(anEdition({ publication, entries: [] }));
    expect(attribute(named(body, 'html')[0], 'lang')).toBe('en');
    expect(body).toContain('No stories yet');
  });

  it('marks the language it is in', () => {
    const current = named(html.render(variants[2] as Edition), 'a').filter((element) =>
      attribute(element, 'aria-current'),
    );
    expect(current.map(textOf)).toEqual(['فارسی']);
  });

  it('stays under 60 KB, and says where the rest is', () => {
    const also = Array.from({ length: 30 }, (_, number) =>
      anAttribution({ outlet: `خبرگزاری ${number}`, title: 'خبر '.repeat(60), language: 'fa' }),
    );
    const entries = Array.from({ length: 50 }, (_, number) =>
      anEntry({
        storyId: `s${number}`,
        title: 'Başlıq '.repeat(100),
        summary: 'Мәтн '.repeat(60),
        alsoReportedBy: also,
      }),
    );
    const body = html.render(anEdition({ entries }));
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
    expect(named(body, 'article').length).toBeGreaterThan(8);
    expect(body).toContain('More stories are in the feeds.');
  });

  it.each(nastyTexts)('keeps its structure with %s in every text', (_, text) => {
    const shape = (edition: Edition) =>
      named(html.render(edition), 'article', 'h3', 'script', 'b', 'main').map((e) => e.tagName);
    const nasty = anEdition({ entries: [anEntry(nastyTextEntry(text))] });
    expect(shape(nasty)).toEqual(['main', 'article', 'h3']);
  });

  it.each(nastyUrls)('leads nowhere dangerous with an address that is %s', (_, url) => {
    const body = html.render(anEdition({ entries: [anEntry(nastyUrlEntry(url))] }));
    const hrefs = named(body, 'a').map((element) => attribute(element, 'href') ?? '');
    expect(
      hrefs.filter((href) => !/^(?:https?:\/\/|#|\.|[a-z]+\.(?:xml|json)$)/.test(href)),
    ).toEqual([]);
  });
});

describe('the front page', () => {
  const input = {
    site,
    publicUrl: 'https://news.example.org',
    topics: [aTopic(), aTopic({ id: 'caspian', title: { en: 'Caspian' } })],
    sources: [aSource({ id: 'turan', title: 'Turan' })],
    glances: new Map([['azerbaijan-iran', glance]]),
  };
  const pageOf = (given: Partial<typeof input>): string =>
    renderSite({ ...input, ...given }).find(({ path: file }) => file === 'index.html')?.body ?? '';

  it('says of every topic how many stories it has, and which are the newest', () => {
    const [first = never('no card'), second = never('one card')] = named(pageOf({}), 'section');
    const told = textOf(first);
    expect(told).toContain('Stories: 12\u202F345');
    expect(told).toContain('Bakıda görüş');
    expect(told).toContain('Turan');
    expect(told).toContain('7 February 2026, 13:00');
    expect(textOf(second)).toContain('Stories: 0');
    expect(textOf(second)).toContain('No stories yet');
  });

  it('names topic and numbers in the language of the site', () => {
    const told = textOf(named(pageOf({ site: { ...site, language: 'fa' } }), 'main')[0] as Node);
    expect(told).toContain('روابط جمهوری آذربایجان و ایران');
    expect(told).toContain('خبرها: ۱۲\u202F۳۴۵');
    expect(told).toContain('۱۸ بهمن ۱۴۰۴');
  });

  it('stays the same bytes on the same input', () => {
    expect(pageOf({})).toBe(pageOf({}));
  });

  it('opens on a slow phone whatever the number of topics, and names them all', () => {
    const topics = Array.from({ length: 120 }, (_, number) =>
      aTopic({ id: `topic-${number}`, title: { en: `Topic ${number} `.repeat(3) } }),
    );
    const glances = new Map(topics.map(({ id }) => [id, glance]));
    const body = pageOf({ topics, glances });
    expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    expect(named(body, 'a').map((link) => attribute(link, 'href'))).toEqual(
      expect.arrayContaining(topics.map(({ id }) => `topics/${id}/`)),
    );
  });
});

describe('a page that stands for a refusal', () => {
  const languages = ['en', 'az', 'tr', 'fa', 'ru', 'hy', 'ka', 'ar'];
  const statuses = [404, 405, 410, 414, 500] as const;

  it('speaks the language of the site, each status in words of its own', () => {
    const titles = languages.flatMap((language) =>
      statuses.map((status) => {
        const body = renderErrorPage(status, '/a/b', { ...site, language });
        expect(attribute(named(body, 'html')[0], 'lang')).toBe(language);
        expect(named(body, 'a').map((link) => attribute(link, 'href'))).toContain('../');
        return textOf(named(body, 'h1')[0] as Node);
      }),
    );
    expect(new Set(titles).size).toBe(languages.length * statuses.length);
  });

  it('speaks English where we have no words', () => {
    const body = renderErrorPage(404, '/', { ...site, language: 'uz' });
    expect(body).toContain('<html lang="en" dir="ltr">');
    expect(body).toContain('Page not found');
  });
});
