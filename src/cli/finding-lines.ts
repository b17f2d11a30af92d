import type { AuditFinding } from '../domain/store-file.ts';

/** Findings for people: what is wrong where, and once for all that share it what to do. */
export function findingLines(findings: readonly AuditFinding[]): string[] {
  const cures = new Map<string, AuditFinding[]>();
  for (const finding of findings) {
    cures.set(finding.cure, [...(cures.get(finding.cure) ?? []), finding]);
  }
  return [...cures].flatMap(([cure, found]) => [
    ...found.map(({ where, what }) => `  ${where} ${what}`),
    `  → ${cure}`,
  ]);
}
