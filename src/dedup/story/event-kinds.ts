/** Meanings of the word lists by how events of their kind relate to each other. */

/** Subjects that return every day under one headline. */
export const daily = ['rate', 'weather', 'digest', 'gold', 'price'];
/** Accidents and games that happen again and again: only a place, name or figure tells which one. */
export const recurrent = [
  'quake',
  'fire',
  'crash',
  'flood',
  'storm',
  'snow',
  'shooting',
  'explosion',
  'landslide',
  'arrest',
  'smuggling',
  'match',
  'protest',
  'drone',
  'attack',
  'outage',
  'sink',
  'win',
  'draw',
];
/** Meetings of officials: the same ones meet here today and telephone tomorrow. */
export const encounters = ['meeting', 'visit', 'call', 'summit', 'sign', 'agreement'];
/** Acts of which a headline tells one or the other, never both as one event. */
export const rivals: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['call'], ['meeting', 'visit']],
  [
    ['open', 'reopen'],
    ['close', 'suspend'],
  ],
  [['rise'], ['fall']],
  [['unchanged'], ['rise', 'fall', 'cut']],
  [['approve'], ['reject']],
  [['release'], ['arrest', 'trial']],
  [['hijack'], ['release', 'rescue']],
  [['appoint'], ['resign']],
];
/** News of its own that follows an event: in one headline only, it is the other story. */
export const aftermath = [
  'reopen',
  'trial',
  'release',
  'resign',
  'deport',
  'celebrate',
  'build',
  'extend',
];
/** What ends a story: never told in the same breath as its beginning. */
export const endings = ['reopen', 'funeral'];
/** What may be told at once with the event, or after it. */
export const consequence = ['arrest', 'investigate', 'appoint', 'protest', 'sanction'];

/** What comes of an accident for those who are answerable. */
export const reckoning = ['arrest', 'trial', 'investigate', 'accuse'];

/** Accidents and acts of force: a report of one always says so. */
export const accidents = [
  'quake',
  'fire',
  'explosion',
  'flood',
  'landslide',
  'crash',
  'sink',
  'collapse',
  'death',
  'injury',
  'shooting',
  'attack',
];
/** Things of one kind of which an event has one: a tram is no bus, a chess game no football. */
export const families = [
  ['bus', 'car', 'truck', 'tram', 'railway', 'plane', 'ship', 'helicopter', 'metro', 'cablecar'],
  ['football', 'wrestling', 'chess', 'volleyball', 'basketball'],
  [
    'school',
    'hospital',
    'hotel',
    'factory',
    'mine-pit',
    'mosque',
    'church',
    'museum',
    'forest',
    'ship',
  ],
];
/**
 * Concepts that stand for their country in half of all reports (`Baku and Tehran agreed`), or lie
 * between two countries in every second one: no event is known by them.
 */
export const metonyms = new Set([
  'baku',
  'tehran',
  'ankara',
  'istanbul',
  'yerevan',
  'tbilisi',
  'moscow',
  'washington',
  'tel-aviv',
  'caspian-sea',
  'aras-river',
  'shared-crossings',
]);

/** Names of states and capitals as a masked or unlisted word may leave them, for the same reason. */
export const commonNames: readonly string[] = [
  'Azerbaijan',
  'Iran',
  'Turkey',
  'Turkiye',
  'Armenia',
  'Hayastan',
  'Georgia',
  'Gurjistan',
  'Russia',
  'Rossiya',
  'Iraq',
  'Syria',
  'Israel',
  'America',
  'Europe',
  'Avropa',
  'China',
  'Ukraine',
  'Baku',
  'Tehran',
  'Ankara',
  'Istanbul',
  'Yerevan',
  'Tbilisi',
  'Tiflis',
  'Moscow',
  'Moskva',
  'Washington',
  'Caspian',
  'Kazakhstan',
  'Turkmenistan',
  'Uzbekistan',
  'Aliyev',
  'Erdogan',
  'Putin',
  'Trump',
];
