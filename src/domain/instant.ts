/** A moment: integer milliseconds since 1970-01-01T00:00:00Z. Text dates exist only in `parse`, `publish` and output. */
export type Instant = number;

/** A length of time in whole milliseconds. */
export type Milliseconds = number;

export const second: Milliseconds = 1_000;
export const minute: Milliseconds = 60 * second;
export const hour: Milliseconds = 60 * minute;
export const day: Milliseconds = 24 * hour;
