import type { Concept } from '../../domain/topic.ts';
import { concept } from './word-list.ts';

/** Concepts made of others. */
export const groupConcepts: readonly Concept[] = [
  // Words by which two actors deal with each other; the two-sided grader looks for it by its id.
  concept(
    'bilateral',
    'act',
    {},
    {
      includes: [
        'meeting',
        'visit',
        'call',
        'signing',
        'protest',
        'cooperation',
        'attack',
        'arrest',
        'evacuation',
        'military-drill',
        'ambassador',
        'border',
        'embassy',
        'trade',
        'transport',
        'corridor',
        'energy',
        'smuggling',
        'caspian-sea',
        'aras-river',
      ],
    },
  ),
  concept(
    'diplomacy',
    'act',
    {},
    {
      includes: ['protest', 'embassy', 'ambassador', 'foreign-minister'],
    },
  ),
  // What tells that a bare `آذربایجان` or a surname is meant politically.
  concept(
    'foreign-relations',
    'act',
    {},
    {
      includes: [
        'ambassador',
        'embassy',
        'foreign-minister',
        'defence-minister',
        'baku',
        'nakhchivan',
        'corridor',
      ],
    },
  ),
];
