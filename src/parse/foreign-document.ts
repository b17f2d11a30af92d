import type { ReadFailure } from '../domain/parsed-feed.ts';
import type { XmlDocument } from './xml-document.ts';

/** Pages that stand between a robot and the feed: challenges, block pages, captchas. */
const blockPattern =
  /cf-chl|cf_chl|cf-browser-verification|challenge-platform|challenge-form|_incapsula_|incapsula incident|just a moment|attention required|checking your browser|ddos[- ](?:protection|guard)|captcha|access denied|request blocked|are you (?:a )?(?:human|robot)|enable javascript and cookies|verify you are human|security check|bot verification|sucuri|perimeterx|datadome|akamai reference/i;

/** Characters of a page that are looked at: a challenge says so at once. */
const pageHeadCharacters = 50_000;

/** Why a document that is no feed is none, for the person who configured its address. */
export function judgeForeignDocument(
  text: string,
  document: XmlDocument,
): { readonly reason: ReadFailure; readonly message: string } {
  const head = text.slice(0, pageHeadCharacters);
  if (head.trim() === '') return { reason: 'not-a-feed', message: 'The document is empty.' };
  if (isHtml(head, document)) return judgePage(head);
  if (document.isTooDeep) {
    return { reason: 'too-deep', message: 'Elements are nested too deeply to be a feed.' };
  }
  if (document.rootName === '') {
    return { reason: 'not-a-feed', message: 'The document is neither XML nor JSON.' };
  }
  const name = document.rootName.slice(0, 40);
  return {
    reason: 'not-a-feed',
    message: `The document is XML, but its root element <${name}> is no feed.`,
  };
}

function isHtml(head: string, document: XmlDocument): boolean {
  const root = document.rootName.toLowerCase();
  return root === 'html' || /^\s*<!doctype\s+html/i.test(head) || htmlRoots.has(root);
}

const htmlRoots: ReadonlySet<string> = new Set(
  'head body title meta script style div p center table h1 h2 h3 br b noscript link'.split(' '),
);

function judgePage(head: string): { readonly reason: ReadFailure; readonly message: string } {
  return blockPattern.test(head)
    ? {
        reason: 'blocked',
        message: 'The server answered with a challenge or block page instead of the feed.',
      }
    : {
        reason: 'not-a-feed',
        message: 'The document is a web page, not a feed; try its feed address.',
      };
}
