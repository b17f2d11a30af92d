/**
 * Query parameters that say how a reader came, not what the page is. Only names seen in feeds or
 * documented by the tool that adds them; anything else may be the article's number.
 */

/** Names dropped whatever their value. */
const names = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'yclid',
  'ysclid',
  'ymclid',
  'msclkid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  '_openstat',
  'openstat',
  'frommail',
  'mkt_tok',
  'vero_id',
  'oly_anon_id',
  'oly_enc_id',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'cmp',
  'cmpid',
  'ocid',
  'ncid',
  'sref',
  'smid',
  'xtor',
  'maca',
  'wt_mc',
  'wtmc',
  'tpcc',
  'srnd',
  'traffic_source',
  '__twitter_impression',
  'ref_src',
  'ref_url',
  'guccounter',
  'guce_referrer',
  '_ga',
  '_gl',
]);

/** Beginnings of whole families. */
const families = [
  'utm_',
  'utm-',
  'mc_',
  'at_',
  'ns_',
  'pk_',
  'piwik_',
  'mtm_',
  'hsa_',
  'itm_',
  'stm_',
];

/** Names that are tracking only when the value names a channel: `ref=rss`, but not `ref=48211`. */
const channelNames = new Set([
  'ref',
  'referrer',
  'referer',
  'from',
  'source',
  'src',
  'via',
  'origin',
  'share',
  'feature',
  'spref',
  'medium',
  'campaign',
]);

const channelValue =
  /^(?:rss|feeds?|atom|twitter|tw|x|facebook|fb|telegram|tg|t\.me|whatsapp|wa|vk|ok|instagram|ig|linkedin|youtube|email|e-?mail|newsletter|push|share|social|home(?:page)?|main|index|mobile|app|google(?:news)?|yandex|news_?reader|feedly|inoreader|flipboard|copy|link|self)(?:[-_ ].*)?$/i;

/** Values of `amp` and `outputType` that choose the AMP layout. */
const layoutValue = /^(?:|1|true|yes|amp)$/i;

/** Whether the parameter can be left out without naming another page. */
export function isTrackingParameter(name: string, value: string): boolean {
  const key = name.toLowerCase();
  if (key === 'amp' || key === 'outputtype') return layoutValue.test(value);
  // `?rss=1` marks the reader; `?rss=48211` could be a number of something.
  if (key === 'rss' || key === 'fl') return layoutValue.test(value);
  if (names.has(key)) return true;
  if (families.some((family) => key.startsWith(family))) return true;
  return channelNames.has(key) && channelValue.test(value);
}
