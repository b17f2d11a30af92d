import { comparable } from '../../text/comparable.ts';

/** Words that turn a statement round or put it on another day, in all languages at once. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(comparable));

/** Negations that are words of their own. `t` is what is left of `didn't`, `yox` and `yok` deny. */
export const negations = words(
  `not no never without t cannot nor
   deyil deyildir yox yoxdur heç
   değil değildir yok yoktur hiç
   не нет ни без нельзя никогда
   نیست نیستند بدون هرگز نه
   لا لم لن ليس ليست غير دون بدون
   ոչ չէ չեն չի առանց
   არ ვერ არა აღარ არც გარეშე ნუ`,
);

/** Opposites: stems of one side, then stems of the other. A word counts when it begins with a stem. */
const oppositePairs: readonly (readonly [string, string])[] = [
  ['open reopen unlock', 'clos shut seal'],
  ['begin began start launch', 'end finish conclud stop halt suspend'],
  ['arrest detain jail', 'releas freed acquit'],
  [
    'rise rose increas grow grew up climb jump gain',
    'fall fell decreas drop declin down slump lose',
  ],
  ['win won victor beat', 'lose lost defeat'],
  ['approv accept adopt ratif agre', 'reject refus declin veto'],
  ['acquit', 'convict sentenc guilty'],
  ['confirm admit', 'deny denie refut'],
  ['arriv enter', 'depart left leave'],
  ['import', 'export'],
  ['strengthen', 'weaken'],
  ['allow permit lift', 'ban prohibit forbid impos'],
  ['resum restor', 'suspend halt cancel postpon'],
  ['survive rescued', 'killed died dead'],
  ['before', 'after'],
  ['north', 'south'],
  ['east', 'west'],
  ['açıl', 'bağlan qapan'],
  ['başla', 'bit başa sona dayan'],
  ['həbs tutul saxlanıl', 'azad'],
  ['art yüksəl bahalaş çoxal', 'azal ucuzlaş düş'],
  ['qalib qazan', 'məğlub uduz'],
  ['təsdiq qəbul', 'rədd təkzib'],
  ['bəraət', 'məhkum'],
  ['idxal', 'ixrac'],
  ['icazə', 'qadağa'],
  ['bərpa', 'dayandır ləğv təxirə'],
  ['şimal', 'cənub'],
  ['şərq', 'qərb'],
  ['əvvəl', 'sonra'],
  ['açıl', 'kapan kapat'],
  ['başla', 'bit sona durdur'],
  ['tutukla gözaltı', 'serbest tahliye'],
  ['art yüksel zamlan', 'azal düş gerile indirim'],
  ['kazan galip yendi', 'kaybet mağlup yenil'],
  ['onayla kabul', 'reddet ret yalanla'],
  ['beraat', 'mahkum hapis'],
  ['ithal', 'ihrac'],
  ['izin', 'yasak'],
  ['kuzey', 'güney'],
  ['doğu', 'batı'],
  ['önce', 'sonra'],
  ['откры', 'закры'],
  ['нача старт', 'заверш законч оконч прекра'],
  ['арест задерж', 'освобо отпуст'],
  ['вырос выраст рост повыс подорож увелич', 'упал снизи сниж паден подешев уменьш сократ'],
  ['победи выигра', 'проигра поражен уступи'],
  ['одобр приня утверд', 'отклон отверг откаж отказ'],
  ['оправда', 'осуди приговор'],
  ['подтверд', 'опроверг'],
  ['импорт', 'экспорт'],
  ['разреш', 'запрет запрещ'],
  ['возобнов', 'приостанов отмен'],
  ['север', 'юг южн юж'],
  ['восток восточ', 'запад'],
  ['до', 'после'],
  ['بازگشایی باز گشایش افتتاح', 'بسته تعطیل مسدود'],
  ['آغاز شروع', 'پایان خاتمه توقف'],
  ['بازداشت دستگیر', 'آزاد'],
  ['افزایش صعود گران رشد', 'کاهش سقوط نزول ارزان افت'],
  ['پیروز برد برنده', 'شکست باخت'],
  ['تصویب تایید تأیید پذیرفت', 'رد تکذیب'],
  ['تبرئه', 'محکوم'],
  ['واردات', 'صادرات'],
  ['مجاز', 'ممنوع'],
  ['شمال', 'جنوب'],
  ['شرق', 'غرب'],
  ['پیش', 'پس'],
  ['فتح افتتاح', 'اغلاق إغلاق'],
  ['بدء بدا انطلاق', 'انتهاء ختام توقف'],
  ['اعتقال توقيف', 'افراج إفراج اطلاق'],
  ['ارتفاع زيادة ارتفع', 'انخفاض تراجع انخفض'],
  ['فوز فاز', 'خسارة هزيمة خسر'],
  ['تؤكد يؤكد وافق', 'تنفي ينفي رفض نفى'],
  ['բացվ բացում', 'փակվ փակում'],
  ['սկս մեկնարկ', 'ավարտ դադար'],
  ['ձերբակալ կալանավոր', 'ազատ'],
  ['աճ բարձրա թանկա', 'նվազ իջ անկ էժան'],
  ['հաղթ', 'պարտ'],
  ['հաստատ ընդուն', 'մերժ հերք'],
  ['հյուսիս', 'հարավ'],
  ['արևել', 'արևմ'],
  ['გაიხსნ გახსნ', 'დაიხურ დახურ'],
  ['დაიწყ დაწყ', 'დასრულ შეწყ'],
  ['დააკავ დაკავ დააპატიმრ', 'გაათავისუფლ გათავისუფლ'],
  ['გაიზარდ ზრდ მოიმატ გაძვირ', 'შემცირ დაეც კლებ გაიაფ'],
  ['გაიმარჯვ მოიგ', 'დამარცხ წააგ'],
  ['დაამტკიც მიიღ', 'უარყ უარი'],
  ['ჩრდილო', 'სამხრ'],
  ['აღმოსავლ', 'დასავლ'],
];

export interface Opposites {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

const stems = (text: string): readonly string[] => text.split(' ').map(comparable);

export const opposites: readonly Opposites[] = oppositePairs.map(([left, right]) => ({
  left: stems(left),
  right: stems(right),
}));
