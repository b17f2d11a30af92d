/** Runs one piece of work after another, in the order in which they were handed in. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A queue of one. Polls fetch and read side by side, but decide and commit in turn: decisions rest
 * on what is stored, and reports of one day share so many words that polls deciding side by side
 * would send each other back again and again.
 */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    // A failure is its caller's; the next in the queue goes on.
    last = result.catch(() => {});
    return result;
  };
}
