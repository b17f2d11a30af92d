import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, runAraz, startAraz } from '../support/araz-command.ts';
import { makeWorkFolder, type WorkFolder } from '../support/work-folder.ts';

/** Of Debian's package; nothing may be fetched, updated or reported by it. */
const executablePath = '/usr/bin/chromium';
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a slow phone opens without waiting: page and stylesheet as they are transferred. */
const transferredBytesMax = 60_000;
/**
 * No more than what a browser shows that paints while half a line has come; 0.1 is called good
 * (Web Vitals), and there are no pictures, fonts or scripts that could come late.
 */
const layoutShiftMax = 0.01;
const topic = '/topics/azerbaijan-iran/';

let work: WorkFolder;
let serving: Running;
let browser: Browser;
let site = '';
let receipt = '';
let retracted = '';

beforeAll(async () => {
  work = makeWorkFolder();
  serving = startAraz(['--data', work.dataDir, 'demo', '--port', '0']);
  [, site = ''] = await serving.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
  await untilPublished();
  [receipt = ''] = await receiptsOf('azerbaijan-iran');
  retracted = await retractedReceipt();
  browser = await chromium.launch({ executablePath, args: quiet });
});

afterAll(async () => {
  await browser?.close();
  serving.kill('SIGTERM');
  await serving.ended;
  work.remove();
});

/** The front page, empty before the first poll, is written last: what it leads to is there. */
async function untilPublished(): Promise<void> {
  const frontPage = async () => (await fetch(site)).text();
  while (!(await frontPage()).includes('href="stories/')) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The receipts of what a topic tells, those that most outlets told first. */
async function receiptsOf(topicId: string): Promise<readonly string[]> {
  const response = await fetch(`${site}/topics/${topicId}/feed.json`);
  const { items } = (await response.json()) as { items: Told[] };
  return items
    .toSorted((a, b) => outletsOf(b) - outletsOf(a))
    .map((told) => new URL(told._araz.receipt).pathname);
}

/** The receipt of a story that an editor took out. */
async function retractedReceipt(): Promise<string> {
  const [path = ''] = await receiptsOf('caspian');
  const id = path.split('/').at(-2) ?? '';
  const retract = ['--data', work.dataDir, 'retract', id, '--reason', 'The outlet withdrew it.'];
  expect((await runAraz(retract)).code).toBe(0);
  return path;
}

interface Told {
  readonly _araz: { readonly receipt: string; readonly also_reported_by: readonly unknown[] };
}

function outletsOf({ _araz }: Told): number {
  return _araz.also_reported_by.length;
}

const pages: readonly (readonly [string, () => string])[] = [
  ['the front page', () => '/'],
  ['a topic in all languages', () => topic],
  ['a topic in Azerbaijani', () => `${topic}az/`],
  ['a topic in Persian', () => `${topic}fa/`],
  ['a topic in Russian', () => `${topic}ru/`],
  ['a topic without stories', () => '/topics/earthquakes-turkiye-iran/hy/'],
  ['a receipt', () => receipt],
  ['a receipt of a retracted story', () => retracted],
  ['the months of a topic', () => `${topic}archive/`],
  ['a month of a topic', () => `${topic}archive/2026-02/`],
  ['the status', () => '/status'],
  ['a search before its question', () => '/search'],
  ['results of a search', () => '/search?q=aliyev&sort=newest'],
  ['a Persian search', () => `/search?hl=fa&q=${encodeURIComponent('ایران')}`],
  ['a search that finds nothing', () => '/search?q=zzzz&hl=ru'],
  ['a page that is not there', () => '/nothing/here'],
  ['an address that is too long', () => `/${'a'.repeat(3_000)}`],
];

const widths = [375, 1280] as const;
const schemes = ['light', 'dark'] as const;

interface Opened {
  readonly page: Page;
  /** Bytes that came over the wire, headers left aside. */
  readonly transferred: number;
}

async function open(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<Opened> {
  const viewport = { width, height: 800 };
  const page = await browser.newPage({ viewport, colorScheme });
  const session = await page.context().newCDPSession(page);
  let transferred = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    transferred += encodedDataLength;
  });
  await session.send('Network.enable');
  const failed: string[] = [];
  page.on('console', (message) => {
    // Refusals are among the pages looked at.
    if (message.type() === 'error' && !/\b4\d\d\b/.test(message.text()))
      failed.push(message.text());
  });
  await page.goto(site + path, { waitUntil: 'load' });
  expect(failed).toEqual([]);
  return { page, transferred };
}

