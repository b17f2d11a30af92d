import type { DedupLayer } from './layer.ts';
import { nearText } from './near-text.ts';
import { sameContent } from './same-content.ts';
import { sameId } from './same-id.ts';
import { sameLink } from './same-link.ts';
import { sameStory } from './same-story.ts';

/** Every reason to merge, surest first: the first that speaks decides. */
export const layers: readonly DedupLayer[] = [sameId, sameLink, sameContent, nearText, sameStory];
