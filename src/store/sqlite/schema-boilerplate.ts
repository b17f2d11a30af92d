/**
 * What sources print under many items. The memory of a source is up to 14 KB and read when it is
 * polled, so it stands apart from its state, which every pass lists; what was cut of an item is kept
 * with the item, since it must not change by what is learnt later.
 */
export const boilerplate = `
CREATE TABLE source_sentences (
  source_id TEXT PRIMARY KEY REFERENCES sources (id), state BLOB NOT NULL
) STRICT;
ALTER TABLE items ADD COLUMN boilerplate TEXT;
`;

/** What sources put on nearly all their titles, settled with the item as boilerplate is. */
export const titleEdges = 'ALTER TABLE items ADD COLUMN title_edges TEXT;';
