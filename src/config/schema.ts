import { z } from 'zod';
import { judgeCron } from './checks/cron.ts';
import { durationPattern, judgeDuration } from './checks/duration.ts';
import { judgeHeaderName, judgeHeaderValue } from './checks/header.ts';
import { judgeCountry, judgeLanguage, judgeTimezone } from './checks/place.ts';
import { judgeAllowedHost, judgeBaseUrl, judgeListenHost, judgeUrl } from './checks/url.ts';
import { type Fault, quote } from './problem.ts';
import { conceptsSchema } from './schema-concepts.ts';
import { id, line, text } from './schema-text.ts';
import { topicsSchema } from './schema-topics.ts';

/**
 * The one description of `feeds.config.json`. It only judges: defaults are filled in and secrets
 * resolved by `buildConfig`, so that the JSON Schema made from it describes what editors write.
 */

const url = () => text(judgeUrl).meta({ examples: ['https://example.org/rss.xml'] });
const language = () => text(judgeLanguage).meta({ examples: ['az', 'tr', 'fa', 'ru', 'en'] });
const duration = (least: string, most: string, example: string) =>
  text((value) => judgeDuration(value, least, most)).meta({
    pattern: durationPattern,
    examples: [example],
  });
const whole = (least: number, most: number, example: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .meta({ examples: [example] });
const port = (example: number) => whole(0, 65_535, example);

function judgeCharset(label: string): Fault | undefined {
  try {
    new TextDecoder(label);
    return undefined;
  } catch {
    // RangeError: no such label in the Encoding Standard.
    return {
      message: `is ${quote(label)}, which is no known charset`,
      cure: 'write a label such as "utf-8" or "windows-1251"',
    };
  }
}

function judgeContact(contact: string): Fault | undefined {
  if (/^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/.test(contact)) return undefined;
  if (/^https?:\/\//.test(contact)) return judgeUrl(contact);
  return {
    message: `is ${quote(contact)}, which is neither a mail nor a web address`,
    cure: 'write one such as "editor@example.org"',
  };
}

const headers = z
  .record(text(judgeHeaderName), text(judgeHeaderValue))
  .meta({ examples: [{ Authorization: `\${ENV:NAME}` }] });

const every = () => duration('1s', '30d', '30m');
const timeout = () => duration('1s', '5m', '20s');
const retention = () => duration('1d', '3660d', '90d');

export const sourceSchema = z
  .strictObject({
    id: id().meta({
      description: 'Your name for the source; its key in the store. Changing it starts afresh.',
      examples: ['azertag-az'],
    }),
    url: url().meta({ description: `Address of the feed. \${ENV:NAME} may stand for a secret.` }),
    title: line(200).exactOptional().meta({ description: 'Name of the outlet. Default: the id.' }),
    language: language().meta({
      description: 'Language of this edition (BCP 47); believed before what the feed says.',
    }),
    country: text(judgeCountry)
      .exactOptional()
      .meta({
        description: 'Where the outlet is based (ISO 3166). Default: ZZ, not known.',
        examples: ['AZ', 'IR', 'TR'],
      }),
    kind: z
      .enum(['agency', 'paper', 'broadcaster', 'independent', 'state', 'igo', 'ngo', 'aggregator'])
      .exactOptional()
      .meta({ description: 'Default: independent.' }),
    rank: whole(1, 9, 3).exactOptional().meta({
      description: '1 is best: decides which outlet shows a story that several tell. Default: 5.',
    }),
    permission: z.enum(['link', 'summary', 'full']).exactOptional().meta({
      description: 'How much of an item the outlet allows us to print. Default: summary.',
    }),
    enabled: z.boolean().exactOptional().meta({ description: 'Default: true.' }),
    every: every().exactOptional().meta({ description: 'Wait between two polls.' }),
    timeout: timeout().exactOptional().meta({ description: 'Of one poll; at most fetch.total.' }),
    timezone: text((value) => judgeTimezone(value, true))
      .exactOptional()
      .meta({
        description: 'IANA zone or fixed offset of dates that name none.',
        examples: ['Asia/Baku', '+03:30'],
      }),
    charset: text(judgeCharset)
      .exactOptional()
      .meta({
        description: 'Charset to use when the document is not what it says.',
        examples: ['windows-1251'],
      }),
    userAgent: text(judgeHeaderValue).exactOptional().meta({
      description: 'User-Agent for this source alone.',
    }),
    headers: headers.exactOptional().meta({
      description: `Extra request headers. \${ENV:NAME} may stand for a secret.`,
    }),
    titleSuffix: line(100)
      .exactOptional()
      .meta({
        description: 'Text to cut from the end of every title.',
        examples: [' - Outlet'],
      }),
    dayFirst: z.boolean().exactOptional().meta({
      description: 'Whether 10.06.2025 is 10 June. Default: by language.',
    }),
    retention: retention().exactOptional().meta({
      description:
        'How long its texts are kept after it last carried them. Default: of "defaults".',
    }),
    liveBlog: z.enum(['update', 'items']).exactOptional().meta({
      description:
        'Whether a live blog is one item that changes with its newest post, or an item for each post that has an identity of its own. Default: items.',
    }),
  })
  .meta({
    id: 'source',
    examples: [{ id: 'azertag-az', url: 'https://azertag.az/rss', language: 'az' }],
  });

const site = z.strictObject({
  title: line(200).exactOptional().meta({ description: 'Default: Araz.' }),
  url: text(judgeBaseUrl)
    .exactOptional()
    .meta({
      description:
        'Where readers find the published tree. Default: the local address of the server.',
      examples: ['https://news.example.org'],
    }),
  language: language().exactOptional().meta({ description: 'Of pages and feeds. Default: en.' }),
  timezone: text((value) => judgeTimezone(value, false))
    .exactOptional()
    .meta({
      description: 'IANA zone for dates on pages only. Default: UTC.',
      examples: ['Asia/Baku'],
    }),
  contact: text(judgeContact)
    .exactOptional()
    .meta({
      description: 'Mail or web address that outlets and readers can write to.',
      examples: ['editor@example.org'],
    }),
});

const defaults = z.strictObject({
  every: every().exactOptional().meta({ description: 'Between two polls. Default: 30m.' }),
  timeout: timeout().exactOptional().meta({ description: 'Of one poll. Default: 20s.' }),
  retention: retention().exactOptional().meta({
    description: 'How long texts are kept after a source last carried them. Default: 90d.',
  }),
});

const fetch = z.strictObject({
  concurrency: whole(1, 64, 16)
    .exactOptional()
    .meta({ description: 'Polls at once. Default: 16.' }),
  hostConnections: whole(1, 8, 1).exactOptional().meta({
    description: 'Connections to one host at once. Default: 1.',
  }),
  hostSpacing: duration('0s', '10m', '2s').exactOptional().meta({
    description: 'Between two starts on one host. Default: 2s.',
  }),
  total: duration('1s', '5m', '30s').exactOptional().meta({
    description: 'Deadline of one poll, redirects and body included. Default: 30s.',
  }),
  allowHosts: z
    .array(text(judgeAllowedHost))
    .exactOptional()
    .meta({
      description: 'Loopback and intranet hosts that may be fetched: "name" or "name:port".',
      examples: [['feeds.intranet:8080']],
    }),
  userAgent: text(judgeHeaderValue).exactOptional().meta({
    description: 'Default: Araz with site.contact or site.url.',
  }),
});

const server = z.strictObject({
  host: text(judgeListenHost)
    .exactOptional()
    .meta({
      description: 'Address to listen on. Default: 127.0.0.1.',
      examples: ['127.0.0.1'],
    }),
  port: port(8080).exactOptional().meta({ description: 'Pages and feeds. Default: 8080.' }),
  operatorPort: port(8081).exactOptional().meta({
    description: 'Health and metrics. Default: 8081.',
  }),
  operatorToken: z
    .string()
    .exactOptional()
    .meta({
      description: `Lets operators in from elsewhere than the loopback: \${ENV:NAME} only.`,
      examples: [`\${ENV:ARAZ_TOKEN}`],
    }),
});

const push = z.strictObject({
  hubs: z
    .array(url())
    .exactOptional()
    .meta({
      description: 'WebSub hubs to tell of changes.',
      examples: [['https://hub.example.org/']],
    }),
  hub: z.boolean().exactOptional().meta({ description: 'Be a WebSub hub. Default: false.' }),
  subscribe: z.boolean().exactOptional().meta({
    description: 'Subscribe to the hubs that sources name. Default: false.',
  }),
});

export const configSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    site: site.exactOptional(),
    schedule: text(judgeCron)
      .exactOptional()
      .meta({
        description: 'Cron expression, UTC: when to look for due sources. Default: every minute.',
        examples: ['* * * * *'],
      }),
    defaults: defaults.exactOptional(),
    fetch: fetch.exactOptional(),
    server: server.exactOptional(),
    push: push.exactOptional(),
    sources: z
      .array(sourceSchema)
      .exactOptional()
      .meta({
        description: 'Whom we read.',
        examples: [[{ id: 'azertag-az', url: 'https://azertag.az/rss', language: 'az' }]],
      }),
    concepts: conceptsSchema.exactOptional().meta({
      description: 'Words by language, for rules; an id that ships with Araz is extended.',
    }),
    topics: topicsSchema.exactOptional().meta({ description: 'What is published.' }),
  })
  .meta({ examples: [{ sources: [], topics: [] }] });

/** The file as an editor writes it, judged but without defaults. */
export type DeclaredConfig = z.infer<typeof configSchema>;

/** A source as an editor writes it. */
export type SourceDeclaration = z.infer<typeof sourceSchema>;
