import type { Concept } from '../../domain/topic.ts';
import { concept } from './word-list.ts';

/** Words that open a part of the text that proves nothing: tag lines, read-also links, bylines. */
export const asideConcepts: readonly Concept[] = [
  concept('keyword-line', 'subject', {
    tr: 'Anahtar Kelimeler, anahtar kelime, Etiketler, Etiket, Konular',
    az: 'Açar sözlər, Teqlər, Etiketlər, آچار سؤزلر',
    en: 'Keywords, Key words, Tags, Tagged, Topics*0.9, Filed under',
    fa: 'کلیدواژه, کلیدواژه‌ها, واژه‌های کلیدی, برچسب‌ها, برچسب, کلمات کلیدی, تگ‌ها, کلید واژه‌ها',
    ru: 'Ключевые слова, Теги, Метки, Тэги',
    hy: 'Հիմնաբառեր, Պիտակներ, Բանալի բառեր, Թեգեր',
    ka: 'საკვანძო სიტყვები, თეგები, ტეგები, ტაგები',
    ar: 'الكلمات المفتاحية, كلمات مفتاحية, الكلمات الدلالية, كلمات دلالية, وسوم, الوسوم',
  }),
  concept('read-also', 'subject', {
    tr: 'Ayrıca okuyun, Bunu da okuyun, İlgili haber, İlgili haberler, İlgili içerik, Ayrıca bakınız, Okumadan geçme, Bunlar da ilginizi çekebilir, İlginizi çekebilir, Daha fazla, Diğer haberler, Önerilen haber, Çok okunanlar, Benzer haberler, Okuyun, Bunu da oku',
    az: 'Həmçinin oxuyun, Bunu da oxuyun, Oxşar xəbərlər, Əlaqəli xəbər, Əlaqəli xəbərlər, Digər xəbərlər, Çox oxunanlar, Bunları da oxuyun, Həmçinin bax, Mövzu ilə bağlı, Oxuyun, Həmçinin maraqlıdır, Ən çox oxunan',
    en: 'Read also, Also read, Read more, See also, Related, Related news, Related stories, Related story, More on this, You may also like, Most read, Don’t miss, Recommended, Also on the site, More news, Earlier on our site, Also in the news, More from us, Read next, Up next, Also today, In other news',
    fa: 'بیشتر بخوانید, همچنین بخوانید, اخبار مرتبط, خبر مرتبط, مطالب مرتبط, بخوانید, پربازدیدترین‌ها, بیشتر ببینید, خبرهای مرتبط, مطلب مرتبط, پربازدیدها, در همین زمینه, این را هم بخوانید',
    ru: 'Читайте также, Читать также, Смотрите также, По теме, Ещё по теме, Читайте еще, Другие новости, Самое читаемое, Рекомендуем, Читать далее, Похожие новости, Также по теме, Материалы по теме, Вам может быть интересно, Еще новости, Ранее на сайте, Читают сейчас',
    hy: 'Կարդացեք նաև, Կարդալ նաև, Կարդացեք, Նույն թեմայով, Առնչվող նյութեր, Այլ լուրեր, Ամենաընթերցված, Տես նաև, Նաև կարդացեք, Դիտեք նաև, Կարդա նաև',
    ka: 'წაიკითხეთ აგრეთვე, ასევე წაიკითხეთ, წაიკითხეთ ასევე, იხილეთ აგრეთვე, იხილეთ ასევე, ამავე თემაზე, მსგავსი ამბები, სხვა ამბები, ყველაზე კითხვადი, წაიკითხეთ',
    ar: 'اقرأ أيضا, إقرأ أيضا, اقرأ أيضًا, اقرأ المزيد, شاهد أيضا, مواضيع ذات صلة, أخبار ذات صلة, الأكثر قراءة, ذات صلة, أخبار أخرى, طالع أيضا, إقرأ المزيد, اقرأ كذلك',
  }),
  concept('byline', 'subject', {
    tr: 'Haber, Haberi hazırlayan, Muhabir, Muhabirimiz, Editör, Fotoğraf, Foto, Kaynak, Yazar, Haber merkezi, Derleyen, Çeviri, Yayına hazırlayan',
    az: 'Müəllif, Redaktor, Foto, Mənbə, Müxbir, Müxbirimiz, Tərcümə, Hazırladı, Şəkil',
    en: 'By=, Reporting by, Editing by, Editor, Photo, Photo by, Source, Author, Correspondent, Reporter, Writing by, Image, Compiled by, Contact, Translated by, Bureau, Our bureaus',
    fa: 'خبرنگار, گزارش از, عکس, منبع, نویسنده, ویراستار, دبیر خبر, مترجم, تهیه و تنظیم, دفتر خبرگزاری, سردبیر',
    ru: 'Автор, Редактор, Редактор ленты, Фото, Источник, Корреспондент, Собкор, Материал подготовил, Подготовил, Подготовила, Перевод, Текст, Адрес редакции, Корпункт',
    hy: 'Հեղինակ, Խմբագիր, Լուսանկար, Լուսանկարը, Աղբյուր, Թղթակից, Պատրաստեց, Թարգմանություն',
    ka: 'ავტორი, რედაქტორი, ფოტო, წყარო, კორესპონდენტი, მოამზადა, თარგმანი',
    ar: 'الكاتب, تحرير, المحرر, تصوير, المصدر, المراسل, مراسلنا, إعداد, ترجمة, مراسلتنا, كتب=',
  }),
  // Who wrote it, told in a sentence without a colon.
  concept('credit', 'subject', {
    tr: 'muhabirimiz, muhabirimizin, muhabiri bildirdi, bildiriyor, haberi hazırlayan, hazırlayan, derleyen, özel haber, ekibimiz, haber ekibi, editörümüz, yazarımız',
    az: 'müxbirimiz, bizim müxbir, xüsusi müxbir, əməkdaşımız, hazırladı, hazırlayıb, hazırlayan, məlumatı hazırlayan, yazarımız, üzrə müxbir, redaksiyamız',
    en: 'our correspondent, our reporter, our staff, our colleague, our desk, our office, prepared by, reported by, compiled by, written by, reports from, reporting from, special to, contributed reporting, contributed to this report, for this newspaper, staff writer, staff reporter',
    fa: 'خبرنگار ما, همکار ما, گزارش از, تهیه و تنظیم, تهیه‌کننده گزارش, تنظیم از, گزارشگر ما, تحریریه ما',
    ru: 'наш корреспондент, наш собкор, собкор, наш сотрудник, наша редакция, подготовил, подготовила, подготовили, специально для, собственный корреспондент, текст подготовил, материал подготовила, нашего корреспондента',
    hy: 'մեր թղթակից, մեր թղթակիցը, մեր աշխատակից, մեր աշխատակիցը, մեր լրագրող, մեր գործընկերը, պատրաստեց, պատրաստել է, նյութը պատրաստեց, հատուկ թղթակից',
    ka: 'ჩვენი კორესპონდენტი, ჩვენი თანამშრომელი, ჩვენი ჟურნალისტი, მოამზადა, მოამზადეს, მასალა მოამზადა, სპეციალურად, საკუთარი კორესპონდენტი',
    ar: 'مراسلنا, مراسلتنا, مراسل الموقع, موفدنا, زميلنا, أعده, أعد التقرير, أعدت التقرير, من إعداد, كتبت=, خاص بالموقع',
  }),
];
