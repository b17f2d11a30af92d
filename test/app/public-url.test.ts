import { describe, expect, it } from 'vitest';
import { publicUrlOf, servedAt } from '../../src/app/public-url.ts';
import { configFile, configOf } from '../support/config-file.ts';

const { config } = configOf(configFile({}));

describe('the address of the published tree', () => {
  it.each([
    [{}, 'http://127.0.0.1:8080'],
    [{ port: 8099 }, 'http://127.0.0.1:8099'],
    [{ port: 0 }, 'http://127.0.0.1:8080'],
    [{ host: '192.168.1.7', port: 80 }, 'http://192.168.1.7:80'],
    [{ host: '::1' }, 'http://[::1]:8080'],
    [{ host: '0.0.0.0' }, 'http://127.0.0.1:8080'],
    [{ host: '::' }, 'http://[::1]:8080'],
  ])('while the site has none, served at %j, is %s', (place, expected) => {
    const url = publicUrlOf({ config: servedAt(config, place) });
    expect(url).toBe(expected);
    expect(URL.canParse(url)).toBe(true);
  });

  it('is that of the site, wherever it is served', () => {
    const site = { ...config.site, url: 'https://river.example' };
    const placed = servedAt({ ...config, site }, { port: 8099 });
    expect(publicUrlOf({ config: placed })).toBe('https://river.example');
  });
});
