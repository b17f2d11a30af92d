/** Items of a document beyond those that are read of one; unknown of polls before. */
export const leftOutColumn = 'ALTER TABLE polls ADD COLUMN items_left_out INTEGER;';
