import { describe, expect, it } from 'vitest';
import { Newsdesk, type Report } from '../support/newsdesk.ts';
import { annotate } from '../support/shipped-words.ts';

const report: Report = {
  source: 'one',
  language: 'tr',
  link: 'https://one.example/haber/10481',
  guid: '10481',
  title: 'Kars–Gümrü demiryolu için ihale açıldı',
  summary: 'Bakanlık, hattın 58 kilometrelik bölümünün yenilenmesi için ilan yayımladı.',
};

describe('decide', () => {
  it('knows every item of a feed that is read ten times', () => {
    const desk = new Newsdesk(annotate);
    const feed = [1, 2, 3, 4, 5].map((n) => ({
      ...report,
      guid: `g${n}`,
      link: `https://one.example/haber/1000${n}`,
      title: `${n}. gün: ${['deprem', 'yangın', 'seçim', 'zirve', 'fuar'][n - 1]} haberleri geldi`,
      summary: `${n * 11} kişi katıldı.`,
    }));
    const first = feed.map((item) => desk.read(item).storyId);
    for (let round = 0; round < 9; round += 1) {
      for (const [index, item] of feed.entries()) {
        const { decision, storyId } = desk.read(item);
        expect(decision.kind).toBe('known');
        expect(storyId).toBe(first[index]);
      }
    }
  });

  it('says by which rung an item is known', () => {
    const desk = new Newsdesk();
    desk.read(report);
    const { decision } = desk.read({ ...report, title: 'Kars–Gümrü demiryolu ihalesi başladı' });
    expect(decision).toMatchObject({ kind: 'known', layer: 'same-id', evidence: { rung: 'guid' } });
  });

  it('takes the same address in another source for a copy of the first', () => {
    const desk = new Newsdesk();
    const first = desk.read(report);
    const second = desk.read({
      ...report,
      source: 'two',
      guid: 'x',
      link: 'https://m.one.example/haber/10481?utm_source=two',
      summary: '',
    });
    expect(second.decision).toMatchObject({ kind: 'duplicate', of: 1, layer: 'same-link' });
    expect(second.storyId).toBe(first.storyId);
  });

  it('points a copy of a copy at the first original', () => {
    const desk = new Newsdesk();
    desk.read(report);
    for (const source of ['two', 'three']) {
      const { decision } = desk.read({
        ...report,
        source,
        guid: source,
        link: `https://${source}.example/a/77123`,
      });
      expect(decision).toMatchObject({ kind: 'duplicate', of: 1, layer: 'same-content' });
    }
  });

  it('never lets one source reach an item of another by its guid', () => {
    const desk = new Newsdesk();
    desk.read(report);
    const { decision } = desk.read({
      ...report,
      source: 'two',
      link: 'https://two.example/1/2222',
      title: 'Bambaşka bir konu üzerine uzun bir yazı',
      summary: 'Metnin öbür haberle hiçbir ilgisi yok, yalnız numarası aynı.',
    });
    expect(decision.kind).toBe('new');
  });

  it('keeps the number of keys bounded on a long text', () => {
    const desk = new Newsdesk(annotate);
    const { decision } = desk.read({
      ...report,
      summary: 'Bakü Tahran Ankara Tebriz Tiflis deprem yangın sel zirve 12 34 56 78. '.repeat(400),
    });
    expect(decision.kind).toBe('new');
    expect(desk.keyCounts.every((count) => count <= 64)).toBe(true);
  });
});
