/**
 * Topics that had published a story when an editor acted on it: there the act is news. What was
 * retracted and restored before a topic first published it is none of its readers' business.
 */
export const actTopics = `
CREATE TABLE act_topics (
  topic_id TEXT NOT NULL, act_id INTEGER NOT NULL REFERENCES acts (id),
  PRIMARY KEY (topic_id, act_id)
) WITHOUT ROWID, STRICT;
INSERT INTO act_topics (topic_id, act_id)
  SELECT DISTINCT e.topic_id, a.id FROM acts a JOIN entries e ON e.story_id = a.story_id
  WHERE e.variant = 'all' AND a.kind IN ('retract', 'restore');
`;
