import type { Child } from 'hono/jsx';

/** A sentence of ours with what stands for its `{name}`s put in; a name without a value stays empty. */
export function fillWords(pattern: string, values: Readonly<Record<string, Child>>): Child[] {
  return pattern
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : (values[part] ?? '')));
}
