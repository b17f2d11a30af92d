import { describe, expect, it } from 'vitest';
import { demoSetup } from '../../../src/app/demo/demo-setup.ts';
import { publicUrlOf } from '../../../src/app/public-url.ts';

const newsroomUrl = 'http://127.0.0.1:8599';

describe('the addresses in documents of the demo', () => {
  it('are those it is served at', () => {
    const setup = demoSetup(newsroomUrl, { host: '127.0.0.2', port: 18_090 });
    expect(publicUrlOf(setup)).toBe('http://127.0.0.2:18090');
  });

  it('are the configured ones where the port is not known yet', () => {
    const configured = publicUrlOf(demoSetup(newsroomUrl));
    expect(publicUrlOf(demoSetup(newsroomUrl, { port: 0 }))).toBe(configured);
  });
});
