/** Knuth's multiplicative constant. */
const mix = 0x9e3779b1;
/** Numbers of an edge: parent node, unit, child node, value of the child. */
const stride = 4;
const absent = -1;

/**
 * A trie over UTF-16 units in one flat array: a hash table from (node, unit) to an edge. Walking a
 * word costs a look-up a letter, however many words the trie holds, and each look-up one line of
 * the processor's cache. Node 0 is the root; words carry a value of 0 or more.
 */
export class Trie {
  private capacity = 1 << 12;
  private edges = emptyEdges(this.capacity);
  private count = 1;

  /** Value of a word, which is `value` when the word is new. */
  add(word: string, value: number): number {
    let node = 0;
    let edge = absent;
    for (let index = 0; index < word.length; index++) {
      edge = this.grow(node, word.charCodeAt(index));
      node = this.childOf(edge);
    }
    if (this.valueOf(edge) === absent) this.edges[edge + 3] = value;
    return this.valueOf(edge);
  }

  /** Edge that leaves a node by a unit, or −1. */
  edgeOf(node: number, unit: number): number {
    const edge = this.slotOf(node, unit);
    return this.edges[edge] === absent ? absent : edge;
  }

  /** Node an edge leads to. */
  childOf(edge: number): number {
    return this.edges[edge + 2] as number;
  }

  /** Value of the word that ends with an edge, or −1. */
  valueOf(edge: number): number {
    return this.edges[edge + 3] as number;
  }

  private grow(node: number, unit: number): number {
    // Two thirds full at most: probes stay under two, and the table in the cache.
    if (this.count * 3 >= this.capacity * 2) this.rehash();
    const edge = this.slotOf(node, unit);
    if (this.edges[edge] !== absent) return edge;
    this.edges[edge] = node;
    this.edges[edge + 1] = unit;
    this.edges[edge + 2] = this.count++;
    return edge;
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
    this.capacity *= 2;
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
