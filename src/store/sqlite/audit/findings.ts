import { messageOf } from '../../../domain/errors.ts';
import type { AuditFinding } from '../../../domain/store-file.ts';

/** Findings of one kind that are told one by one; a damaged disk has thousands of them. */
const listedMax = 20;

type Part = AuditFinding['part'];

/** Gathers what is found, and says how many more there are of a kind. */
export class Findings {
  readonly #cure: string;
  readonly #kinds = new Map<string, { listed: AuditFinding[]; more: number }>();

  constructor(cure: string) {
    this.#cure = cure;
  }

  add(part: Part, where: string, what: string, more = 0): void {
    const kind = this.#kinds.get(`${part} ${what}`) ?? { listed: [], more: 0 };
    this.#kinds.set(`${part} ${what}`, kind);
    if (kind.listed.length < listedMax) kind.listed.push({ part, where, what, cure: this.#cure });
    else kind.more += 1;
    kind.more += more;
  }

  /** Runs one check; that the file cannot be read there is a finding like any other. */
  attempt(part: Part, where: string, check: () => void): boolean {
    try {
      check();
      return true;
    } catch (error) {
      this.add(part, where, `cannot be read: ${messageOf(error)}`);
      return false;
    }
  }

  list(): readonly AuditFinding[] {
    return [...this.#kinds.values()].flatMap(({ listed, more }) => {
      const [first] = listed;
      if (more === 0 || first === undefined) return listed;
      return [...listed, { ...first, where: `and ${more} more` }];
    });
  }
}
