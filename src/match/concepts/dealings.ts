import type { Concept } from '../../domain/topic.ts';
import { concept } from './word-list.ts';

/** What happens between two peoples and two neighbours beside the acts of their governments. */
export const dealingConcepts: readonly Concept[] = [
  // People and prisoners given from one state to another.
  concept('handing-over', 'act', {
    tr: 'sınır dışı, sınır dışı etti, sınır dışı edildi, sınır dışı edilen, iade edildi, iade etti, iadesi, suçluların iadesi, teslim etti, teslim edildi, geri gönderildi, ülkeyi terk etmesi istendi',
    az: 'deportasiya, deportasiya olunub, deportasiya edilib, deport edilib, ölkədən çıxarılıb, ölkədən çıxarılması, ekstradisiya, ekstradisiya olunub, ekstradisiya edilib, təhvil verilib, təhvil verib, təhvil alıb, geri göndərilib, qaytarılıb, readmissiya',
    en: 'deport, deported, deports, deportation, deportees, extradite, extradited, extradites, extradition, expel, expelled, expels, expulsion, handed over, hands over, handover, sent home, sent back, readmission, repatriated',
    fa: 'اخراج, اخراج کرد, اخراج شد, اخراج شدند, بازگردانده شد, بازگردانده شدند, استرداد, مسترد, مسترد شد, تحویل داد, تحویل داده شد, تحویل گرفت, تحویل شد, رد مرز, بازگردانی',
    ru: 'депортация, депортировал, депортировала, депортировали, депортирован, депортированы, выдворил, выдворили, выдворен, выдворены, выдворение, выслал, выслали, высланы, экстрадировал, экстрадировали, экстрадирован, экстрадированы, экстрадиция, выдача, выдали, выдан, передал властям, реадмиссия',
    hy: 'արտաքսել, արտաքսեց, արտաքսվել, արտաքսում, վտարել, վտարեց, վտարվել, վտարում, արտահանձնել, արտահանձնեց, արտահանձնվել, արտահանձնում, հանձնել, հանձնվել, հետ ուղարկել',
    ka: 'დეპორტაცია, გააძევა, გააძევეს, გაძევება, ექსტრადიცია, გადასცა, გადასცეს, გადაეცა, გადაცემა, დააბრუნა, დააბრუნეს, რეადმისია',
    ar: 'ترحيل, رحلت=, ترحل=, رحل=, مرحلين, المرحلين, إبعاد, أبعدت, تسليم, تسلم=, سلمت=, طرد=, طردت, تطرد, إعادة المحتجزين',
  }),
  // What is between two who are at odds, as told by those who would calm it.
  concept('standoff', 'act', {
    tr: 'gerilim, gerginlik, gerilimi, gerginliği, itidal, tansiyon, arabulucu, arabuluculuk, anlaşmazlık, anlaşmazlığı, aralarındaki, uzlaştırmak, yatıştırmak, diyalog çağrısı, sorun, sorunlar, sorunlarını, konuşarak çözmesi, diyalogla, sükunet, ihtilaf',
    az: 'gərginlik, gərginliyi, gərginliyin, təmkinli, vasitəçilik, vasitəçi, ixtilaf, ixtilafı, mübahisə, aralarındakı, barışdırmaq, dialoqa çağırıb, fikir ayrılığı, problemlərini, dialoq yolu ilə, sakitlik',
    en: 'tension, tensions, restraint, mediate, mediates, mediation, mediator, de-escalate, de-escalation, deescalation, standoff, dispute, disputes, rift, row, feud, confrontation, escalation, between them, each other, one another, bring together, settle their, differences, mend, resolve their, settle, calm, defuse, ease, cool, at odds',
    fa: 'تنش, تنش‌ها, تنش‌زدایی, خویشتنداری, خویشتن‌داری, میانجی, میانجیگری, میانجی‌گری, اختلاف, اختلافات, مناقشه, یکدیگر, رویارویی, کاهش تنش, حل اختلاف, آرامش, گفتگوی دو کشور',
    ru: 'напряженность, напряженности, сдержанность, сдержанности, посредничество, посредник, посредника, посредником, спор=, спора=, разногласия, трения, противостояние, конфронтация, эскалация, деэскалация, друг друга, друг с другом, друг другу, между собой, примирить, проблемы, урегулировать, урегулирование, спокойствие, договариваться',
    hy: 'լարվածություն, զսպվածություն, միջնորդություն, միջնորդ, միջնորդել, վեճ, տարաձայնություն, տարաձայնություններ, հակասություններ, առճակատում, միմյանց, իրար, լիցքաթափում',
    ka: 'დაძაბულობა, თავშეკავება, თავშეკავებისკენ, შუამავლობა, შუამავალი, მედიაცია, დავა, უთანხმოება, დაპირისპირება, ესკალაცია, დეესკალაცია, ერთმანეთს, ერთმანეთთან, შეხვედრის ადგილი',
    ar: 'توتر, التوتر, توترات, ضبط النفس, وساطة, وسيط, خلاف, خلافات, نزاع, مواجهة, تصعيد, التصعيد, خفض التصعيد, بعضهما, احتواء',
  }),
  // Blame laid on somebody; when it falls on two side by side, neither laid it.
  concept('censure', 'act', {
    tr: 'kınadı, kınama, kınadılar, kınandı, kınıyor, eleştirdi, eleştiriyor, eleştiri, eleştirildi, suçladı, tepki gösterdi, yaptırım',
    az: 'pisləyib, pislədi, pisləyir, qınayıb, qınadı, tənqid, tənqid edib, tənqid olunub, ittiham edib, pislənib, sanksiya, sanksiyalar',
    en: 'condemn, condemned, condemns, criticise, criticised, criticises, criticize, criticized, criticizes, criticism, denounce, denounced, denounces, slams, slammed, blasts, rebukes, rebuked, accuse, accused, accuses, sanctions, sanctioned, censure, censured, faults, faulted, chides, decries, name and shame, resolution, resolutions',
    fa: 'محکوم, محکوم کرد, محکومیت, انتقاد, انتقاد کرد, متهم کرد, نکوهش, سرزنش, تحریم, قطعنامه',
    ru: 'осудил, осудила, осудили, осуждает, осуждают, раскритиковал, раскритиковала, раскритиковали, критикует, критикуют, критика, критику, обвинил, обвинила, обвинили, обвиняет, упрекнул, порицание, санкции, резолюция, резолюции, резолюцию',
    hy: 'դատապարտել, դատապարտեց, դատապարտում, դատապարտվել, քննադատել, քննադատեց, քննադատում, քննադատություն, մեղադրել, մեղադրեց, պատժամիջոցներ, բանաձև',
    ka: 'დაგმო, დაგმეს, გმობს, გააკრიტიკა, გააკრიტიკეს, აკრიტიკებს, კრიტიკა, დაადანაშაულა, სანქციები, რეზოლუცია',
    ar: 'أدان=, أدانت, تدين=, يدين=, إدانة, انتقد, انتقدت, تنتقد, ينتقد, تنديد, ندد, نددت, تندد, يندد, استنكر, عقوبات, قرار=',
  }),
  // Those who go to the other country and come home, by kind.
  concept('travellers', 'act', {
    tr: 'hacı, hacılar, ziyaretçi, ziyaretçiler, hasta, hastalar, hastaları, öğrenci, öğrenciler, turist, turistler, şoför, şoförler, tır şoförü, kamyon şoförleri, tedavi, Erbain, işçiler, ziyaretçilere, öğrencileri, yolcular, seyyahlar, pilot, denizci, denizciler, gemiciler, mürettebat, vize kolaylığı, vatandaşlarına, umre',
    az: 'zəvvar, zəvvarlar, zəvvarları, xəstə, xəstələr, müalicə, müalicəyə, müalicə üçün, tələbə, tələbələr, turist, turistlər, sürücü, sürücülər, yük maşını sürücüləri, Ərbəin, ziyarət, fəhlələr, dənizçi, dənizçilər, ekipaj, gəmi heyəti, sərnişin, sərnişinlər, vətəndaşlarına',
    en: 'pilgrim, pilgrims, pilgrimage, patient, patients, treatment, student, students, tourist, tourists, driver, drivers, truckers, lorry drivers, Arbaeen, travellers, travelers, holidaymakers, shoppers, day-trippers, migrant workers, sailors, seafarers, crew, passengers, medics, doctors, expatriates, nationals of',
    fa: 'زائر, زائران, زوار, اربعین, بیمار, بیماران, درمان, گردشگر, گردشگران, دانشجو, دانشجویان, راننده, رانندگان, مسافر, مسافران, کارگران, ملوان, ملوانان, خدمه, سرنشینان, پزشکان',
    ru: 'паломник, паломники, паломников, паломничество, пациент, пациенты, пациентов, лечение, студент, студенты, студентов, турист, туристы, туристов, водитель, водители, водителей, дальнобойщики, дальнобойщиков, Арбаин, моряки, моряков, экипаж, пассажиры, пассажиров, граждан, врачи',
    hy: 'ուխտավոր, ուխտավորներ, ուխտագնացություն, հիվանդ, հիվանդներ, բուժում, բուժման, ուսանող, ուսանողներ, զբոսաշրջիկ, զբոսաշրջիկներ, վարորդ, վարորդներ, Արբաին, նավաստի, նավաստիներ, անձնակազմ, ուղևորներ',
    ka: 'მომლოცველი, მომლოცველები, მომლოცველობა, პაციენტი, პაციენტები, მკურნალობა, სტუდენტი, სტუდენტები, ტურისტი, ტურისტები, მძღოლი, მძღოლები, არბაინი, მეზღვაური, მეზღვაურები, ეკიპაჟი, მგზავრები',
    ar: 'زائر, زوار, زائرين, حجاج, الأربعين, مريض, مرضى, علاج, العلاج, طالب, طلاب, طلبة, سائح, سياح, سائق, سائقين, سائقو, بحارة, البحارة, طاقم, الطاقم, مسافرين, ركاب',
  }),
  // Weeks and days of a country's culture, which ministries hold in each other's capitals.
  concept('culture-week', 'act', {
    tr: 'kültür haftası, kültür günleri, film haftası, kültür bakanlığı, kültür bakanı, kültür merkezi, kültürel iş birliği',
    az: 'mədəniyyət həftəsi, mədəniyyəti həftəsi, mədəniyyət günləri, mədəniyyəti günləri, kino həftəsi, kino günləri, Mədəniyyət Nazirliyi, mədəniyyət naziri, mədəniyyət mərkəzi, mədəni əməkdaşlıq',
    en: 'culture week, cultural week, culture days, cultural days, days of culture, week of culture, film week, culture ministry, culture ministries, ministry of culture, culture minister, cultural centre, cultural center, cultural cooperation, cultural exchange',
    fa: 'هفته فرهنگی, هفته فرهنگ, روزهای فرهنگی, روزهای فرهنگ, هفته فیلم, وزارت فرهنگ, وزیر فرهنگ, رایزنی فرهنگی, رایزن فرهنگی, همکاری فرهنگی, تبادل فرهنگی',
    ru: 'неделя культуры, неделю культуры, недели культуры, дни культуры, дней культуры, неделя кино, дни кино, министерство культуры, министерства культуры, Минкультуры, министр культуры, культурный центр, культурное сотрудничество',
    hy: 'մշակույթի շաբաթ, մշակույթի օրեր, մշակութային շաբաթ, մշակութային օրեր, կինոյի շաբաթ, մշակույթի նախարարություն, մշակույթի նախարար, մշակութային կենտրոն, մշակութային համագործակցություն',
    ka: 'კულტურის კვირეული, კულტურის დღეები, კულტურული კვირეული, კინოს კვირეული, კინოს დღეები, კულტურის სამინისტრო, კულტურის მინისტრი, კულტურის ცენტრი, კულტურული თანამშრომლობა',
    ar: 'أسبوع ثقافي, الأسبوع الثقافي, الأيام الثقافية, أيام ثقافية, أسبوع الفيلم, أسبوع السينما, وزارة الثقافة, وزير الثقافة, وزارتا الثقافة, المركز الثقافي, التعاون الثقافي, التبادل الثقافي',
  }),
  // One's own ministry that answers abroad.
  concept('foreign-ministry-voice', 'act', {
    tr: 'Dışişleri Sözcüsü, Dışişleri açıkladı',
    az: 'XİN^, XİN sözçüsü, Xarici İşlər Nazirliyi, XİN-dən',
    en: 'foreign ministry spokesman, foreign ministry spokesperson, foreign ministry spokeswoman',
    fa: 'سخنگوی وزارت خارجه, سخنگوی وزارت امور خارجه, سخنگوی دستگاه دیپلماسی, وزارت خارجه, وزارت امور خارجه, احضار, مرزبانی, مرزبانان, گمرک ایران',
    ru: 'официальный представитель МИД, МИД прокомментировал',
    hy: 'ԱԳՆ խոսնակ, ԱԳՆ մամուլի խոսնակ',
    ka: 'საგარეო უწყების პრესსპიკერი, საგარეო უწყების სპიკერი',
    ar: 'المتحدث باسم الخارجية, المتحدثة باسم الخارجية',
  }),
  // Who works for another state in secret.
  concept('spying', 'act', {
    tr: 'casus, casusluk, ajan, ajanı, casus şebekesi, hesabına çalışan',
    az: 'casus, casusluq, cəsus, agentura, agent, xəfiyyə, xeyrinə casusluq, kəşfiyyatı',
    en: 'spy, spies, spying, espionage, agents for, spy ring, handlers',
    fa: 'جاسوس, جاسوسی, شبکه جاسوسی, همکاری اطلاعاتی',
    ru: 'шпион, шпионаж, шпионажа, шпионаже, агент, агентура, госизмена, госизмены, госизмене, в пользу Ирана, вербовка, завербован',
    hy: 'լրտես, լրտեսություն, լրտեսության, գործակալ, հավաքագրել',
    ka: 'ჯაშუში, ჯაშუშობა, ჯაშუშობისთვის, აგენტი, გადაიბირა',
    ar: 'جاسوس, جواسيس, تجسس, التجسس, تخابر, تخابروا, عميل, تجنيد',
  }),
  // People who get out of a country, by themselves or with help, through another.
  concept('leaving', 'act', {
    tr: 'tahliye, tahliye edildi, tahliye etti, tahliyesi, mahsur, mahsur kalan, yabancıları çıkardı, ülkeyi terk eden, çıkış yaptı',
    az: 'təxliyə, təxliyə edilib, təxliyə olunub, təxliyəsi, ölkəni tərk edib, ölkəni tərk ediblər, tərk edən, çıxarılıb',
    en: 'evacuate, evacuated, evacuates, evacuation, evacuees, stranded, left Iran, leave Iran, leaving Iran, fled Iran, flee Iran, airlifted home',
    fa: 'تخلیه, خروج اتباع, ایران را ترک کردند, کشور را ترک کردند, از ایران خارج شدند, خروج از ایران',
    ru: 'эвакуация, эвакуации, эвакуировали, эвакуированы, эвакуирован, эвакуировал, эвакуировала, эвакуировались, покинули Иран, выехали из Ирана, из Ирана выехали, покинули страну, вывезли из Ирана, вывезены из Ирана',
    hy: 'տարհանում, տարհանել, տարհանվել, տարհանված, տարհանեց, Իրանից դուրս եկ, Իրանից դուրս են եկել, լքել են Իրանը',
    ka: 'ევაკუაცია, ევაკუირებული, ევაკუირებულია, ევაკუაციის, ირანი დატოვა, ირანი დატოვეს, ტოვებენ ირანს, ირანიდან გამოიყვანეს, გამოვიდნენ ირანიდან, ირანიდან გამოვიდნენ, ირანიდან ევაკუირებული, ირანიდან გამოსული, ირანიდან გამოყვანილი',
    ar: 'إجلاء, أجلت, إجلاؤهم, عمليات الإجلاء, غادروا إيران, مغادرة إيران, خرجوا من إيران, العالقين',
  }),
  // A land lent or not lent to others to strike from.
  concept('use-of-soil', 'act', {
    tr: 'toprakları, topraklarını, topraklarından, topraklarımız, hava sahası, hava sahasını, üs olarak, sıçrama tahtası, üsleri',
    az: 'ərazisi, ərazisindən, ərazisini, ərazimizdən, ərazimiz, torpaqlarından, hava məkanı, hava məkanından, hava məkanını, plasdarm, baza kimi',
    en: 'territory, soil, airspace, launchpad, launch pad, springboard, bases, air bases, took off from, staging ground',
    fa: 'خاک, خاک خود, حریم هوایی, قلمرو, پایگاه, پایگاه‌های, سکوی پرتاب, از خاک',
    ru: 'территория, территории, территорию, воздушное пространство, воздушного пространства, плацдарм, плацдармом, базы, аэродромы, аэродромов',
    hy: 'տարածք, տարածքից, տարածքը, օդային տարածք, օդային տարածքը, հենակետ, պլացդարմ',
    ka: 'ტერიტორია, ტერიტორიიდან, ტერიტორიას, საჰაერო სივრცე, საჰაერო სივრცის, პლაცდარმი, ბაზები',
    ar: 'أراضيها, أراضينا, أراضي, أراضيه, أجوائها, أجواءها, المجال الجوي, مجالها الجوي, منصة انطلاق, قواعد',
  }),
  // The direction in which the press of one of the two tells of the other.
  concept('toward-iran', 'place', {
    tr: 'İran’a=, İran’dan=, İran’la=, Tahran’a=, Tahran’daki=',
    az: 'İrana=, İrandan=, İranla=, İrandakı=, Tehrana=, Tehrandan=, Tehrandakı=, Tehranla=, İran mənşəli, İran vətəndaşı, İran vətəndaşları, İran tərəfdən, İran tərəfindən, İran istiqamətindən, İran xüsusi xidmət, İran kəşfiyyatı, İran ərazisindən, İran sərhədi, İrandakı soydaşlar, İran universitetləri, İranın Bakıdakı, İran məhsulları',
    en: 'to Iran, from Iran, with Iran, of Iranian origin',
    fa: 'به ایران, از ایران, با ایران',
    ru: 'в Иран=, из Ирана, с Ираном',
    hy: 'Իրանից=, Իրանի հետ, դեպի Իրան',
    ka: 'ირანიდან=, ირანთან=, ირანში=',
    ar: 'إلى إيران, من إيران, مع إيران',
  }),
  concept('toward-azerbaijan', 'place', {
    tr: 'Azerbaycan’a=, Azerbaycan’dan=, Bakü’ye=, Bakü’den=',
    az: 'Azərbaycana=, Azərbaycandan=, Bakıya=, Bakıdan=',
    en: 'to Azerbaijan, from Azerbaijan, with Azerbaijan',
    fa: 'به باکو, از باکو, با باکو, به نخجوان, از نخجوان, با نخجوان, به جمهوری آذربایجان, از جمهوری آذربایجان, با جمهوری آذربایجان, رسانه‌های باکو, مقامات باکو, دولت باکو, سفیر باکو, سفارت باکو, کاردار باکو, سفارت جمهوری آذربایجان, سفیر جمهوری آذربایجان, سفارت آذربایجان, سفیر آذربایجان, راهی باکو, عازم باکو, مرز نخجوان, آب‌های آذربایجان',
    ru: 'в Азербайджан=, из Азербайджана, с Азербайджаном',
    hy: 'Ադրբեջանից=, Ադրբեջանի հետ, դեպի Ադրբեջան',
    ka: 'აზერბაიჯანიდან=, აზერბაიჯანთან=, აზერბაიჯანში=',
    ar: 'إلى أذربيجان, من أذربيجان, مع أذربيجان',
  }),
];
