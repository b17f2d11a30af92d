/** Knuth's multiplicative constant. */
const mix = 0x9e3779b1;
/** Numbers of an edge: parent node, unit, what follows, value of the word that ends here. */
const stride = 4;
const absent = -1;
/** What follows an edge: a node, `absent`, or the rest of the one word that goes on (its number below). */
const tailBase = -2;
/** Edges up to which a table counts as small: 4 MB. */
const smallMax = 1 << 18;

/** Called with the end of a word in the text, exclusive, and its value. */
export type Visit = (end: number, value: number) => void;

/**
 * A trie over UTF-16 units in one flat array: a hash table from (node, unit) to an edge. Where only
 * one word goes on, its rest is kept as a string: most of a large word list is such rests, and each
 * look-up in a table too large for the processor's cache costs as much as comparing a whole word.
 * Node 0 is the root; words carry a value of 0 or more.
 */
export class Trie {
  private capacity = 1 << 12;
  private edges = emptyEdges(this.capacity);
  private edgeCount = 0;
  private nodeCount = 1;
  private readonly tails: string[] = [];
  private readonly tailValues: number[] = [];

  /** Value of a word of one unit or more, which is `value` when the word is new. */
  add(word: string, value: number): number {
    let node = 0;
    for (let index = 0; index < word.length; index++) {
      const edge = this.slotOf(node, word.charCodeAt(index));
      if (this.edges[edge] === absent) {
        this.insert(node, word, index, value);
        return value;
      }
      if (index === word.length - 1) return this.endAt(edge, value);
      const next = this.edges[edge + 2] as number;
      if (next <= tailBase && this.tailOf(next) === word.slice(index + 1)) {
        return this.tailValues[tailBase - next] as number;
      }
      node = next >= 0 ? next : this.branch(edge);
    }
    return absent;
  }

  private endAt(edge: number, value: number): number {
    if (this.edges[edge + 3] === absent) this.edges[edge + 3] = value;
    return this.edges[edge + 3] as number;
  }

  /** Tells of every word that the text from `start` begins with, `end` exclusive, shortest first. */
  match(text: string, start: number, end: number, visit: Visit): void {
    let node = 0;
    for (let index = start; index < end; index++) {
      const edge = this.slotOf(node, text.charCodeAt(index));
      if (this.edges[edge] === absent) return;
      const value = this.edges[edge + 3] as number;
      if (value !== absent) visit(index + 1, value);
      const next = this.edges[edge + 2] as number;
      if (next < 0) {
        if (next <= tailBase) this.matchTail(next, text, index + 1, end, visit);
        return;
      }
      node = next;
    }
  }

  private matchTail(next: number, text: string, from: number, end: number, visit: Visit): void {
    const tail = this.tailOf(next);
    const to = from + tail.length;
    if (to <= end && text.startsWith(tail, from))
      visit(to, this.tailValues[tailBase - next] as number);
  }

  private tailOf(next: number): string {
    return this.tails[tailBase - next] as string;
  }

  /** Puts the rest of a word, from `index` on, under a node that has no edge for it yet. */
  private insert(node: number, word: string, index: number, value: number): void {
    // Two thirds full at most: probes stay under two.
    if (this.edgeCount * 3 >= this.capacity * 2) this.rehash();
    const edge = this.slotOf(node, word.charCodeAt(index));
    this.edgeCount++;
    this.edges[edge] = node;
    this.edges[edge + 1] = word.charCodeAt(index);
    if (index === word.length - 1) {
      this.edges[edge + 3] = value;
      return;
    }
    this.edges[edge + 2] = tailBase - this.tails.length;
    this.tails.push(word.slice(index + 1));
    this.tailValues.push(value);
  }

  /** Gives an edge a node of its own, under which the rest that it had goes on. */
  private branch(edge: number): number {
    const next = this.edges[edge + 2] as number;
    const child = this.nodeCount++;
    this.edges[edge + 2] = child;
    if (next > tailBase) return child;
    const number = tailBase - next;
    this.insert(child, this.tails[number] as string, 0, this.tailValues[number] as number);
    this.tails[number] = '';
    return child;
  }

  private slotOf(node: number, unit: number): number {
    const { edges } = this;
    const mask = this.capacity - 1;
    let slot = (Math.imul(node * 31 + unit, mix) >>> 7) & mask;
    for (;;) {
      const edge = slot * stride;
      const parent = edges[edge];
      if (parent === absent || (parent === node && edges[edge + 1] === unit)) return edge;
      slot = (slot + 1) & mask;
    }
  }

  private rehash(): void {
    const { edges } = this;
    // Small tables grow fast: each step copies all there is.
    this.capacity *= this.capacity < smallMax ? 8 : 2;
    this.edges = emptyEdges(this.capacity);
    for (let old = 0; old < edges.length; old += stride) {
      if (edges[old] === absent) continue;
      const edge = this.slotOf(edges[old] as number, edges[old + 1] as number);
      this.edges.set(edges.subarray(old, old + stride), edge);
    }
  }
}

function emptyEdges(capacity: number): Int32Array {
  return new Int32Array(capacity * stride).fill(absent);
}
