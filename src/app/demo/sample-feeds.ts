import { absheron } from './feeds/absheron.ts';
import { alvand } from './feeds/alvand.ts';
import { aragats } from './feeds/aragats.ts';
import { bulvar } from './feeds/bulvar.ts';
import { diffatayn } from './feeds/diffatayn.ts';
import { goygol } from './feeds/goygol.ts';
import { kizilirmak } from './feeds/kizilirmak.ts';
import { kura } from './feeds/kura.ts';
import { ledger } from './feeds/ledger.ts';
import { meridian } from './feeds/meridian.ts';
import { mtkvari } from './feeds/mtkvari.ts';
import { poyraz } from './feeds/poyraz.ts';
import { qizilqus } from './feeds/qizilqus.ts';
import { sarsinti } from './feeds/sarsinti.ts';
import { sepidar } from './feeds/sepidar.ts';
import { silkroad } from './feeds/silkroad.ts';
import type { SampleOutlet } from './sample-outlet.ts';

/** The outlets of the sample newsroom, by language. */
export const sampleOutlets: readonly SampleOutlet[] = [
  absheron,
  qizilqus,
  goygol,
  poyraz,
  kizilirmak,
  sarsinti,
  alvand,
  sepidar,
  meridian,
  bulvar,
  kura,
  ledger,
  silkroad,
  aragats,
  mtkvari,
  diffatayn,
];
