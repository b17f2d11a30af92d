import { escapeMarkup } from './markup.ts';
import type { SampleArticle, SampleOutlet } from './sample-outlet.ts';

const rightToLeft = new Set(['fa', 'ar']);

/** The page an item links to, so that a reader's click arrives somewhere. */
export function renderArticlePage(outlet: SampleOutlet, article: SampleArticle): string {
  const { language, title: outletTitle } = outlet.source;
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(article.title)}</title>
<link rel="alternate" type="application/rss+xml" href="${outlet.feedPath}">
<p>${escapeMarkup(outletTitle)}</p>
<h1>${escapeMarkup(article.title)}</h1>
<p><time datetime="${article.at}">${article.at}</time></p>
<p>${escapeMarkup(article.text)}</p>
</html>
`;
}

/** An outlet's home page, where the links of its feed and its logo lead. */
export function renderHomePage({ source, feedPath, articles }: SampleOutlet): string {
  const direction = rightToLeft.has(source.language) ? 'rtl' : 'ltr';
  const rows = articles.map(
    ({ path, title }) => `<li><a href="${encodeURI(path)}">${escapeMarkup(title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${source.language}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(source.title)}</title>
<link rel="alternate" type="application/rss+xml" href="${feedPath}">
<h1>${escapeMarkup(source.title)}</h1>
<ul>
${rows.join('\n')}
</ul>
</html>
`;
}

/** What stands for every photograph of an outlet: its initial on a colour of its own. */
export function renderPicture({ source }: SampleOutlet): string {
  const hue = [...source.id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 360;
  const [initial = ''] = source.title;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200">
<rect width="300" height="200" fill="hsl(${hue} 45% 40%)"/>
<text x="150" y="132" font-size="96" text-anchor="middle" fill="#fff">${escapeMarkup(initial)}</text>
</svg>
`;
}

/** The front page of the newsroom: its outlets and their feeds. */
export function renderFrontPage(outlets: readonly SampleOutlet[]): string {
  const rows = outlets.map(({ source, feedPath }) => {
    const name = `<span lang="${source.language}">${escapeMarkup(source.title)}</span>`;
    return `<li>${name} (${source.language}): <a href="${feedPath}">${feedPath}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sample newsroom</title>
<h1>Sample newsroom</h1>
<p>Invented outlets with the faults that real feeds have. Nothing here is news.</p>
<ul>
${rows.join('\n')}
</ul>
</html>
`;
}
