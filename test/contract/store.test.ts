import { backends } from './backends.ts';
import { describeStore } from './store.contract.ts';

for (const backend of backends) describeStore(backend);
