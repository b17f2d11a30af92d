import { createHash } from 'node:crypto';
import type { Rendered } from '../domain/publication.ts';

/**
 * The one stylesheet of all pages. Logical properties only (`inline`, `block`), so that a page runs
 * either way; system fonts only, so that nothing shifts or is fetched. Text keeps a contrast of
 * 7:1 or more in both schemes (WCAG 2.2 §1.4.6), and what is touched is 44 pixels high on phones
 * and wherever a finger points (§2.5.5).
 */
const css = `:root {
  color-scheme: light dark;
  --ground: #f6f4ef;
  --card: #ffffff;
  --text: #1d2025;
  --quiet: #4a515b;
  --line: #dcd8cf;
  --link: #0b4f71;
  --accent: #0b5a6d;
  --on-accent: #ffffff;
  --field: #7d8590;
  --badge: #e6eff1;
  --alarm: #96201a;
  --out: #fbe0dc; --in: #d9f0d8;
  --c1: #ffe9a8; --c2: #cfe8ff; --c3: #d4f0d2; --c4: #ffd9cf; --c5: #e8dcff; --c6: #e3e3dc;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b;
    --card: #1d2127;
    --text: #e8e6e1;
    --quiet: #a5adb8;
    --line: #333a43;
    --link: #8fd0ea;
    --accent: #5cb8cf;
    --on-accent: #10212a;
    --field: #717a86;
    --badge: #26343b;
    --alarm: #ff9a8f;
    --out: #4d2520; --in: #1f4226;
    --c1: #524310; --c2: #1c4566; --c3: #21502a; --c4: #6b2f22; --c5: #453070; --c6: #44474c;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
:lang(fa), :lang(ar) {
  font-family: Vazirmatn, "Noto Naskh Arabic", "Noto Sans Arabic", Tahoma, system-ui, sans-serif;
  line-height: 1.85;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible, input:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; inset-block-start: -4rem; inset-inline-start: 1rem; padding: 0.5rem 1rem; background: var(--card); z-index: 1; }
.skip:focus { inset-block-start: 0.5rem; }
.wrap { max-width: var(--width, 46rem); margin-inline: auto; padding-inline: 1rem; }
.wide { --width: 72rem; }
.top { border-block-start: 4px solid var(--accent); border-block-end: 1px solid var(--line); background: var(--card); }
.top .wrap { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; justify-content: space-between; padding-block: 0.4rem; }
.top nav { order: 1; flex-basis: 100%; min-inline-size: 0; }
.brand { display: inline-flex; align-items: center; min-block-size: 2.75rem; font-weight: 700; font-size: 1.15rem; letter-spacing: 0.01em; text-decoration: none; color: var(--text); }
h1 { font-size: clamp(1.55rem, 1.2rem + 1.9vw, 2.2rem); line-height: 1.25; margin: 1.6rem 0 0.3rem; text-wrap: balance; }
h2 { font-size: 1rem; font-weight: 600; color: var(--quiet); margin: 2rem 0 0.6rem; }
h3 { font-size: 1.18rem; line-height: 1.4; margin: 0; font-weight: 650; }
:lang(fa) > h1, :lang(ar) > h1, h1:lang(fa), h1:lang(ar), h3:lang(fa), h3:lang(ar) { line-height: 1.65; }
h3 a { text-decoration: none; }
h3 a:hover, h3 a:focus-visible { text-decoration: underline; }
.lead { margin: 0 0 1rem; color: var(--quiet); }
.links { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem 0.5rem; margin: 0.4rem 0; padding: 0; align-items: baseline; }
.links a, .links span { display: inline-block; padding: 0.2rem 0.7rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); text-decoration: none; font-size: 0.92rem; line-height: 1.6; }
.links a:hover { border-color: var(--accent); }
.links [aria-current] { background: var(--badge); border-color: var(--accent); color: var(--text); font-weight: 600; }
.bar { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
.bar > :first-child { color: var(--quiet); font-size: 0.92rem; margin: 0; font-weight: 400; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 0.95rem 1.1rem; margin-block: 0 0.8rem; }
.card p { margin: 0.5rem 0 0; }
.meta { color: var(--quiet); font-size: 0.92rem; display: flex; flex-wrap: wrap; gap: 0 0.6rem; align-items: baseline; }
.meta strong { color: var(--text); font-weight: 600; }
.tag { font-size: 0.8rem; line-height: 1.5; border-radius: 4px; padding: 0.02rem 0.4rem; background: var(--badge); color: var(--text); }
.also { font-size: 0.92rem; color: var(--quiet); border-block-start: 1px solid var(--line); padding-block-start: 0.5rem; margin-block-start: 0.7rem; }
.also ul { list-style: none; display: inline; margin: 0; padding: 0; }
.also li { display: inline-block; margin-inline-end: 0.9rem; }
.card .bar { margin-block-start: 0.5rem; }
.why { color: var(--quiet); font-size: 0.88rem; display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; align-items: baseline; justify-content: space-between; }
mark { background: var(--badge); color: var(--text); padding: 0.05em 0.15em; border-radius: 4px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark sup { font-size: 0.68em; font-weight: 600; margin-inline-start: 0.15em; line-height: 1; }
mark.c1 { background: var(--c1); } mark.c2 { background: var(--c2); } mark.c3 { background: var(--c3); }
mark.c4 { background: var(--c4); } mark.c5 { background: var(--c5); } mark.c6 { background: var(--c6); }
.decision { color: var(--quiet); font-size: 0.88rem; }
.kicker { color: var(--quiet); font-size: 0.9rem; font-weight: 600; margin: 1.6rem 0 -1.2rem; }
.quiet { color: var(--quiet); font-size: 0.88rem; }
.reports { list-style: none; margin: 0; padding: 0; }
.card .told { font-weight: 600; font-size: 1.05rem; }
.extract { border-inline-start: 3px solid var(--line); padding-inline-start: 0.8rem; }
.revision { border-block-start: 1px solid var(--line); margin-block-start: 0.7rem; font-size: 0.92rem; }
blockquote { margin: 0.4rem 0 0; padding-inline-start: 0.8rem; border-inline-start: 3px solid var(--line); }
blockquote p { margin: 0.2rem 0 0; }
.places { margin: 0.3rem 0 0; padding-inline-start: 1.2rem; }
.places li { margin-block: 0.15rem; }
.card > h3:not(:first-child) { margin-block-start: 0.9rem; }
code { font: 0.88em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
.plain { padding-inline-start: 1.2rem; }
del { background: var(--out); text-decoration-thickness: 1px; }
ins { background: var(--in); text-underline-offset: 0.18em; }
del, ins { padding: 0.05em 0.15em; border-radius: 4px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.more > summary { margin-block: 0 0.8rem; }
.heading { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; align-items: baseline; justify-content: space-between; }
.card .figure { margin: 0; color: var(--quiet); font-size: 0.92rem; }
.card .river { margin-block: 0.4rem 0.6rem; }
.card .river li:last-child { border-block-end: 1px solid var(--line); }
.empty { text-align: center; padding: 2.5rem 1.25rem; margin-block-start: 1.5rem; }
.card h2 { color: var(--text); font-size: 1.15rem; margin: 0; }
.note { border-inline-start: 4px solid var(--accent); margin-block-start: 1rem; }
.grave { border-inline-start-color: var(--alarm); } .grave h3 { color: var(--alarm); }
.mild { border-inline-start-color: var(--field); }
.reports .note { margin-block-start: 0; }
footer { color: var(--quiet); font-size: 0.9rem; border-block-start: 1px solid var(--line); margin-block-start: 2.5rem; padding-block: 1rem 2rem; }
footer p { margin: 0.25rem 0; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem 0.8rem; border-block-start: 1px solid var(--line); overflow-wrap: break-word; min-width: 7rem; }
thead th { border-block-start: 0; white-space: nowrap; }
th { font-weight: 600; }
td small, th small { display: block; color: var(--quiet); font-weight: 400; }
@media (max-width: 44rem) {
  .stack thead { position: absolute; clip-path: inset(50%); }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
  .stack tr { border-block-start: 1px solid var(--line); padding-block: 0.5rem; }
  .stack tr:first-child { border-block-start: 0; }
  .stack th, .stack td { border: 0; padding-block: 0.1rem; }
  .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
}
.river { list-style: none; margin: 0; padding: 0; }
.river li { padding-block: 0.55rem; border-block-start: 1px solid var(--line); }
.river a { display: block; font-weight: 600; text-decoration: none; line-height: 1.45; }
.river a:hover, .river a:focus-visible { text-decoration: underline; }
.months { list-style: none; padding: 0; columns: 12rem; }
.months li { padding-block: 0.3rem; }
.kicker a { color: inherit; }
.search-place { display: none; }
.search form, .ask { display: flex; gap: 0.4rem; }
.search { flex: 1 1 14rem; max-width: 22rem; }
.ask input { flex: 1; }
input, select, button { font: inherit; font-size: 1rem; color: inherit; min-width: 0; border: 1px solid var(--field); border-radius: 8px; padding: 0.35rem 0.7rem; background: var(--ground); }
.search input { flex: 1; width: 100%; }
button { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
button:hover { filter: brightness(1.08); }
.search-form { margin-block-start: 1rem; }
summary { cursor: pointer; margin-block-start: 0.7rem; color: var(--link); font-size: 0.92rem; width: fit-content; }
.filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 0.7rem; margin-block: 0.7rem 0.3rem; }
.filters label span { display: block; font-size: 0.88rem; color: var(--quiet); }
.filters select, .filters input { width: 100%; }
.others { list-style: none; margin: 0.7rem 0 0; padding: 0.5rem 0 0; border-block-start: 1px solid var(--line); }
.others li { margin-block: 0.3rem; }
.card .others p { margin: 0; }
@media (pointer: coarse), (max-width: 44rem) {
  .skip, .links a, .links span, .kicker a, main > p > a, .plain > li > a, .why a, .also a, .others a, .told a, .river a, summary, footer a, .stack th a { min-block-size: 2.75rem; padding-block: 0.6rem; }
  .kicker a, main > p > a, .plain > li > a, .why a, .also a, .others a, .told a, .river a, footer a, .stack th a { display: inline-block; }
  .kicker a, .told a, .river a { margin-block: -0.6rem; }
  h3 a, .places a { display: inline-block; padding-block: 0.7rem; margin-block: -0.7rem; min-inline-size: 2.75rem; }
  .places li { padding-block: 0.45rem; }
  .links a, .links span { padding-inline: 0.9rem; line-height: 1.5; }
  input, select, button { min-block-size: 2.75rem; }
  .ask button, .search button { padding-inline: 1rem; }
  .kicker { margin-block: 1.1rem -0.7rem; }
  .months { columns: auto; }
}
@media (max-width: 44rem) {
  .heading { display: block; }
  .strip { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: thin; margin-inline: -1rem; padding-inline: 1rem; padding-block: 4px; scroll-padding-inline: 1rem; }
  .strip li { flex: none; }
  .strip [aria-current] { scroll-initial-target: nearest; }
}
@media (forced-colors: active) {
  mark { outline: 1px solid; }
  .links [aria-current] { border: 2px solid Highlight; }
}
@media print {
  :root { color-scheme: light; }
  .top nav, .skip, .bar, .search, .search-form, summary { display: none; }
  ::details-content { content-visibility: visible; block-size: auto; }
  body { background: #fff; color: #000; }
  .card { border: 0; padding-inline: 0; break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .told a::after, h3 a[hreflang]::after { content: " (" attr(href) ")"; font-size: 0.8em; font-weight: 400; direction: ltr; unicode-bidi: isolate; }
}
`;

const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);

/** Path of the stylesheet in the published tree; it changes with every change of the style. */
export const stylesheetPath = `assets/${hash}.css`;

/** The stylesheet, ready to be written. */
export const stylesheet: Rendered = {
  path: stylesheetPath,
  mediaType: 'text/css; charset=utf-8',
  body: css,
};
