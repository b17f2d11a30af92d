/** Work beside the passes: one round at a time, whose end nobody waits for until the worker stops. */
export class SideTask {
  readonly #run: () => Promise<unknown>;
  readonly #onError: (error: unknown) => void;
  #underway: Promise<void> | undefined;
  #isWantedAgain = false;

  constructor(run: () => Promise<unknown>, onError: (error: unknown) => void) {
    this.#run = run;
    this.#onError = onError;
  }

  /** Begins a round; while one is under way, another follows it when `again` says so. */
  start({ again = false } = {}): void {
    if (this.#underway !== undefined) {
      this.#isWantedAgain ||= again;
      return;
    }
    this.#underway = this.#run()
      .then(() => undefined, this.#onError)
      .finally(() => {
        this.#underway = undefined;
        const isWanted = this.#isWantedAgain;
        this.#isWantedAgain = false;
        if (isWanted) this.start();
      });
  }

  /** Resolves when no round is under way. */
  async ended(): Promise<void> {
    while (this.#underway !== undefined) await this.#underway;
  }
}
