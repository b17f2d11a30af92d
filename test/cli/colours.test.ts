import { describe, expect, it } from 'vitest';
import { hasColours, showPiece } from '../../src/cli/colours.ts';
import { runAraz } from '../support/araz-command.ts';

const terminal = { isTTY: true };
const pipe = {};

describe('colours', () => {
  it.each([
    ['on a terminal', terminal, {}, true],
    ['in a pipe', pipe, {}, false],
    ['on a terminal that does not want them', terminal, { NO_COLOR: '1' }, false],
    ['on a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['on a dumb terminal', terminal, { TERM: 'dumb' }, false],
    ['in a pipe that is to have them', pipe, { FORCE_COLOR: '1' }, true],
    ['in a pipe that is to have them in any case', pipe, { FORCE_COLOR: '' }, true],
    ['on a terminal that is to have none', terminal, { FORCE_COLOR: '0' }, false],
  ])('%s', (_, stream, env, expected) => {
    expect(hasColours(stream, env)).toBe(expected);
  });

  it('give each concept one, and strike through what was hidden', () => {
    const iran = showPiece({ text: 'Iran', concept: 'iran', isMasked: false }, true);
    expect(iran).toBe('\u001b[1;36mIran\u001b[0m');
    expect(showPiece({ text: 'Tehran', concept: 'iran', isMasked: false }, true)).toBe(
      iran.replace('Iran', 'Tehran'),
    );
    expect(showPiece({ text: 'x', concept: 'y', isMasked: true }, true)).toContain('\u001b[9;2m');
    expect(showPiece({ text: 'Iran', concept: 'iran', isMasked: false }, false)).toBe('[Iran]');
    expect(showPiece({ text: 'x', concept: 'y', isMasked: true }, false)).toBe('(x)');
    expect(showPiece({ text: 'and', isMasked: false }, true)).toBe('and');
  });

  it('stand in what explain prints where they are wanted', async () => {
    const args = ['explain', 'azerbaijan-iran', '--text', 'Azerbaijan and Iran hold talks'];
    const { stdout } = await runAraz(args, { env: { FORCE_COLOR: '1', NO_COLOR: '' } });
    expect(stdout).toContain('\u001b[1;36mAzerbaijan\u001b[0m and \u001b[1;33mIran\u001b[0m');
    const piped = await runAraz(args, { env: { NO_COLOR: '1' } });
    expect(piped.stdout).toContain('[Azerbaijan] and [Iran]');
    expect(piped.stdout).not.toContain('\u001b');
  });
});
