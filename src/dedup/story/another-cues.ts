import { byLanguage } from '../../text/base-language.ts';
import type { Article } from '../article.ts';
import { cuePatterns } from './cue-patterns.ts';
import { recurrent } from './event-kinds.ts';
import type { StoryDoubt, Titles } from './story-doubt.ts';

/** Words by which a headline says that its event is not the first of its kind: `Second blast`. */
const cues = cuePatterns({
  en: 'another|again|second|third|fresh|this time|one more|new (?:quake|earthquake|tremor|blast|explosion|fire|attack|strike|strikes|crash|case|cases|shooting)',
  az: 'daha bir|bir daha|yenidən|yenə|ikinci|üçüncü|növbəti|bu dəfə|təkrar',
  tr: 'bir[^.!?]{0,30} daha|yeniden|yine|ikinci|üçüncü|bu kez|bu defa|tekrar|peş peşe',
  ru: 'снова|вновь|опять|ещ[её] (?:один|одна|одно|одного|одной|одну)|втор(?:ой|ая|ое|ого|ую)|треть(?:е|я|его)|третий|очередн\\p{L}+|на этот раз|повторн\\p{L}+',
  fa: 'دوباره|بار دیگر|دومین|سومین|این بار|مجدد|دیگری',
  ar: 'مجددا|مجدداً|مرة أخرى|ثاني|ثانية|الثاني|الثانية|هذه المرة|آخر|أخرى',
  hy: 'կրկին|նորից|երկրորդ|երրորդ|ևս մեկ|եւս մեկ|այս անգամ|հերթական|դարձյալ',
  ka: 'კვლავ|ისევ|მეორე|მესამე|კიდევ ერთი|ამჯერად|მორიგი|განმეორებით',
});

function saysAnother(article: Article): boolean {
  return article.once(
    'another',
    () => byLanguage(cues, article.language)?.test(article.title) === true,
  );
}

/** One headline of an accident or a game says that there was another before, and the other does not. */
export function anotherDoubt(a: Article, b: Article, titles: Titles): StoryDoubt | undefined {
  if (!recurrent.some((id) => titles.some((meanings) => meanings.has(id)))) return undefined;
  return saysAnother(a) === saysAnother(b)
    ? undefined
    : { kind: 'another', says: 'one more of its kind' };
}
