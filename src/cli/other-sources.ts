import type { Reading } from '../app/open-reading.ts';
import { count, type Output } from './output.ts';

/** Ids that are named; the rest is a number. */
const shownMax = 3;

/** Says when the data folder is that of another configuration: all that is shown would seem never polled. */
export async function noteOtherSources(reading: Reading, output: Output): Promise<void> {
  const { findOtherSources } = await import('../app/status.ts');
  const others = await findOtherSources(reading);
  if (others.length === 0) return;
  const names = others.slice(0, shownMax).join(', ');
  const more = others.length > shownMax ? ', …' : '';
  output.note(
    `The data in ${reading.dataDir} are of ${count(others.length, 'other source')} (${names}${more}), and none of those configured; ` +
      'name the --config they came by, or the --data of yours.',
  );
}
