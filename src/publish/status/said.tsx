import type { Child } from 'hono/jsx';
import type { StatusFrame } from './frame.ts';

interface SaidProps {
  readonly frame: StatusFrame;
  readonly children?: Child;
}

/** What a poll reports is English; where the page is not, it stands apart from the words around it. */
export function Said({ frame, children }: SaidProps) {
  if (frame.language === 'en') return <>{children}</>;
  return (
    <bdi lang="en" dir="ltr">
      {children}
    </bdi>
  );
}

/** A command or file name, which runs from left to right on every page. */
export function Typed({ children }: { readonly children?: Child }) {
  return (
    <code lang="en" dir="ltr">
      {children}
    </code>
  );
}
