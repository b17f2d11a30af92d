// Items and megabytes per second of reading, beside other readers on the same documents in one run.
//   npm run bench:parse [-- --rounds 31]
// Absolute figures depend on the machine; the ratios to stock rss-parser are what counts.
import { parseArgs } from 'node:util';
import { Tokenizer } from 'htmlparser2';
import RssParser from 'rss-parser';
import sanitizeHtml from 'sanitize-html';
import { readFeed } from '../dist/library.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '31' } } });
const rounds = Number(values.rounds);
const itemCount = 100;

const words =
  'Aras nehri üzerindeki köprü bugün açıldı iki ülke arasındaki ticaret artacak bakanlar açıklama yaptı sınır kapısı demiryolu projesi görüşüldü'.split(
    ' ',
  );

/** HTML of about so many characters, as news bodies are written: paragraphs, links, a picture. */
function body(characters, seed) {
  let html = `<img src="https://paper.example/images/${seed}.jpg" alt="köprü" width="640" height="360"/>`;
  for (let at = seed; html.length < characters; at += 1) {
    const sentence = Array.from(
      { length: 18 },
      (_, index) => words[(at * 7 + index * 5) % words.length],
    );
    const link = `<a href="https://paper.example/haber/${at}?a=1&amp;b=2">${sentence[3]}</a>`;
    html += `<p>${sentence.slice(0, 9).join(' ')} ${link} <strong>${sentence[9]}</strong> ${sentence.slice(10).join(' ')}.</p>\n`;
  }
  return html;
}

const escapeXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function buildDocument(characters, isCdata) {
  const items = Array.from({ length: itemCount }, (_, index) => {
    const html = body(characters, index);
    return `<item><title>Köprü haberi ${index} &amp; ötesi</title><link>https://paper.example/haber/${index}?utm=1&amp;x=2</link>
<guid isPermaLink="false">paper-${index}</guid><pubDate>Sat, 07 Feb 2026 14:${String(index % 60).padStart(2, '0')}:00 +0400</pubDate>
<dc:creator>Ayşe Yılmaz</dc:creator><category>Ulaşım</category><category>Ekonomi</category>
<description>${isCdata ? `<![CDATA[${html}]]>` : escapeXml(html)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title><link>https://paper.example/</link>
<description>News</description>${items.join('\n')}</channel></rss>`;
}

/** The tokeniser alone: every callback is called and does nothing. */
const silent = Object.fromEntries(
  'onattribdata onattribentity onattribend onattribname oncdata onclosetag oncomment ondeclaration onend onopentagend onopentagname onprocessinginstruction onselfclosingtag ontext ontextentity'
    .split(' ')
    .map((name) => [name, () => undefined]),
);

async function loadFeedsmith() {
  try {
    return (await import('feedsmith')).parseFeed;
  } catch {
    return undefined;
  }
}

const stock = new RssParser();
const feedsmith = await loadFeedsmith();
const url = 'https://paper.example/rss.xml';
const decode = (bytes) => new TextDecoder().decode(bytes);
const readers = {
  'rss-parser': (bytes) => stock.parseString(decode(bytes)),
  'rss-parser + sanitize-html': async (bytes) => {
    const feed = await stock.parseString(decode(bytes));
    for (const item of feed.items) item.content = sanitizeHtml(item.content ?? '');
    return feed;
  },
  ...(feedsmith && { feedsmith: async (bytes) => feedsmith(decode(bytes)) }),
  'htmlparser2 tokeniser': async (bytes) => {
    const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, silent);
    tokenizer.write(decode(bytes));
    tokenizer.end();
  },
  'araz, sanitize: false': (bytes) => readFeed(bytes, { url, sanitize: false }),
  araz: (bytes) => readFeed(bytes, { url }),
};

/**
 * Milliseconds of processor time per reader and round, garbage collection included: what others do
 * on the machine counts less than with a clock. Rounds are interleaved.
 */
async function measure(bytes) {
  const times = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  const repeats = Math.max(1, Math.round(400_000 / bytes.length));
  for (let round = -3; round < rounds; round += 1) {
    for (const [name, read] of Object.entries(readers)) {
      const start = process.cpuUsage();
      for (let repeat = 0; repeat < repeats; repeat += 1) await read(bytes);
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[name].push((user + system) / 1_000 / repeats);
    }
  }
  return times;
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Median of the ratios within each round: a slow round is slow for all. */
const ratio = (base, times) => median(base.map((ms, round) => ms / times[round]));

const print = (line) => process.stdout.write(`${line}\n`);
if (!feedsmith) print('feedsmith is not installed and left out.\n');
const pad = (text, width) => String(text).padStart(width);
for (const isCdata of [true, false]) {
  for (const characters of [300, 1_000, 3_000]) {
    const bytes = new TextEncoder().encode(buildDocument(characters, isCdata));
    const times = await measure(bytes);
    print(
      `${isCdata ? 'CDATA' : 'escaped'} bodies of ${characters / 1_000} KB, ${itemCount} items, ${Math.round(bytes.length / 1_000)} KB`,
    );
    for (const [name, list] of Object.entries(times)) {
      const ms = median(list);
      const stockRatio = ratio(times['rss-parser'], list);
      const safeRatio = ratio(times['rss-parser + sanitize-html'], list);
      print(
        `  ${name.padEnd(28)}${pad(Math.round((itemCount / ms) * 1_000), 9)} items/s${pad((bytes.length / ms / 1_000).toFixed(1), 8)} MB/s` +
          `${pad(stockRatio.toFixed(2), 7)} × rss-parser${pad(safeRatio.toFixed(2), 7)} × rss-parser + sanitize-html`,
      );
    }
  }
}
