import { zoneOffsetAt } from '../text/zone-offset.ts';

/** Offsets of zone names in minutes east of UTC. Names that several regions use mean ours. */
// biome-ignore format: a table by region reads better than a column.
const offsets: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 60, bst: 60,
  cet: 60, cest: 120, met: 60, mest: 120, mez: 60, mesz: 120, cmt: 60,
  eet: 120, eest: 180, ist: 330, idt: 180, trt: 180, tsi: 180, fet: 180,
  msk: 180, msd: 240, мск: 180, samt: 240, yekt: 300, omst: 360, novt: 420, krat: 420,
  irkt: 480, yakt: 540, vlat: 600, magt: 660, pett: 720,
  azt: 240, azst: 300, amt: 240, amst: 300, get: 240, gest: 300,
  irst: 210, irdt: 270, aft: 270, pkt: 300, uzt: 300, tmt: 300, tjt: 300, kgt: 360,
  almt: 300, gst: 240, ast: -240, adt: -180, nst: -210, ndt: -150, npt: 345,
  at: -240, et: -300, ct: -360, mt: -420, pt: -480, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  akst: -540, akdt: -480, hst: -600, hast: -600, hadt: -540, brt: -180, brst: -120, art: -180,
  clt: -240, clst: -180, cot: -300, pet: -300, vet: -240, uyt: -180,
  jst: 540, kst: 540, hkt: 480, sgt: 480, myt: 480, pht: 480, wib: 420, wita: 480, wit: 540,
  ict: 420, bdt: 360, mmt: 390, aest: 600, aedt: 660, acst: 570, acdt: 630, awst: 480,
  nzst: 720, nzdt: 780, sast: 120, cat: 120, eat: 180, wat: 60,
};

/** Minutes east of UTC of a zone name; undefined when it is none that is known. */
export function findZoneOffset(name: string): number | undefined {
  if (Object.hasOwn(offsets, name)) return offsets[name];
  return name.length === 1 ? militaryOffset(name) : undefined;
}

/**
 * RFC 822 §5.1: A is −1 to M −12, N +1 to Y +12, J unused. `14:30 h` and Dutch `14:30 u` say "hour"
 * and are far more common than the zones H and U.
 */
function militaryOffset(letter: string): number | undefined {
  if (letter === 'h' || letter === 'u') return undefined;
  const west = 'abcdefghiklm'.indexOf(letter);
  if (west !== -1) return -(west + 1) * 60;
  const east = 'nopqrstuvwxy'.indexOf(letter);
  return east === -1 ? undefined : (east + 1) * 60;
}

/**
 * The moment a wall clock of a zone shows `wallMs` (that clock's reading taken as if it were UTC).
 * `zone` is an IANA name or a fixed offset; undefined when it is neither. In the hour a clock is
 * put forward or back, the reading before the change counts.
 */
export function fromZone(wallMs: number, zone: string): number | undefined {
  const guess = zoneOffsetAt(zone, wallMs);
  if (guess === undefined) return undefined;
  return wallMs - (zoneOffsetAt(zone, wallMs - guess) ?? guess);
}
