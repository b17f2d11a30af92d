import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const deploy = path.resolve(import.meta.dirname, '../../deploy');

function run(command: string, ...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return stdout + stderr;
}

describe('the systemd units', () => {
  it.each(['araz.service', 'araz-poll.service', 'araz-backup.service'])(
    '%s is exposed at most 2.0',
    (unit) => {
      const report = run('systemd-analyze', 'security', '--offline=true', path.join(deploy, unit));
      const [, level = '10'] = /Overall exposure level for \S+: ([\d.]+)/.exec(report) ?? [];
      expect(Number(level), report).toBeLessThanOrEqual(2);
    },
  );

  it.each([
    ...['araz.service', 'araz-poll.service', 'araz-poll.timer'],
    ...['araz-backup.service', 'araz-backup.timer'],
  ])('%s holds no directive that systemd does not know', (unit) => {
    const report = run('systemd-analyze', 'verify', '--man=no', path.join(deploy, unit));
    expect(report).not.toMatch(/Unknown|Failed to parse|Invalid/);
  });
});
