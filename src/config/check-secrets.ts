import { judgeUrl } from './checks/url.ts';
import type { Finding, Path } from './problem.ts';
import type { DeclaredConfig, SourceDeclaration } from './schema.ts';
import {
  type Environment,
  findBadReference,
  listReferences,
  mentionsEnvironment,
  resolveSecrets,
} from './secrets.ts';

/** Bytes a token needs so that it cannot be guessed. */
const tokenBytesMin = 32;

/** Where a secret may stand: a source's address and headers, and tokens. */
function isSecretPlace(path: Path): boolean {
  const [section, second, key] = path;
  if (section === 'server') return second === 'operatorToken';
  return section === 'sources' && (key === 'url' || key === 'headers');
}

/** Texts that mention the environment, wherever they stand. */
function* listMentions(value: unknown, path: Path): Generator<readonly [Path, string]> {
  if (typeof value === 'string' && mentionsEnvironment(value)) yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* listMentions(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** `${ENV:NAME}` in places that are shown or published, misspelt ones, and tokens in the open. */
export function checkSecretPlaces(value: unknown): readonly Finding[] {
  return [...listMentions(value, [])].flatMap(([path, text]): readonly Finding[] => {
    if (!isSecretPlace(path)) {
      const message = 'refers to the environment, which only url, headers and tokens may do';
      return [{ path, at: 'value', message, cure: 'write the value itself' }];
    }
    const bad = findBadReference(text);
    if (bad === undefined) return [];
    const message = `holds ${bad}, which is no reference`;
    const cure = `write it as \${ENV:NAME}, the name in letters, digits and _`;
    return [{ path, at: 'value', message, cure }];
  });
}

/** Tokens in the open, and variables that are needed and not set. */
export function checkSecretValues(config: DeclaredConfig, env: Environment): readonly Finding[] {
  return [
    ...checkToken(config.server?.operatorToken, env),
    ...(config.sources ?? []).flatMap((source, index) =>
      source.enabled === false ? [] : checkSourceSecrets(source, ['sources', index], env),
    ),
  ];
}

function checkToken(token: string | undefined, env: Environment): readonly Finding[] {
  const path = ['server', 'operatorToken'];
  if (token === undefined) return [];
  if (listReferences(token).length === 0) {
    const cure = `write "\${ENV:ARAZ_TOKEN}" and set the environment variable ARAZ_TOKEN`;
    return [{ path, at: 'value', message: 'holds a secret in the open', cure }];
  }
  return findMissing(token, path, env);
}

function findMissing(text: string, path: Path, env: Environment): readonly Finding[] {
  return listReferences(text)
    .filter((name) => !env[name])
    .map((name) => ({
      path,
      at: 'value',
      message: `needs the environment variable ${name}, which is not set`,
      cure:
        path[0] === 'server'
          ? `set ${name}, or remove the key`
          : `set ${name}, or write "enabled": false`,
    }));
}

function checkSourceSecrets(
  source: SourceDeclaration,
  path: Path,
  env: Environment,
): readonly Finding[] {
  const headers = Object.entries(source.headers ?? {});
  const missing = [
    ...findMissing(source.url, [...path, 'url'], env),
    ...headers.flatMap(([name, value]) => findMissing(value, [...path, 'headers', name], env)),
  ];
  if (missing.length > 0 || listReferences(source.url).length === 0) return missing;
  // The variable may turn a right address into a wrong one; its value is never shown.
  const fault = judgeUrl(resolveSecrets(source.url, env));
  if (fault === undefined) return [];
  const names = listReferences(source.url).join(', ');
  const message = `is no web address with the value of ${names}`;
  return [{ path: [...path, 'url'], at: 'value', message, cure: `correct ${names}` }];
}

/** A token that is short enough to be guessed. */
export function findSecretWarnings(config: DeclaredConfig, env: Environment): readonly Finding[] {
  const token = config.server?.operatorToken;
  const resolved = token === undefined ? undefined : resolveSecrets(token, env);
  if (resolved === undefined || Buffer.byteLength(resolved) >= tokenBytesMin) return [];
  const message = `is shorter than ${tokenBytesMin} characters`;
  const cure = 'make a long one, for example with: openssl rand -hex 32';
  return [{ path: ['server', 'operatorToken'], at: 'value', message, cure }];
}
