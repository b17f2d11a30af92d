import { describe, expect, it } from 'vitest';
import { proposeSourceId } from '../../src/config/source-id.ts';
import { idPattern } from '../../src/domain/ids.ts';

describe('the id proposed for a source', () => {
  it.each([
    ['https://azertag.az/rss', 'az', [], 'azertag-az'],
    ['https://www.hurriyet.com.tr/rss/anasayfa', 'tr', [], 'hurriyet-tr'],
    ['https://www.hurriyet.com.tr/rss/dunya', 'tr', ['hurriyet-tr'], 'hurriyet-dunya-tr'],
    ['https://feeds.bbci.co.uk/persian/rss.xml', 'fa', [], 'bbci-fa'],
    ['https://en.trend.az/feeds/index.rss', 'en', [], 'trend-en'],
    ['https://en.trend.az/feeds/index.rss', 'en', ['trend-en'], 'trend-en-2'],
    ['https://en.trend.az/feeds/index.rss', 'en', ['trend-en', 'trend-en-2'], 'trend-en-3'],
    ['https://24.kg/rss/', 'ru', [], '24-ru'],
    ['https://t.me/', undefined, [], 't'],
    ['https://news.am/eng/rss/', 'en', [], 'news-en'],
    ['https://xn--e1afmkfd.xn--p1ai/rss', 'ru-RU', [], 'xn-e1afmkfd-ru'],
  ])('for %s in %s beside %j is %s', (url, language, taken, expected) => {
    expect(proposeSourceId({ url, taken, ...(language !== undefined && { language }) })).toBe(
      expected,
    );
  });

  it.each([
    ['http://127.0.0.1:8099/feed', 'Xəzər Xəbər', 'xezer-xeber'],
    ['http://localhost/feed', 'ایرنا', 'airna'],
    ['http://[::1]:8099/feed', 'Каспий: новости дня', 'kaspiy-novosti-dnya'],
    ['http://10.0.0.7/feed', 'Bakı Xəbər | Son xəbərlər', 'baki-xeber'],
    ['http://10.0.0.7/feed', 'Sözçü – Türkiye’nin gazetesi', 'sozcu'],
    [
      'http://10.0.0.7/feed',
      'Խոսքի ազատության պաշտպանության կոմիտե հիմնադրամ',
      'khoski-azatutyan-pashtpanutyan-komite',
    ],
    ['http://10.0.0.7/feed', 'RSS feed', '10-0-0-7'],
    ['http://127.0.0.1:8099/feed', '', '127-0-0-1-8099'],
    ['http://localhost:8099/feed', '日本', 'localhost-8099'],
    ['no address', '', 'source'],
  ])('for %s falls back on the title %s', (url, title, expected) => {
    expect(proposeSourceId({ url, title, taken: [] })).toBe(expected);
  });

  it('is an id however long the host is', () => {
    const id = proposeSourceId({
      url: `https://${'x'.repeat(60)}.example/`,
      language: 'en',
      taken: [],
    });
    expect(id).toMatch(idPattern);
  });
});
