/**
 * Grows when the same bytes are read as other items than before, as after a fault in parsing or
 * normalising was mended. Every source is then asked once for its whole document: a server that
 * answers "unchanged" would keep the old reading for as long as nothing changes there.
 */
export const readingVersion = 1;
