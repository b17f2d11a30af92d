import { describe, expect, it } from 'vitest';
import {
  type PlanInput,
  planSubscriptions,
  pushSiteUrl,
  wantedHubs,
} from '../../../src/app/push/plan-subscriptions.ts';
import { setupOf } from '../../../src/app/setup.ts';
import { day, hour, minute } from '../../../src/domain/instant.ts';
import type { Source, SourceState } from '../../../src/domain/source.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import { aNewState } from '../../support/a-source-state.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { seedMorning as now } from '../../support/an-item.ts';
import { aConfig, siteUrl } from '../../support/river-site.ts';
import { aSource } from '../../support/sources.ts';

const offer = { hubUrl: 'https://hub.example/', selfUrl: 'https://azertag.example/rss' };

const plan = (subscriptions: readonly Subscription[], more: Partial<PlanInput> = {}) =>
  planSubscriptions({
    wanted: new Map([['azertag', offer]]),
    siteUrl,
    subscriptions,
    now,
    mint: () => ({ token: 'n'.repeat(32), secret: 'new' }),
    ...more,
  }).map((action) =>
    action.kind === 'ask'
      ? `${action.mode} ${action.subscription.token.charAt(0)}`
      : `remove ${action.subscription.token.charAt(0)}`,
  );

const active = (more: Partial<Subscription> = {}): Subscription => {
  const { asked: _, ...rest } = aSubscription({ version: 1 });
  return { ...rest, status: 'active', leaseUntil: now + day, nextAt: now + hour, ...more };
};

describe('the plan', () => {
  it.each<[string, readonly Subscription[], Partial<PlanInput>, readonly string[]]>([
    ['subscribes where a hub is named', [], {}, ['subscribe n']],
    ['leaves what is in order', [active()], {}, []],
    ['waits for a confirmation', [aSubscription({ nextAt: now + minute })], {}, []],
    ['asks again when none came', [aSubscription({ nextAt: now })], {}, ['subscribe a']],
    ['renews in time', [active({ nextAt: now })], {}, ['subscribe a']],
    ['lets a hub rest', [active({ status: 'resting', nextAt: now + day })], {}, []],
    ['tries again after a rest', [active({ status: 'resting', nextAt: now })], {}, ['subscribe a']],
    [
      'does not wait for a moment that a wrong clock has set',
      [active({ nextAt: now + 365 * day })],
      {},
      ['subscribe a'],
    ],
    [
      'moves to another hub',
      [active({ hubUrl: 'https://old.example/' })],
      {},
      ['unsubscribe a', 'subscribe n'],
    ],
    [
      'moves with the public address',
      [active()],
      { siteUrl: 'https://new.example' },
      ['unsubscribe a', 'subscribe n'],
    ],
    ['ends with its source', [active()], { wanted: new Map() }, ['unsubscribe a']],
    ['ends when pushes are turned off', [active()], { siteUrl: undefined }, ['unsubscribe a']],
    [
      'ends a request that may still be confirmed',
      [aSubscription()],
      { wanted: new Map() },
      ['unsubscribe a'],
    ],
    [
      'forgets what the hub does not know of',
      [active({ status: 'resting', leaseUntil: now - 1 })],
      { wanted: new Map() },
      ['remove a'],
    ],
    [
      'waits for the end to be confirmed',
      [active({ status: 'ending', nextAt: now + minute })],
      { wanted: new Map() },
      [],
    ],
    [
      'asks for the end again',
      [active({ status: 'ending', nextAt: now, failures: 1 })],
      { wanted: new Map() },
      ['unsubscribe a'],
    ],
    [
      'gives up on a hub that never confirms the end',
      [active({ status: 'ending', nextAt: now, failures: 3 })],
      { wanted: new Map() },
      ['remove a'],
    ],
    [
      'takes back an end that is no longer wanted',
      [active({ status: 'ending', nextAt: now + day })],
      {},
      ['subscribe a'],
    ],
    ['does nothing when pushes are off and none were on', [], { siteUrl: undefined }, []],
  ])('%s', (_name, subscriptions, more, expected) => {
    expect(plan(subscriptions, more)).toEqual(expected);
  });
});

describe('hubs worth a subscription', () => {
  const wantedOf = (source: Partial<Source>, state: Partial<SourceState> = {}) => {
    const declared = aSource({ id: 'azertag', ...source });
    const setup = setupOf(aConfig({ sources: [declared] }));
    return [...wantedHubs(setup, [aNewState(declared, { hub: offer, ...state })])];
  };

  it('are those that sources of the configuration name', () => {
    expect(wantedOf({})).toEqual([['azertag', offer]]);
  });

  it.each<[string, Partial<Source>, Partial<SourceState>]>([
    ['the source is not enabled', { enabled: false }, {}],
    ['its address holds a secret', { publicUrl: 'https://azertag.example/***' }, {}],
    ['it is asked with headers of its own', { headers: { authorization: 'Bearer x' } }, {}],
    ['it is gone', {}, { status: 'gone' }],
    ['the state is that of a former address', {}, { url: 'https://former.example/' }],
  ])('are none when %s', (_name, source, state) => {
    expect(wantedOf(source, state)).toEqual([]);
  });

  it('are none unless pushes are wanted and the site has a public address', () => {
    const { url: _, ...homeless } = aConfig().site;
    expect(pushSiteUrl(setupOf(aConfig()))).toBe(siteUrl);
    expect(pushSiteUrl(setupOf(aConfig({ site: homeless })))).toBeUndefined();
    for (const url of ['http://localhost:8080', 'http://192.168.1.9', 'http://newsbox/river']) {
      const site = { ...homeless, url };
      expect(pushSiteUrl(setupOf(aConfig({ site }))), url).toBeUndefined();
      const allowHosts = [new URL(url).hostname];
      const fetch = { ...aConfig().fetch, allowHosts };
      expect(pushSiteUrl(setupOf(aConfig({ site, fetch }))), url).toBe(url);
    }
    const off = { hubs: [], hub: false, subscribe: false };
    expect(pushSiteUrl(setupOf(aConfig({ push: off })))).toBeUndefined();
  });
});
