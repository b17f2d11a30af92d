/**
 * How many characters and list places a piece of code looks at, counted where JavaScript looks:
 * in the methods of strings, expressions, arrays, sets and maps. Times depend on the machine and on
 * who else is busy; these counts are the same on every run.
 */
export function countWork(run: () => void): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const count = (prototype: object, name: string, cost: Cost): void => {
    const original = Object.getOwnPropertyDescriptor(prototype, name);
    const method = original?.value as ((...values: unknown[]) => unknown) | undefined;
    if (original === undefined || method === undefined) return;
    Object.defineProperty(prototype, name, {
      ...original,
      value(this: unknown, ...values: unknown[]): unknown {
        const start = this instanceof RegExp && this.global ? this.lastIndex : 0;
        const result = method.apply(this, values);
        work += 1 + cost(this, result, values, start);
        return result;
      },
    });
    restore.push(() => Object.defineProperty(prototype, name, original));
  };
  for (const [prototype, names, cost] of watched) {
    for (const name of names.split(' ')) count(prototype, name, cost);
  }
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return work;
}

type Cost = (self: unknown, result: unknown, values: readonly unknown[], start: number) => number;

const lengthOf = (value: unknown): number => (value as { readonly length: number }).length;
const whole: Cost = (self) => lengthOf(self);
const nothing: Cost = () => 0;

/** A search looks from where it starts to what it finds, or to the end. */
const searched: Cost = (self, result, [, from]) => {
  const start = typeof from === 'number' ? from : 0;
  return (result === -1 ? lengthOf(self) : (result as number)) - start;
};

/** An expression looks from its last index to the end of its match, or to the end of the text. */
const matched: Cost = (self, result, [text], start) => {
  const expression = self as RegExp;
  if (expression.sticky) return 1;
  const found = result as RegExpExecArray | null;
  const end = found === null ? String(text).length : found.index + found[0].length;
  return end - start;
};

const watched: readonly (readonly [object, string, Cost])[] = [
  [String.prototype, 'indexOf', searched],
  [
    String.prototype,
    'lastIndexOf includes replace replaceAll split toLowerCase normalize trim',
    whole,
  ],
  [String.prototype, 'charCodeAt charAt startsWith endsWith slice', nothing],
  [RegExp.prototype, 'exec', matched],
  [RegExp.prototype, 'test', (_, __, [text]) => String(text).length],
  [Array.prototype, 'some find filter map flatMap slice indexOf includes join', whole],
];
