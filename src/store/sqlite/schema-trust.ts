/** Two flags that were never taken back become grades; what was distrusted starts from nothing. */
export const identityTrust = `
UPDATE sources SET state = json_set(
  json_remove(state, '$.isGuidDistrusted', '$.isLinkDistrusted'),
  '$.trust', json_object(
    'guid', iif(json_extract(state, '$.isGuidDistrusted'),
      json('{"points":0,"grade":"none"}'), json('{"points":100,"grade":"full"}')),
    'link', iif(json_extract(state, '$.isLinkDistrusted'),
      json('{"points":0,"grade":"none"}'), json('{"points":100,"grade":"full"}'))));
`;
