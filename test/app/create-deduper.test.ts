import { describe, expect, it, onTestFinished } from 'vitest';
import { createDeduper, type DeduperOptions, type Report } from '../../src/app/create-deduper.ts';
import { day } from '../../src/domain/instant.ts';
import { seedDay } from '../support/fixed-clock.ts';

function aDeduper(options: DeduperOptions = { now: () => seedDay }) {
  const deduper = createDeduper(options);
  onTestFinished(() => deduper.close());
  return deduper;
}

const ferry: Report = {
  source: 'liman',
  language: 'en',
  id: '71',
  link: 'https://liman.example/news/4071/ferry',
  title: 'Ferry line between Alat and Aktau gets a second ship',
  summary: 'The ship carries ninety wagons and will sail on Mondays, the port of Alat said.',
  published: '2026-02-07T08:00:00Z',
};

const copy: Report = {
  ...ferry,
  source: 'dalga',
  id: 'd-9',
  link: 'https://dalga.example/2026/02/9811-ferry',
};

describe('a deduper', () => {
  it('takes the first report for news', async () => {
    const verdict = await aDeduper().add(ferry);
    expect(verdict).toMatchObject({ kind: 'new', itemId: 1 });
    expect(verdict.storyId).toMatch(/^[a-z2-7]{20}$/);
    expect(verdict).not.toHaveProperty('layer');
  });

  it('knows what the same source carries again', async () => {
    const deduper = aDeduper();
    const first = await deduper.add(ferry);
    const again = await deduper.add({ ...ferry, link: `${ferry.link}?utm_source=rss` });
    expect(again).toMatchObject({ kind: 'known', itemId: 1, of: 1, layer: 'same-id' });
    expect(again.storyId).toBe(first.storyId);
  });

  it('finds the same article of another outlet, and says by what', async () => {
    const deduper = aDeduper();
    const first = await deduper.add(ferry);
    const second = await deduper.add(copy);
    expect(second).toMatchObject({ kind: 'duplicate', itemId: 2, of: 1, storyId: first.storyId });
    expect(second.layer).toBeDefined();
    expect(second.evidence).toBeDefined();
  });

  it('keeps apart what differs in a number', async () => {
    const deduper = aDeduper();
    await deduper.add(ferry);
    const title = 'Ferry line between Alat and Aktau gets a third ship';
    const verdict = await deduper.add({ ...copy, title, summary: 'It carries forty wagons.' });
    expect(verdict.kind).not.toBe('duplicate');
  });

  it('joins one event told in two languages into one story', async () => {
    const deduper = aDeduper();
    const first = await deduper.add({
      source: 'a',
      language: 'en',
      title: 'President Aliyev receives Iranian defence minister in Baku',
      summary: 'Ilham Aliyev and Aziz Nasirzadeh discussed military ties.',
    });
    const second = await deduper.add({
      source: 'b',
      language: 'ru',
      title: 'Президент Алиев принял министра обороны Ирана',
      summary: 'На встрече в Баку с Азизом Насирзаде обсудили военное сотрудничество.',
    });
    expect(second).toMatchObject({ kind: 'same-story', storyId: first.storyId });
  });

  it('decides in the order of the calls, waited for or not', async () => {
    const deduper = aDeduper();
    const verdicts = await Promise.all([deduper.add(ferry), deduper.add(copy), deduper.add(ferry)]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['new', 'duplicate', 'known']);
  });

  it('refuses what is no item and goes on', async () => {
    const deduper = aDeduper();
    const refused = deduper.add({ source: 'a', title: '', summary: 'x' });
    const accepted = deduper.add(ferry);
    await expect(refused).rejects.toMatchObject({ code: 'invalid' });
    expect(await accepted).toMatchObject({ kind: 'new' });
  });

  it('looks for copies of other outlets within a fortnight only', async () => {
    let now = seedDay;
    const deduper = aDeduper({ now: () => now });
    await deduper.add(ferry);
    now += 30 * day;
    expect((await deduper.add(copy)).kind).toBe('new');
    expect((await deduper.add(ferry)).kind).toBe('known');
  });

  it('is empty at the start, whatever another one holds', async () => {
    await aDeduper().add(ferry);
    expect((await aDeduper().add(ferry)).kind).toBe('new');
  });
});
