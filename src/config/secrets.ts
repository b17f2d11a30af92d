/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const reference = /\$\{ENV:([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Whether the text refers to the environment, or tries to. */
export function mentionsEnvironment(text: string): boolean {
  return /\$\{\s*env\b/i.test(text);
}

/** A reference that is misspelt, such as `${env:NAME}` or `${ENV:MY-NAME}`; undefined when all are right. */
export function findBadReference(text: string): string | undefined {
  return /\$\{[^}]*\}?/.exec(text.replace(reference, ''))?.[0];
}

/** The text with a harmless word in the place of every secret: for checks of its shape. */
export function withPlaceholders(text: string): string {
  return text.replace(reference, 'secret');
}

/** Names of the variables that a text refers to. */
export function listReferences(text: string): readonly string[] {
  return [...text.matchAll(reference)].map(([, name]) => name ?? '');
}

/** Values of all variables that the text refers to and that are set: what no log may show. */
export function listSecrets(text: string, env: Environment): readonly string[] {
  const values = listReferences(text).flatMap((name) => env[name] ?? []);
  return [...new Set(values)].filter((value) => value !== '');
}

/** The text with its secrets put in; a variable that is not set stays as it is written. */
export function resolveSecrets(text: string, env: Environment): string {
  return text.replace(reference, (written, name: string) => env[name] || written);
}
