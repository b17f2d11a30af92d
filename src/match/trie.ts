/** Code units mixed into a hash: Knuth's multiplicative constant. */
const mix = 0x9e3779b1;

/**
 * A trie over UTF-16 units in flat arrays: one hash table from (node, unit) to node. Walking a word
 * costs a look-up a letter, however many words the trie holds. Node 0 is the root.
 */
export class Trie {
  private capacity = 1 << 12;
  private parents = new Int32Array(this.capacity).fill(-1);
  private units = new Uint16Array(this.capacity);
  private children = new Int32Array(this.capacity);
  private count = 1;

  /** Number of nodes; nodes are 0 … size − 1. */
  get size(): number {
    return this.count;
  }

  /** Node of a word, made when it is not there yet. */
  add(word: string): number {
    let node = 0;
    for (let index = 0; index < word.length; index++)
      node = this.grow(node, word.charCodeAt(index));
    return node;
  }

  /** Child of a node by a unit, or −1. */
  next(node: number, unit: number): number {
    const slot = this.slotOf(node, unit);
    return this.parents[slot] === -1 ? -1 : (this.children[slot] as number);
  }

  private grow(node: number, unit: number): number {
    const slot = this.slotOf(node, unit);
    if (this.parents[slot] !== -1) return this.children[slot] as number;
    this.parents[slot] = node;
    this.units[slot] = unit;
    const child = this.count++;
    this.children[slot] = child;
    // Half full at most: probes stay near one.
    if (this.count * 2 > this.capacity) this.rehash();
    return child;
  }

  private slotOf(node: number, unit: number): number {
    const mask = this.capacity - 1;
    let slot = (Math.imul(node * 31 + unit, mix) >>> 7) & mask;
    while (
      this.parents[slot] !== -1 &&
      (this.parents[slot] !== node || this.units[slot] !== unit)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private rehash(): void {
    const { parents, units, children } = this;
    this.capacity *= 2;
    this.parents = new Int32Array(this.capacity).fill(-1);
    this.units = new Uint16Array(this.capacity);
    this.children = new Int32Array(this.capacity);
    for (let old = 0; old < parents.length; old++) {
      if (parents[old] === -1) continue;
      const slot = this.slotOf(parents[old] as number, units[old] as number);
      this.parents[slot] = parents[old] as number;
      this.units[slot] = units[old] as number;
      this.children[slot] = children[old] as number;
    }
  }
}
