import type { ReadFailure } from '../domain/parsed-feed.ts';
import { htmlToText } from './plain-text.ts';
import type { XmlDocument } from './xml-document.ts';

/** What only the pages have that stand between a robot and the feed. */
const challengeMarks =
  /_cf_chl_opt|cf-browser-verification|cf-challenge|id="challenge-form"|_incapsula_resource|ddos-guard|sucuri_cloudproxy|px-captcha|captcha-delivery\.com|aws-waf-token|__qrator|bot-protection/i;

/** What such pages say in their title or first lines; an ordinary page may say it further down. */
const challengeWords =
  /just a moment|attention required|checking your browser|ddos protection|captcha|access (?:to this page has been )?denied|request (?:blocked|rejected|unsuccessful)|are you (?:a )?(?:human|robot)|not a robot|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies|security check|you have been blocked|403 forbidden|доступ (?:запрещ[её]н|ограничен|заблокирован)|проверка (?:браузера|безопасности)|вы не робот|erişim engellendi|robot olmadığınızı|güvenlik (?:kontrolü|doğrulaması)|giriş qadağandır|zugriff verweigert|accès refusé|acceso denegado/i;

/** Characters of visible text in which those words must stand. */
const firstLinesCharacters = 600;

/** Characters of a page that are looked at: a challenge says so at once. */
const pageHeadCharacters = 50_000;

/** Why a document that starts so and is no feed is none, for who configured its address. */
export function judgeForeignDocument(
  start: string,
  document: XmlDocument,
): { readonly reason: ReadFailure; readonly message: string } {
  const head = start.slice(0, pageHeadCharacters);
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
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(head)?.[1] ?? '';
  const body = head.slice(Math.max(0, head.search(/<body/i)));
  const firstLines = htmlToText(body).trim().slice(0, firstLinesCharacters);
  const isChallenge = challengeMarks.test(head) || challengeWords.test(`${title}\n${firstLines}`);
  return isChallenge
    ? {
        reason: 'blocked',
        message: 'The server answered with a challenge or block page instead of the feed.',
      }
    : {
        reason: 'not-a-feed',
        message: 'The document is a web page, not a feed; try its feed address.',
      };
}
