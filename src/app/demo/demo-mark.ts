import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../public-url.ts';

/** Where a demo that was kept had its newsroom and was served. */
export interface DemoMark extends Place {
  readonly newsroomUrl: string;
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'demo.json');

/**
 * Notes in a data folder that it is a demo's, so that every verb reads it by the configuration its
 * data came by, and not by that of the real sources.
 */
export function markDemo(dataDir: string, { newsroomUrl, host, port }: DemoMark): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ newsroomUrl, host, port })}\n`);
}

/** The note of `markDemo`; undefined of any other folder. */
export function findDemoMark(dataDir: string): DemoMark | undefined {
  try {
    const mark: unknown = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return isMark(mark) ? mark : undefined;
  } catch {
    // There is none, or a file of somebody else's: a folder like any other.
    return undefined;
  }
}

function isMark(value: unknown): value is DemoMark {
  if (typeof value !== 'object' || value === null || !('newsroomUrl' in value)) return false;
  return typeof value.newsroomUrl === 'string' && URL.canParse(value.newsroomUrl);
}
