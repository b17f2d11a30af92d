import { describe, expect, it } from 'vitest';
import { cleanText, cleanTitle } from '../../src/dedup/clean-text.ts';

describe('cleanTitle', () => {
  it.each([
    ['Quba yolu bağlandı - FOTO', 'Quba yolu bağlandı'],
    ['Quba yolu bağlandı – YENİLƏNİB 2', 'Quba yolu bağlandı'],
    ['СРОЧНО: В Баку прошла встреча', 'В Баку прошла встреча'],
    ['فوری: نشست تهران آغاز شد', 'نشست تهران آغاز شد'],
    ['Summit opens in Tbilisi | Outlet 24', 'Summit opens in Tbilisi'],
    ['Zirvə başladı (FOTO/VİDEO)', 'Zirvə başladı'],
  ])('reads %s as %s', (title, expected) => {
    expect(cleanTitle(title)).toBe(expected);
  });
  it.each([
    'VİDEO',
    'Photo exhibition opens in Ganja',
    'Sülh yaxındır - Əliyev',
    'Live music returns',
  ])('leaves %s alone', (title) => {
    expect(cleanTitle(title)).toBe(title);
  });
});

describe('cleanText', () => {
  const body = 'Nazirlik tədbirin mart ayında keçiriləcəyini açıqlayıb';
  it.each([
    ['a counter', `${body}. Baxış sayı: 1 045`],
    ['a stamp', `07.02.2026 14:20 ${body}.`],
    ['a credit in brackets', `${body}. (APM)`],
    ['the number of the article', `Xəbər kodu: 41090 | ${body}.`],
    ['stamps of entry and change', `Giriş: 02.04.2026 13:00 Güncelleme: 13:38 — ${body}.`],
    ['a dateline', `BAKI, 7 fevral, APM — ${body}.`],
    ['an attribution', `APM agentliyinin xəbərinə görə, ${body}.`],
    ['a read-also line', `${body}.\nHəmçinin oxuyun: Gəncədə sərgi açıldı`],
    ['an outlet before a bar', `Xəbər 24 | ${body}.`],
    ['an outlet before a dash', `(Xəbər 24) — ${body}.`],
  ])('cuts %s', (_name, text) => {
    expect(cleanText(text).replace(/\.$/, '')).toBe(body);
  });

  it('cuts the counter whatever the digits', () => {
    expect(cleanText('نشست تهران امروز برگزار شد و ادامه دارد. بازدید: ۱۲۳')).not.toMatch(
      /123|۱۲۳/,
    );
  });

  it('never cuts a summary away', () => {
    expect(cleanText('(AA)')).toBe('(AA)');
  });

  it('stays quick on a hostile text', () => {
    expect(cleanText('— '.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
    expect(cleanText('a'.repeat(60_000)).length).toBe(60_000);
  });
});
