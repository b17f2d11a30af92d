// Serving while 200 feeds are polled and published in the same process, as `araz start` does it. A
// server in a process of its own over the same tree takes turns with it: what it takes is the load
// of the machine, polls included, and what the other takes beyond that is ours.
import { createServer } from 'node:http';
import { entryOf, sources as outlets } from './reports.mjs';
import {
  median,
  processorSeconds,
  say,
  startAraz,
  topic,
  untilAnswered,
  wrk,
} from './serve-tools.mjs';

const feedCount = 200;
const entriesPerFeed = 40;
/** One report in so many is of the topics, and comes with a receipt, a month and its feeds. */
const everyTold = 4;
/** What makes a report one of relations between the two, by language. */
const ofTopic = {
  en: 'Azerbaijan and Iran talk:',
  tr: 'Azerbaycan ile İran görüştü:',
  az: 'Azərbaycan və İran danışdı:',
  ru: 'Азербайджан и Иран договорились:',
};

/** A document of the outlet; one report in ten tells what others tell too. */
function feedOf(number) {
  const source = outlets[number];
  const now = Date.now();
  const rows = Array.from({ length: entriesPerFeed }, (_, place) => {
    const at = number * entriesPerFeed + place;
    const event = place % 10 === 0 ? place : at + 1_000;
    const { id, title, summary, link, published } = entryOf({
      number: at,
      event,
      source,
      published: now - place * 600_000,
    });
    const topical = at % everyTold === 0 ? `${ofTopic[source.language]} ${title}` : title;
    return `<item><title>${topical}</title><link>${link}</link><guid isPermaLink="false">${id}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description>${summary} ${summary}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${source.title}</title>${rows.join('')}</channel></rss>`;
}

const gzip = ['Accept-Encoding: gzip'];

export async function measureBesidePolls({ seconds, connections }) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(feedOf(Number(request.url.slice(1))));
  });
  await new Promise((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address();
  const hosts = Array.from({ length: feedCount }, (_, number) => `127.0.0.${number + 1}:${port}`);
  const sources = hosts.map((host, number) => {
    const { id, title, language, country } = outlets[number];
    return { id, url: `http://${host}/${number}`, title, language, country };
  });
  const topics = [
    { id: 'azerbaijan-iran', title: { en: 'A' }, between: ['azerbaijan', 'iran'] },
    { id: 'trade', title: { en: 'T' }, all: ['azerbaijan'] },
  ];
  const profile = process.env.ARAZ_BENCH_PROFILE;
  const flags = profile
    ? ['--cpu-prof', '--cpu-prof-interval=500', `--cpu-prof-dir=${profile}`]
    : [];
  const site = await startAraz('start', { sources, topics, allowHosts: hosts, flags });
  const url = `${site.url}/${topic}/small/rss.xml`;
  await untilAnswered(url);
  const alone = await startAraz('serve', { topics });
  await untilAnswered(`${alone.url}/${topic}/small/rss.xml`);
  const slices = { beside: [], alone: [] };
  const from = processorSeconds(site.pid);
  while (asked < feedCount) {
    const before = asked;
    const told = [];
    for (const [name, { url: at }] of Object.entries({ beside: site, alone })) {
      const target = `${at}/${topic}/small/rss.xml`;
      const { rate, percentiles } = await wrk(target, gzip, { seconds, connections });
      slices[name].push(new Map(percentiles));
      const list = percentiles.map(([percent, ms]) => `p${percent} ${ms.toFixed(1)}`).join(', ');
      told.push(`${name} ${list} ms at ${Math.round(rate)}/s`);
    }
    say(`feeds ${before} to ${asked} of ${feedCount}: ${told.join('; ')}`);
  }
  const spent = Math.round(processorSeconds(site.pid) - from);
  for (const [name, list] of Object.entries(slices)) {
    const [p50, p99] = [50, 99].map((at) => median(list.map((slice) => slice.get(at))).toFixed(1));
    say(`median of ${list.length} slices, ${name}: p50 ${p50} ms, p99 ${p99} ms`);
  }
  say(`the polling process took ${spent} s of processor time`);
  server.close();
  server.closeAllConnections();
}
