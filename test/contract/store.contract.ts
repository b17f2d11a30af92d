import { describe } from 'vitest';
import { describeActs } from './acts.contract.ts';
import { describeArchive } from './archive.contract.ts';
import type { Backend } from './backends.ts';
import { describeCandidates } from './candidates.contract.ts';
import { describeCorrections } from './corrections.contract.ts';
import { describeEditions } from './editions.contract.ts';
import { describeHub } from './hub.contract.ts';
import { describeIngest } from './ingest.contract.ts';
import { describeLeases } from './leases.contract.ts';
import { describeLocks } from './locks.contract.ts';
import { describeMonths } from './months.contract.ts';
import { describeMoves } from './moves.contract.ts';
import { describeReceipts } from './receipts.contract.ts';
import { describeRematch } from './rematch.contract.ts';
import { describeRetention } from './retention.contract.ts';
import { describeRevisions } from './revisions.contract.ts';
import { describeSearch } from './search.contract.ts';
import { describeSelection } from './selection.contract.ts';
import { describeSources } from './sources.contract.ts';
import { describeSubscriptions } from './subscriptions.contract.ts';
import { describeTraces } from './traces.contract.ts';
import { describeTreeStories } from './tree-stories.contract.ts';
import { describeUndo } from './undo.contract.ts';

/** Everything `domain/store.ts` promises, asked of one backend. */
export function describeStore(backend: Backend): void {
  describe(backend.name, () => {
    describeLocks(backend);
    describeSources(backend);
    describeLeases(backend);
    describeCandidates(backend);
    describeIngest(backend);
    describeRevisions(backend);
    describeRematch(backend);
    describeSelection(backend);
    describeEditions(backend);
    describeCorrections(backend);
    describeActs(backend);
    describeArchive(backend);
    describeSubscriptions(backend);
    describeHub(backend);
    describeTraces(backend);
    describeRetention(backend);
    describeMoves(backend);
    describeUndo(backend);
    describeReceipts(backend);
    describeSearch(backend);
    describeMonths(backend);
    describeTreeStories(backend);
  });
}
