import { describe, expect, it } from 'vitest';
import { isDenial } from '../../../src/dedup/guards/denials.ts';
import { comparable } from '../../../src/text/comparable.ts';

describe('isDenial', () => {
  it.each([
    ['keçirildi', 'keçirilmədi'],
    ['açıldı', 'açılmadı'],
    ['gəlir', 'gəlmir'],
    ['başlayır', 'başlamır'],
    ['alacaq', 'almayacaq'],
    ['imzalandı', 'imzalanmadı'],
    ['رفت', 'نرفت'],
    ['آمد', 'نیامد'],
    ['می‌شود', 'نمی‌شود'],
    ['գնաց', 'չգնաց'],
  ])('%s is denied by %s', (left, right) => {
    expect(isDenial(comparable(left), comparable(right))).toBe(true);
    expect(isDenial(comparable(right), comparable(left))).toBe(true);
  });

  it.each([
    ['məktəb', 'məktəblər'],
    ['nazir', 'nazirlik'],
    ['iran', 'iranda'],
    ['قطار', 'قطارها'],
    ['գյուղ', 'գյուղում'],
    ['açıldı', 'açıldı'],
  ])('%s is not denied by %s', (left, right) => {
    expect(isDenial(comparable(left), comparable(right))).toBe(false);
  });
});
