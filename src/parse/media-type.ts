/** What the usual file name extensions of enclosures mean. */
const typeByExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  jfif: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/opus',
  flac: 'audio/flac',
  wav: 'audio/wav',
  wma: 'audio/x-ms-wma',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  avi: 'video/x-msvideo',
  mpg: 'video/mpeg',
  mpeg: 'video/mpeg',
  mkv: 'video/x-matroska',
  flv: 'video/x-flv',
  m3u8: 'application/vnd.apple.mpegurl',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  zip: 'application/zip',
  torrent: 'application/x-bittorrent',
};

/** Labels that are written for a type which has another name. */
const misspelt: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'audio/mp3': 'audio/mpeg',
};

/** Types that say nothing. */
const meaningless: ReadonlySet<string> = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
  'text/plain',
  'text/html',
  'unknown/unknown',
]);

/**
 * The media type of an enclosure: what the feed says, unless it says nothing usable, or calls an
 * image by the name of another image format than its extension shows (QUIRKS 42).
 */
export function decideMediaType(declared: string | undefined, url: string): string | undefined {
  const given = declared?.trim().toLowerCase();
  const byName = typeOfExtension(url);
  if (given === undefined || given === '') return byName;
  if (byName === undefined) return /^[\w.+-]+\/[\w.+-]+/.test(given) ? given : undefined;
  if (!/^[\w.+-]+\/[\w.+-]+/.test(given) || meaningless.has(given)) return byName;
  const known = misspelt[given] ?? given;
  if (known === byName) return known;
  const bothImages = given.startsWith('image/') && byName.startsWith('image/');
  return bothImages ? byName : given;
}

function typeOfExtension(url: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const extension = /\.([a-z0-9]{2,7})$/i.exec(path.slice(-12))?.[1]?.toLowerCase();
  if (extension === undefined || !Object.hasOwn(typeByExtension, extension)) return undefined;
  return typeByExtension[extension];
}
