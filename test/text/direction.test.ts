import { describe, expect, it } from 'vitest';
import { directionOf, directionOfText } from '../../src/text/direction.ts';

describe('directionOf', () => {
  it.each([
    ['fa', 'rtl'],
    ['ar', 'rtl'],
    ['FA-IR', 'rtl'],
    ['he', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['tr', 'ltr'],
    ['ar-Latn', 'ltr'],
    ['ku', 'ltr'],
    ['ckb', 'rtl'],
    ['', 'ltr'],
    ['xx', 'ltr'],
  ])('of %j is %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('directionOfText', () => {
  it.each([
    ['WhatsApp و Telegram فیلتر شدند', 'fa', 'rtl'],
    ['Iran and Azerbaijan sign', 'fa', 'ltr'],
    ['باکی‌دا گؤروش', 'az', 'rtl'],
    ['Tehranda “سلام” sözü', 'az', 'ltr'],
    ['2026: 50%', 'fa', 'rtl'],
    ['', 'ar', 'rtl'],
    ['日本', 'fa', 'rtl'],
    ['Баку', 'ar', 'ltr'],
  ])('of %j in %s is %s', (text, language, direction) => {
    expect(directionOfText(text, language)).toBe(direction);
  });
});
