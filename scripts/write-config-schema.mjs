// Writes the JSON Schema of feeds.config.json from the schema that judges it. Run after every change of it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderJsonSchema } from '../dist/config/json-schema.js';

const root = path.dirname(import.meta.dirname);
writeFileSync(path.join(root, 'src/config/feeds.config.schema.json'), renderJsonSchema());
