import type { Child } from 'hono/jsx';
import { dateNames } from './date-names.ts';

/**
 * Members of a list with the comma of the page's language between them. Each stands by itself: one
 * of the other direction would else turn those around it, and the commas with them.
 */
export function listWords(members: readonly Child[], language: string): Child[] {
  const { comma } = dateNames(language);
  return members.map((member, index) => (
    <>
      {index === 0 ? '' : comma}
      <bdi>{member}</bdi>
    </>
  ));
}
