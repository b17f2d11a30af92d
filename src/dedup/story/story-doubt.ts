/**
 * What keeps two reports with much in common from being one event: another act by the same people,
 * the next day's table of the same rates, the same kind of accident somewhere else.
 */
export interface StoryDoubt {
  /** How much it counts; `certain` rules one event out. */
  readonly kind: DoubtKind | 'certain';
  /** In words, for the evidence. */
  readonly says: string;
}

/** Kinds of doubts that are weighed; see the weights of the log-odds. */
export type DoubtKind =
  /** Each names states that the other does not. */
  | 'state'
  /** The same, where a report names none and is taken to mean its own. */
  | 'home'
  /** Each names towns that the other does not. */
  | 'town'
  /** Each names capitals that the other does not. */
  | 'capital'
  /** A capital in one headline that the other report never names, and no name in common. */
  | 'party'
  /** Each headline of a recurrent accident or game has a name that the other has not. */
  | 'place'
  /** The same of other news. */
  | 'name'
  /** An accident or game without any name in common. */
  | 'which'
  /** Each says on which day it was, and it was another. */
  | 'day'
  /** Each tells the time to the minute, and it was another. */
  | 'clock'
  /** One says that there was another of its kind before. */
  | 'another'
  /** Quakes of other magnitudes. */
  | 'magnitude'
  /** A tram and a bus, a school and a hospital. */
  | 'thing'
  /** Acts of which only one is told: a call or a meeting. */
  | 'act'
  /** What ends a story, in one only. */
  | 'ending'
  /** News that follows an event, in one only. */
  | 'follow-up'
  /** Who is held to account for an accident, in one only. */
  | 'reckoning'
  /** What may be told with the event or after it, in one only. */
  | 'consequence'
  /** An accident in one headline of which the other report knows nothing. */
  | 'accident'
  /** A price of another day. */
  | 'price';

/** Meanings of the two headlines. */
export type Titles = readonly [ReadonlySet<string>, ReadonlySet<string>];
