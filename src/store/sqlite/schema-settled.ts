/**
 * Matches that retention has settled: their stories were published and nothing is left to do with
 * them. A publish looks for what is still to come, and would else walk every story a topic ever had.
 */
export const settledMatches = `
ALTER TABLE matches ADD COLUMN is_settled INTEGER NOT NULL DEFAULT 0;
UPDATE matches SET is_settled = 1
WHERE item_id IN (SELECT item_id FROM sightings WHERE stage = 2);
-- Stories of a topic that may have to be published: months of news, whatever the topic's age.
CREATE INDEX matches_open ON matches (topic_id, story_id) WHERE is_match = 1 AND is_settled = 0;
`;
