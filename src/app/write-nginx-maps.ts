import path from 'node:path';
import { renderNginxMaps } from '../publish/render-nginx-maps.ts';
import { writeIfChanged } from '../publish/write-file.ts';
import type { App } from './create-app.ts';
import { publicUrlOf } from './public-url.ts';
import { hubsOf } from './push/hub-address.ts';
import { listWithdrawn } from './withdrawn.ts';

/** Writes what nginx has to know beside the tree, to the folder `nginx` in the data folder. */
export async function writeNginxMaps(app: App): Promise<void> {
  const { topics: removed, languages } = await listWithdrawn(app);
  const dropped = [...languages].flatMap(([id, tags]) => tags.map((tag) => `${id}/${tag}`));
  const maps = renderNginxMaps({
    topics: app.setup.config.topics,
    removed: [...removed, ...dropped],
    publicUrl: publicUrlOf(app.setup),
    hubs: hubsOf(app.setup),
  });
  for (const map of maps) await writeIfChanged(path.join(app.dataDir, 'nginx'), map);
}
