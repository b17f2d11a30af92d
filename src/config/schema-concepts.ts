import { z } from 'zod';
import type { ConceptKind } from '../domain/topic.ts';
import { judgeLanguage } from './checks/place.ts';
import type { Fault } from './problem.ts';
import { id, line, text } from './schema-text.ts';

/** Longest word or phrase; a sentence is no term. */
export const termCharactersMax = 200;

const term = z
  .union([
    line(termCharactersMax),
    z.strictObject({
      term: line(termCharactersMax),
      weight: z.number().positive().max(100).exactOptional().meta({ description: 'Default: 1.' }),
      exact: z
        .boolean()
        .exactOptional()
        .meta({ description: 'true: this form only, no suffixes.' }),
      caseSensitive: z
        .boolean()
        .exactOptional()
        .meta({ description: 'true: capital and small letters must agree (SOCAR, not socar).' }),
    }),
  ])
  .meta({ id: 'term', examples: ['sınır ticareti'] });

function judgeTermLanguage(tag: string): Fault | undefined {
  return tag === '*' ? undefined : judgeLanguage(tag);
}

const terms = () =>
  z
    .record(
      text(judgeTermLanguage),
      z
        .array(term)
        .min(1)
        .meta({ examples: [['border trade']] }),
    )
    .meta({ examples: [{ tr: ['sınır ticareti'], en: ['border trade'] }] });

const conceptKinds = [
  'country',
  'organisation',
  'person',
  'place',
  'role',
  'act',
  'subject',
] as const satisfies readonly ConceptKind[];

const conceptIds = () =>
  z
    .array(id())
    .min(1)
    .meta({ examples: [['iran']] });

export const conceptSchema = z
  .strictObject({
    title: line(200).exactOptional(),
    kind: z.enum(conceptKinds).exactOptional().meta({
      description: 'What the words name; a country is an actor of its own. Default: subject.',
    }),
    terms: terms().exactOptional().meta({
      description: 'Words and phrases by language; "*" for words of every language.',
    }),
    weak: terms().exactOptional().meta({
      description: 'Words that count only near a hit of "context" or of the other group.',
    }),
    context: conceptIds()
      .exactOptional()
      .meta({ description: 'Concepts that weak words need near.' }),
    mask: terms().exactOptional().meta({
      description: 'Phrases in which no other word is seen, such as the name of a province.',
    }),
    includes: conceptIds().exactOptional().meta({ description: 'Concepts whose words are added.' }),
    replace: z.boolean().exactOptional().meta({
      description: 'true: forget the words that ship with Araz under this id.',
    }),
  })
  .meta({ examples: [{ terms: { en: ['border trade'] } }] });

export const conceptsSchema = z
  .record(id(), conceptSchema)
  .meta({ examples: [{ 'border-trade': { terms: { en: ['border trade'] } } }] });

/** A concept as an editor writes it. */
export type ConceptDeclaration = z.infer<typeof conceptSchema>;
