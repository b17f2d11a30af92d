import { getNodePath, type Node, parseTree } from 'jsonc-parser';
import { type PositionOf, positionIn } from './position.ts';
import type { ConfigProblem, Finding, Path } from './problem.ts';
import { formatPath } from './problem.ts';
import { findSyntaxProblem } from './syntax.ts';

/** A file that is JSON with comments: its value, and where each part of it stands. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Turns a finding into a problem: with the line and column of its key or value, else of what encloses it. */
  locate(finding: Finding): ConfigProblem;
  /** Line of a value, from 1; for messages that name a second place. */
  lineOf(path: Path): number;
}

export type DocumentResult =
  | { readonly kind: 'read'; readonly document: ConfigDocument }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[] };

/** Reads the text; when it is no JSON, says where the first mistake is. Never throws. */
export function readDocument(input: string): DocumentResult {
  // A BOM is what some editors put in front; it is no part of the text (RFC 8259 §8.1).
  const text = input.replace(/^\uFEFF/, '');
  const broken = findSyntaxProblem(text);
  if (broken !== undefined) {
    const { offset, message, cure } = broken;
    const problem = { path: '', ...positionIn(text)(offset), message, cure };
    return { kind: 'broken', problems: [problem] };
  }
  const root = parseTree(text, [], { allowTrailingComma: true });
  const positionOf = positionIn(text);
  const locate = (finding: Finding) => locateFinding(positionOf, root, finding);
  const repeated = root === undefined ? [] : findRepeatedKeys(positionOf, root);
  if (repeated.length > 0) return { kind: 'broken', problems: repeated.map(locate) };
  const lineOf = (path: Path) => positionOf(findNearestNode(root, path)?.offset ?? 0).line;
  return { kind: 'read', document: { value: toValue(root), locate, lineOf } };
}

function childOf(node: Node, part: string | number): Node | undefined {
  if (node.type === 'array') return typeof part === 'number' ? node.children?.[part] : undefined;
  return propertyOf(node, part)?.children?.[1];
}

function propertyOf(node: Node, key: string | number): Node | undefined {
  if (node.type !== 'object') return undefined;
  // The last of repeated keys, as every JSON reader takes it.
  return node.children?.findLast((property) => property.children?.[0]?.value === key);
}

/** The node at a place, or the innermost one around it that exists. */
function findNearestNode(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const part of path) {
    const child: Node | undefined = node && childOf(node, part);
    if (child === undefined) break;
    node = child;
  }
  return node;
}

function locateFinding(
  positionOf: PositionOf,
  root: Node | undefined,
  finding: Finding,
): ConfigProblem {
  const around = findNearestNode(root, finding.path.slice(0, -1));
  const key = around && propertyOf(around, finding.path.at(-1) ?? '')?.children?.[0];
  const node = finding.at === 'key' ? (key ?? around) : findNearestNode(root, finding.path);
  const path = formatPath(finding.path);
  const message = `${path === '' ? 'the file' : path} ${finding.message}`;
  return { path, ...positionOf(node?.offset ?? 0), message, cure: finding.cure };
}

/** Keys written twice in one object: JSON readers silently forget the first. */
function findRepeatedKeys(positionOf: PositionOf, node: Node): readonly Finding[] {
  const inner = (node.children ?? []).flatMap((child) => findRepeatedKeys(positionOf, child));
  if (node.type !== 'object') return inner;
  const lines = new Map<string, number>();
  const own = (node.children ?? []).flatMap((property): readonly Finding[] => {
    const key = property.children?.[0];
    if (key === undefined) return [];
    const name = String(key.value);
    const path = [...getNodePath(node), name];
    const before = lines.get(name);
    lines.set(name, positionOf(key.offset).line);
    if (name === '__proto__') {
      return [{ path, at: 'key', message: 'is not a known key', cure: 'remove it' }];
    }
    if (before === undefined) return [];
    const message = `stands twice in one object: here and on line ${before}`;
    return [{ path, at: 'key', message, cure: 'keep one of the two' }];
  });
  return [...own, ...inner];
}

/** The value of a node; keys are unique by now and never `__proto__`. */
function toValue(node: Node | undefined): unknown {
  if (node?.type === 'array') return (node.children ?? []).map(toValue);
  if (node?.type !== 'object') return node?.value as unknown;
  const entries = (node.children ?? []).map((property): [string, unknown] => [
    String(property.children?.[0]?.value),
    toValue(property.children?.[1]),
  ]);
  return Object.fromEntries(entries);
}
