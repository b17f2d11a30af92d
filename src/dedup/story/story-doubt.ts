/**
 * What keeps two reports with much in common from being one event: another act by the same people,
 * the next day's table of the same rates, the same kind of accident somewhere else. A
 * `factor` of 0 is certain; otherwise it lowers the score.
 */
export interface StoryDoubt {
  readonly guard: string;
  readonly factor: number;
  /**
   * It tells that one report leaves out what the other says, as a feature or a reaction does: no
   * doubt where the two name the same persons and places.
   */
  readonly isOmission?: boolean;
}

/** Meanings of the two headlines. */
export type Titles = readonly [ReadonlySet<string>, ReadonlySet<string>];
