import { z } from 'zod';
import { idPattern } from '../domain/ids.ts';
import { toPlainLatin } from '../text/latin.ts';
import { type Fault, quote } from './problem.ts';

/** Text that a function judges; its fault becomes the issue, the cure goes along. */
export function text(judge: (value: string) => Fault | undefined) {
  return z.string().check((context) => addFault(context, judge(context.value)));
}

/** Makes a fault an issue of zod; the cure goes along in `params`. */
export function addFault(context: z.core.ParsePayload, fault: Fault | undefined): void {
  if (fault === undefined) return;
  const { message, cure } = fault;
  context.issues.push({ code: 'custom', input: context.value, message, params: { cure } });
}

/** One line of text for people, not empty. */
export function line(charactersMax: number) {
  return text((value) => {
    if (value.trim() === '')
      return { message: 'is empty', cure: 'write some text or remove the key' };
    if (/\p{Cc}/u.test(value)) {
      return { message: 'holds a line break or control character', cure: 'write it on one line' };
    }
    if (value.length <= charactersMax) return undefined;
    const message = `has ${value.length} characters`;
    return { message, cure: `shorten it to ${charactersMax}` };
  });
}

/** What an editor calls a source, topic or concept. */
export function id() {
  return text(judgeId).meta({ pattern: idPattern.source });
}

/** Says what is wrong with an id, and proposes one. */
export function judgeId(value: string): Fault | undefined {
  if (idPattern.test(value)) return undefined;
  const proposal = slugOf(value);
  const rule = 'use small letters a–z, digits and hyphens, a letter or digit first, at most 64';
  return {
    message: `is ${quote(value)}, which cannot be an id`,
    cure: proposal === '' ? rule : `write "${proposal}": ${rule}`,
  };
}

/** The text as an id: small Latin letters, digits and hyphens; empty when nothing can be written so. */
export function slugOf(value: string): string {
  return toPlainLatin(value)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
