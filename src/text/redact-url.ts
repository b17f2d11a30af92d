/** What stands in the place of a secret wherever a person may read it. */
const hidden = '***';

/** Query parameters whose values open doors. */
const secretParameter =
  /^(?:.*[-_.])?(?:access|api|auth|apikey|credentials?|key|pass|passphrase|passwd|password|pwd|secret|session|sessionid|sig|signature|token|jwt)$/i;

/**
 * A URL as it may be logged and shown: user name and password left out, values of secret-looking
 * query parameters replaced by `***`. Text that is no URL comes back with the same parts replaced.
 */
export function redactUrl(url: string): string {
  const withoutUser = url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
  return withoutUser.replace(/([?&;])([^=&;#]*)=([^&;#]*)/g, (all, mark, name, value) =>
    value !== '' && secretParameter.test(decodeName(name)) ? `${mark}${name}=${hidden}` : all,
  );
}

/** Every occurrence of the given secret values replaced by `***`, also where they are percent-encoded. */
export function redactSecrets(text: string, secrets: Iterable<string>): string {
  const forms = [...secrets].flatMap((secret) => [secret, encodeURIComponent(secret)]);
  // Longest first, so that a secret that contains another leaves nothing of itself behind.
  forms.sort((a, b) => b.length - a.length);
  return forms.reduce(
    (redacted, form) => (form === '' ? redacted : redacted.replaceAll(form, hidden)),
    text,
  );
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A broken percent sequence: the name is judged as it stands.
    return name;
  }
}
