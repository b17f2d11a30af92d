import type { Concept } from '../../domain/topic.ts';
import { actConcepts } from './acts.ts';
import { asideConcepts } from './asides.ts';
import { azerbaijanConcepts } from './azerbaijan.ts';
import { countryConcepts } from './countries.ts';
import { dealingConcepts } from './dealings.ts';
import { exclusionConcepts } from './exclusions.ts';
import { groupConcepts } from './groups.ts';
import { iranConcepts } from './iran.ts';
import { quakeConcepts } from './quake.ts';
import { quakeVetoConcepts } from './quake-vetoes.ts';
import { roleConcepts } from './roles.ts';
import { routeConcepts } from './routes.ts';
import { subjectConcepts } from './subjects.ts';
import { worldConcepts } from './world.ts';

/**
 * The word lists that ship with Araz, in Azerbaijani, Turkish, Persian, Russian, English, Armenian,
 * Georgian and Arabic. Editors extend or replace any of them by its id in `feeds.config.json`.
 */
export const shippedConcepts: readonly Concept[] = [
  ...azerbaijanConcepts,
  ...iranConcepts,
  ...countryConcepts,
  ...worldConcepts,
  ...roleConcepts,
  ...actConcepts,
  ...dealingConcepts,
  ...subjectConcepts,
  ...routeConcepts,
  ...quakeConcepts,
  ...quakeVetoConcepts,
  ...exclusionConcepts,
  ...asideConcepts,
  ...groupConcepts,
];