describe.each(pages)('%s', (_, path) => {
  const views = widths.flatMap((width) => schemes.map((scheme) => [width, scheme] as const));

  it.each(views)(
    'at %i pixels, %s: fits, stands still, is light and accessible',
    async (width, scheme) => {
      const { page, transferred } = await open(path(), width, scheme);
      try {
        expect(transferred).toBeLessThanOrEqual(transferredBytesMax);
        expect(await page.evaluate(widthBeyond)).toBe(0);
        expect(await page.evaluate(layoutShift)).toBeLessThan(layoutShiftMax);
        expect(await page.evaluate(`${axe};axe.run(${rules}).then(${faultsOf})`)).toEqual([]);
        if (width === 375) expect(await page.evaluate(smallTargets)).toEqual([]);
        // What 1280 pixels are at a zoom of 400 % (WCAG 2.2 §1.4.10).
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await page.evaluate(widthBeyond)).toBe(0);
      } finally {
        await page.close();
      }
    },
  );

  it('is reached by keyboard in all its parts, and shows where the focus is', async () => {
    const { page } = await open(path(), 375, 'light');
    try {
      const wanted = await page.evaluate<number>(numberFocusable);
      const reached = new Set<string>();
      for (let presses = 0; presses < wanted + 20 && reached.size < wanted; presses += 1) {
        await page.keyboard.press('Tab');
        const { name, isShown } = await page.evaluate<Focused>(focused);
        if (name !== '') expect([name, isShown]).toEqual([name, true]);
        if (name !== '') reached.add(name);
      }
      expect(reached.size).toBe(wanted);
    } finally {
      await page.close();
    }
  });
});

/** All rules for WCAG 2.2, AAA contrast included, and for good practice. */
const rules = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
});

/** What is touched and less than 44 pixels high. */
const smallTargets = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML.slice(0, 120))`;

/** Pixels by which the page is wider than the window. */
const widthBeyond = `Math.max(0, document.documentElement.scrollWidth - innerWidth)`;

const layoutShift = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 100);
})`;

const faultsOf = `({ violations }) => violations.map(
  ({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | '))`;

/** Numbers what the keyboard has to reach, and says how many there are. */
const numberFocusable = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]')]
    .filter((element) => element.checkVisibility());
  all.forEach((element, index) => element.setAttribute('data-number', String(index)));
  return all.length;
})()`;

interface Focused {
  /** Number of the element; empty for one that is not counted. */
  readonly name: string;
  readonly isShown: boolean;
}

const focused = `(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { name: element.getAttribute('data-number') ?? '', isShown: isOutlined && isInView };
})()`;

describe('the languages of a topic on a phone', () => {
  it.each(['fa', 'ar', 'ka'])(
    'stand in one row that shows the current one: %s',
    async (language) => {
      const { page } = await open(`${topic}${language}/`, 375, 'light');
      try {
        const shown = page.locator('nav [aria-current]');
        const box = await shown.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 1_000)).toBeLessThanOrEqual(375);
        expect(await page.evaluate(`document.querySelector('nav').offsetHeight`)).toBeLessThan(80);
      } finally {
        await page.close();
      }
    },
  );
});

describe('on paper', () => {
  it('a page is dark on white from a dark screen, and nothing is folded away', async () => {
    const { page } = await open(receipt, 1280, 'dark');
    try {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const styleOf = (selector: string, name: string) =>
        page.evaluate(
          `getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${name}')`,
        );
      expect(await styleOf('body', 'background-color')).toBe('rgb(255, 255, 255)');
      expect(await styleOf('.lead', 'color')).toBe('rgb(74, 81, 91)');
      expect(await styleOf('.search', 'display')).toBe('none');
      const cards = page.locator('details .evidence');
      expect(await cards.count()).toBe(4);
      expect((await cards.last().boundingBox())?.height).toBeGreaterThan(50);
    } finally {
      await page.close();
    }
  });
});

describe('without JavaScript', () => {
  it('a reader gets from a topic to a receipt, and from a search to its results', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    try {
      await page.goto(`${site}${topic}`);
      await page.getByRole('link', { name: 'Why this story is here' }).first().click();
      await page.waitForURL(/\/stories\//);
      expect(await page.locator('h1').count()).toBe(1);
      await page.getByRole('searchbox').fill('aliyev');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.waitForURL(/\/search\?/);
      expect(await page.locator('article').count()).toBe(1);
      expect(await page.locator('article mark').count()).toBeGreaterThan(3);
      expect(await page.getByRole('searchbox').inputValue()).toBe('aliyev');
    } finally {
      await context.close();
    }
  });

  it('a feed reader finds the feeds of every topic page', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${site}${topic}fa/`);
    const feeds = page.locator('link[rel=alternate]');
    expect(await feeds.count()).toBe(3);
    await page.goto(`${site}${topic}`);
    expect(await feeds.count()).toBe(3 + 8);
    await page.context().close();
  });
});
