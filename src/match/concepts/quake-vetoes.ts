import type { Concept, ConceptKind } from '../../domain/topic.ts';
import { concept, type Lists } from './word-list.ts';

/** Counts beside a word of earthquakes only: elsewhere these words say nothing, to stories either. */
function besideQuake(
  id: string,
  kind: ConceptKind,
  weak: Lists,
  includes: readonly string[] = [],
): Concept {
  return concept(id, kind, {}, { weak, context: ['earthquake'], includes });
}

/**
 * What only a quake that has just happened has (`quake-epicentre`, `quake-aftershock`,
 * `quake-fresh`), and families of news that use its words without one: none of these is overruled
 * by "the quake struck", which anniversaries, trials and films say as well.
 */
export const quakeVetoConcepts: readonly Concept[] = [
  besideQuake('quake-epicentre', 'act', {
    tr: 'merkez üssü, merkez üssünün, derinliğinde, derinlikte, kilometre derinde, yerin altında',
    az: 'episentr, episentri, episentrdə, dərinlikdə, dərinliyində, ocağı',
    en: 'epicentre, epicenter, epicentred, epicentered, at a depth, depth of, km deep, kilometres deep, kilometers deep, km beneath, hypocentre, hypocenter',
    fa: 'کانون زلزله, کانون زمین‌لرزه, کانون این زمین‌لرزه, کانون این زلزله, کانون آن, مرکز این زلزله, در عمق, عمق کانونی',
    ru: 'эпицентр, эпицентра, очаг, очага, на глубине, глубина очага, гипоцентр',
    hy: 'էպիկենտրոն, օջախ, խորությամբ, խորության',
    ka: 'ეპიცენტრი, სიღრმეზე, კერა',
    ar: 'مركز الزلزال, مركز الهزة, مركزه, مركزها, على عمق, بؤرة الزلزال, بؤرة الهزة',
  }),
  besideQuake('quake-aftershock', 'act', {
    tr: 'artçı, artçı sarsıntı, artçılar, artçı deprem, artçı depremler',
    az: 'afterşok, afterşoklar, təkrar təkan, təkrar təkanlar',
    en: 'aftershock, aftershocks, after-shock, after-shocks',
    fa: 'پس‌لرزه, پس لرزه, پس‌لرزه‌های, پس‌لرزه‌ها',
    ru: 'афтершок, афтершоки, афтершоков, повторный толчок, повторные толчки, повторных толчков',
    hy: 'հետցնցում, հետցնցումներ, կրկնվող ցնցում, աֆթերշոկ',
    ka: 'აფტერშოკი, აფტერშოკები, განმეორებითი ბიძგი, განმეორებითი ბიძგები',
    ar: 'هزة ارتدادية, هزات ارتدادية, الهزات الارتدادية, ارتدادية, توابع الزلزال',
  }),
  // The quake of this night or of a weekday; nobody commemorates by them.
  besideQuake('quake-fresh', 'act', {
    tr: 'dün gece, dün geceki, dünkü, bu sabah, bu sabahki, bu geceki, geceki, sabahki, gece yarısı, sabaha karşı, sabah saatlerinde, gece saatlerinde, pazartesi günkü, salı günkü, çarşamba günkü, perşembe günkü, cuma günkü, cumartesi günkü, pazar günkü, saatler sonra, az önce, son dakika',
    az: 'dünən gecə, dünənki, bu səhər, bu gecə, gecəki, səhərki, bu səhərki, gecə saatlarında, səhər saatlarında, sübh, bazar ertəsi günkü, çərşənbə axşamı, bir neçə saat sonra, bu gün baş verən',
    en: "last night, last night's, this morning, this morning's, overnight, early today, yesterday's, today's, Monday's, Tuesday's, Wednesday's, Thursday's, Friday's, Saturday's, Sunday's, hours after, minutes after, early Monday, early Tuesday, early Wednesday, early Thursday, early Friday, early Saturday, early Sunday, pre-dawn",
    fa: 'دیشب, شب گذشته, بامداد, بامداد امروز, صبح امروز, نیمه‌شب, دقایقی پیش, ساعتی پیش, دقایقی قبل, دیروز, امروز صبح, سحرگاه',
    ru: 'ночью, ночного, ночное, ночные, ночных, минувшей ночью, утреннего, утренние, утренних, вчерашнего, вчерашнее, сегодняшнего, воскресного, субботнего, пятничного, понедельничного, накануне',
    hy: 'այս գիշեր, գիշերային, գիշերվա, երեկվա, այսօրվա, առավոտվա, կիրակնօրյա, վաղ առավոտյան',
    ka: 'წუხელ, გუშინდელი, ღამის, დღევანდელი, დილის, გამთენიისას, კვირის, წუხანდელი',
    ar: 'ليل أمس, الليلة الماضية, فجر, فجرا, فجر اليوم, صباح اليوم, ليلا, أمس, ليلة أمس, مساء أمس',
  }),
  // Something blew up; instruments wrote it down.
  besideQuake('quake-blast', 'subject', {
    tr: 'patlama, patlaması, patlamanın, infilak, patladı, patlatıldı, mühimmat, cephanelik, dinamit',
    az: 'partlayış, partladı, partlayıb, partladılıb, sursat, cəbbəxana, dinamit',
    en: 'explosion, explosions, blast, blasts, exploded, explodes, detonation, detonated, detonations, ammunition depot, munitions, underground test, missile test',
    fa: 'انفجار, انفجارها, منفجر شد, منفجر, مهمات, آتشباری, آزمایش موشکی',
    ru: 'взрыв, взорвался, взорвалась, взорвали, подрыв, детонация, боеприпасы, боеприпасов, ядерное испытание, ядерных испытаний, ядерного испытания',
    hy: 'պայթյուն, պայթել, պայթեցում, զինամթերք, միջուկային փորձարկում',
    ka: 'აფეთქება, აფეთქდა, აფეთქებამ, აფეთქების, საბრძოლო მასალა, ბირთვული გამოცდა',
    ar: 'انفجار, انفجارات, انفجر, انفجرت, ذخيرة, ذخائر, تجربة نووية',
  }),
  besideQuake('quake-instrument', 'subject', {
    tr: 'sismograf, sismograflar, sismik istasyon, sismik cihaz, deprem istasyonu, deprem istasyonları, titreşim, kayıtlara, deprem olarak',
    az: 'seysmoqraf, seysmik stansiya, seysmik stansiyalar, seysmik cihaz, titrəyiş, zəlzələ kimi',
    en: 'seismograph, seismographs, seismometer, seismometers, seismic station, seismic stations, seismic monitors, seismic sensors, registers as, registered as, recorded as, registered, picked up, tremor of',
    fa: 'لرزه‌نگار, لرزه‌نگارها, دستگاه‌های لرزه‌نگاری, ایستگاه لرزه‌نگاری, به عنوان زلزله, علت لرزش',
    ru: 'сейсмограф, сейсмографы, сейсмостанция, сейсмостанции, сейсмические станции, сейсмодатчики, как землетрясение',
    hy: 'սեյսմոգրաֆ, սեյսմոկայան, սեյսմիկ կայան, որպես երկրաշարժ, սեյսմիկ սարք',
    ka: 'სეისმოგრაფი, სეისმოგრაფები, სეისმოგრაფებმა, სეისმოსადგური, სეისმური სადგური, როგორც მიწისძვრა',
    ar: 'أجهزة الرصد, أجهزة رصد الزلازل, أجهزة رصد, محطات الرصد, جهاز رصد الزلازل, مقياس الزلازل, مراصد, كزلزال',
  }),
  // Works made of a quake.
  besideQuake('quake-culture', 'subject', {
    tr: 'filmi, filminin, film festivali, kısa film, belgesel, belgeseli, roman, romanı, gala, galası, vizyona, yönetmen, yönetmeni, senarist, başrol, sergi, sergisi, tiyatro, dizisi, şarkısı, Altın Portakal, kitap fuarı, imza günü, öykü, besteledi, şiir kitabı, dizi, filmde, oyunu, müzikal',
    az: 'film, kino, kinofestival, festivalında, rejissor, ssenari, roman, sərgi, premyera, tamaşa, sənədli film, povest, Qızıl Portağal',
    en: "film, films, filmmaker, filmmakers, movie, movies, documentary, novel, novelist, screening, screened, premiere, premieres, premiered, film festival, exhibition, exhibit, memoir, bestseller, bestselling, Golden Orange, box office, miniseries, TV series, starring, playwright, short stories, poetry, director's, drama, drama set, wins at Fajr, play about, novel about, film about",
    fa: 'فیلم سینمایی, فیلم کوتاه, فیلم مستند, جشنواره, اکران, کارگردان, مستندساز, رمان, تئاتر, سریال, سینما, داستان کوتاه, نمایشنامه, رونمایی از کتاب, نمایشگاه عکس, گالری',
    ru: 'фильм, кинофестиваль, фестиваль, режиссер, режиссёр, выставка, фотовыставка, документальный, спектакль, сериал, кинокартина, писатель, писательница, повесть, бестселлер, кинотеатр, фильм о, спектакль о, роман о, премьера фильма, премьера спектакля, премьерный показ, кинопремьера',
    hy: 'ֆիլմ, կինոփառատոն, փառատոն, ռեժիսոր, վեպ, ցուցահանդես, պրեմիերա, ներկայացում, սերիալ, կինո',
    ka: 'ფილმი, კინოფესტივალი, ფესტივალი, რეჟისორი, რომანი, გამოფენა, სპექტაკლი, სერიალი, კინო, პრემიერა=, პრემიერას=',
    ar: 'فيلم, فيلما, الفيلم, مهرجان, المخرج, المخرجة, رواية, روائي, معرض صور, وثائقي, العرض الأول, مسلسل, مسرحية, سينما',
  }),
  // Days of memory, and courts on the buildings of then.
  besideQuake('quake-commemoration', 'subject', {
    tr: 'yıl dönümü, yıldönümü, anıldı, anıldılar, anma töreni, anma etkinliği, seneidevriye, saygı duruşu, deprem anıtı, deprem şehitliği, karanfil, iddianame, duruşma, müteahhit, mahkeme, hapis cezası, davası, davasında, beraat, tazminat davası, bilirkişi raporu, sanık, sanıklar, mahkum, mahkûm, hüküm giydi, son tanığı, tanığı',
    az: 'ildönümü, anım mərasimi, yad edilib, yad olunub, xatirəsi anılıb, bir dəqiqəlik sükut, ittiham aktı, məhkəmə, məhkəməsi, həbs cəzası, təqsirləndirilən, iddia qaldırıb, məhkum edildi, məhkum edilib, məhkum olunub, hökm oxunub, sahibi həbs',
    en: 'anniversary, commemorate, commemorated, commemorates, commemorating, commemoration, memorial, minute of silence, moment of silence, wreaths, trial, verdict, sentenced, indictment, convicted, lawsuit, court, jailed, in memory of, remembers, remembering, remembrance, retrial, acquitted, defendants, jails, survivor of the, last survivor',
    fa: 'سالگرد, سالروز, یادبود, گرامیداشت, یک دقیقه سکوت, دادگاه, محاکمه, کیفرخواست, رأی دادگاه, متهمان, دادخواست, روایت بازمانده, بازمانده زلزله, صدور حکم, متهمان ساخت',
    ru: 'годовщина, годовщину, годовщине, годовщины, почтили, минута молчания, минутой молчания, возложили цветы, мемориал, суд, судебный, приговор, приговорили, застройщик, обвинительное заключение, подсудимый, иск, иски, осудили, осужден, осуждён, свидетель',
    hy: 'տարելից, ոգեկոչել, հիշատակի արարողություն, լռության րոպե, հուշարձան, դատարան, դատավճիռ, դատավարություն, մեղադրական, կառուցապատող',
    ka: 'წლისთავი, წლისთავს, ხსოვნა, ხსოვნას, დუმილის წუთი, წუთიერი დუმილი, მემორიალი, სასამართლო, განაჩენი, დეველოპერი, ბრალდებული',
    ar: 'ذكرى, الذكرى, دقيقة صمت, نصب تذكاري, النصب التذكاري, أكاليل الزهور, محاكمة, محكمة, المحكمة, حكم بالسجن, لائحة اتهام, مقاول, المقاول',
  }),
  // What is sold or built against quakes.
  besideQuake('quake-product', 'subject', {
    tr: 'girişim, start-up, startup, akıllı saat, mobil uygulama, uygulaması, uygulama geliştirdi, erken uyarı, uyarı sistemi, erken uyarı sistemi, prototip, patent, yazılım, algoritma, yapay zekâ, yapay zeka, ölçüm ağı, gözlem ağı, izleme ağı, yeni istasyon, yeni istasyonlar',
    az: 'startap, ağıllı saat, mobil tətbiq, tətbiqi, tətbiqetmə, erkən xəbərdarlıq, xəbərdarlıq sistemi, prototip, patent, proqram hazırlanıb, alqoritm, süni intellekt, müşahidə şəbəkəsi, ölçmə şəbəkəsi, yeni stansiya, yeni stansiyalar',
    en: 'start-up, start-ups, startup, startups, smartwatch, smartphone, app, apps, mobile app, alert service, alert system, alerts system, warning service, warning system, early-warning, early warning, prototype, patent, algorithm, artificial intelligence, AI model, AI-based, wearable, new station, new stations, new seismic stations',
    fa: 'استارتاپ, استارت‌آپ, ساعت هوشمند, اپلیکیشن, نرم‌افزار, سامانه هشدار, هشدار زودهنگام, نمونه اولیه, ثبت اختراع, الگوریتم, هوش مصنوعی, دانش‌بنیان, شرکت دانش‌بنیان, شبکه پایش, ایستگاه جدید, ایستگاه‌های جدید',
    ru: 'стартап, умные часы, смарт-часы, мобильное приложение, приложение, раннее оповещение, раннего оповещения, систему оповещения, система оповещения, прототип, патент, алгоритм, искусственный интеллект, нейросеть, сеть наблюдений, сети наблюдений, новые станции, новых станций',
    hy: 'ստարտափ, խելացի ժամացույց, հավելված, բջջային հավելված, վաղ ահազանգման, ահազանգման համակարգ, նախատիպ, արտոնագիր, ալգորիթմ, արհեստական բանականություն, դիտարկման ցանց, նոր կայան',
    ka: 'სტარტაპი, ჭკვიანი საათი, აპლიკაცია, მობილური აპლიკაცია, ადრეული გაფრთხილება, გაფრთხილების სისტემა, პროტოტიპი, პატენტი, ალგორითმი, ხელოვნური ინტელექტი, დაკვირვების ქსელი, ახალი სადგური',
    ar: 'شركة ناشئة, ساعة ذكية, تطبيق, تطبيقا, إنذار مبكر, الإنذار المبكر, نظام إنذار, نموذج أولي, براءة اختراع, خوارزمية, الذكاء الاصطناعي, محطة جديدة, محطات جديدة, محطات رصد جديدة',
  }),
  // Where the quakes are that the two countries send help to, or only report.
  besideQuake('quake-elsewhere', 'place', {
    '*': 'Mindanao, Cebu, Leyte, Lazkiye, Latakia, Latakiya, Aleppo, Halep, Idlib, İdlib, Kunar, Nangarhar, Jalalabad, Badakhshan, Sagaing, Lombok, Sulawesi, Kathmandu, Katmandu, Port-au-Prince, Noto, Ishikawa, Marrakesh, Marrakech, Marakeş, Al Haouz, Derna, Valparaiso, Oaxaca, Durrës, Durres, Heraklion, Lesvos, Midilli, Karpathos, Thessaloniki, Bucharest, Kutch, Gujarat, Assam, Sichuan, Yunnan, Tibet, Xinjiang, Hualien, Honshu, Spitak, Ashgabat, Bishkek, Almaty, Tashkent, Dushanbe, Lahore, Peshawar, Islamabad, Kabul, Baghdad, Erbil, Beirut, Damascus, Damask, Şam^=, Lebanon, Amman',
    tr: 'Hama^, Kabil, Bağdat, Beyrut, Taşkent, Aşkabat, Sincan, Ahalkelek, Spitak, Afgan, Suriyeli, Iraklı',
    az: 'Kabil, Bağdad, Beyrut, Daşkənd, Aşqabad, Ağdaş, Şəki, İsmayıllı, Qəbələ, Zaqatala, Balakən, Lerik, Hələb, Laziqiyyə',
    en: 'Shamakhi, Sheki, Zagatala, Javakheti, Dagestani, Hindu Kush, Aegean island of Kos, Nagorno-Karabakh, Balochistan in Pakistan, Quetta',
    fa: 'کنر, ننگرهار, جلال‌آباد, بدخشان, کابل, بغداد, بیروت, دمشق, حلب, لاذقیه, ادلب, مراکش, کاتماندو, ایشیکاوا, ماندالی, عشق‌آباد, تاشکند, دوشنبه تاجیکستان, کویته',
    ru: 'Минданао, Латакия, Алеппо, Идлиб, Кунар, Нангархар, Джелалабад, Бадахшан, Кабул, Багдад, Бейрут, Дамаск, Катманду, Марракеш, Исикава, Спитак, Ашхабад, Ташкент, Бишкек, Душанбе, Шемаха, Салоники, Гиндукуш, Сагаинг',
    hy: 'Մինդանաո, Լաթաքիա, Հալեպ, Քունար, Քաբուլ, Բաղդադ, Բեյրութ, Դամասկոս, Կատմանդու, Սպիտակ, Տաշքենդ, Աշխաբադ, Շամախի',
    ka: 'მინდანაო, ლათაქია, ალეპო, ქუნარი, ქაბული, ბაღდადი, ბეირუთი, დამასკო, კატმანდუ, სპიტაკი, ტაშკენტი, აშხაბადი, შამახა',
    ar: 'مينداناو, اللاذقية, حلب, إدلب, كونر, ننغرهار, جلال آباد, كابول, بغداد, بيروت, دمشق, كاتماندو, مراكش, الحوز, درنة, سبيتاك, طشقند, عشق آباد, إيشيكاوا',
  }),
  // To whom the two countries send help far more often than they get it from them.
  besideQuake(
    'aid-receivers',
    'place',
    {
      tr: 'Myanmar, Nepal, Fas^, Libya, Haiti, Filipinler, Endonezya, Vanuatu, Arnavutluk',
      az: 'Myanma, Nepal, Mərakeş, Liviya, Haiti, Filippin, İndoneziya, Vanuatu, Albaniya',
      en: 'Myanmar, Nepal, Morocco, Libya, Haiti, Philippines, Indonesia, Vanuatu, Albania',
      fa: 'میانمار, نپال, مراکش, لیبی, هائیتی, فیلیپین, اندونزی, وانواتو, آلبانی',
      ru: 'Мьянма, Непал, Марокко, Ливия, Гаити, Филиппины, Индонезия, Вануату, Албания',
      hy: 'Մյանմա, Մյանմար, Նեպալ, Մարոկկո, Լիբիա, Հաիթի, Ֆիլիպիններ, Ինդոնեզիա, Վանուատու, Ալբանիա',
      ka: 'მიანმა, მიანმარი, ნეპალი, მაროკო, ლიბია, ჰაიტი, ფილიპინები, ინდონეზია, ვანუატუ, ალბანეთი',
      ar: 'ميانمار, نيبال, المغرب, ليبيا, هايتي, الفلبين, إندونيسيا, فانواتو, ألبانيا',
    },
    ['quake-elsewhere', 'afghanistan', 'syria'],
  ),
  besideQuake('dispatch', 'act', {
    tr: 'gönderdi, gönderiyor, gönderecek, gönderildi, yola çıktı, uğurlandı, hareket etti, sevk edildi, yola çıkardı, ekip, ekibi, ekipleri',
    az: 'göndərib, göndərir, göndərdi, göndərilib, yola düşüb, yola salıb, yollanıb, uçub',
    en: 'sends, sent, send, dispatches, dispatched, dispatch, flies, fly, flew, deploys, deployed, airlifts, airlift, heads to, leaves for, delivers, team, teams',
    fa: 'ارسال, ارسال شد, اعزام, اعزام شد, فرستاد, فرستاده شد, راهی, عازم, محموله',
    ru: 'направила, направил, направили, направит, направляет, отправила, отправил, отправили, отправляет, вылетели, вылетел, вылетела, доставила, доставил',
    hy: 'ուղարկել, ուղարկեց, ուղարկում, մեկնել, մեկնեց, գործուղել',
    ka: 'გაგზავნა, აგზავნის, გაემგზავრა, გაფრინდა, მიავლინა, გააგზავნა',
    ar: 'ترسل, أرسلت, يرسل, أرسل, إرسال, توفد, أوفدت, توجه, توجهت, يتوجه, تغادر, شحنة',
  }),
  // Who speaks of quakes at any time, and after one as well.
  besideQuake('quake-comment', 'subject', {
    tr: 'prof, uzman, uzmanlar, jeolog, araştırma, eğitim, eğitimi, öğrencilere, enstitü, kongre, deprem uzmanı, fay hattı',
    az: 'professor, seysmoloq, ekspert, alim, tədqiqat, geoloq, institut, şagird, layihə',
    en: 'expert, experts, seismologist, seismologists, scientist, scientists, study, researchers, research, geologist, geologists, professor, institute, fault lines',
    fa: 'پژوهش, زمین‌شناس, کارشناس, زلزله‌شناس, آموزش, ایمنی, پژوهشگاه, پژوهشگران, دانش‌آموزان, طرح, گسل, گسل‌های',
    ru: 'геолог, геологи, исследование, профессор, эксперт, эксперты, сейсмолог, сейсмологи, ученые, ученый, школьники, институт, разлом, разломы, готовность',
    hy: 'երկրաբան, հետազոտություն, փորձագետ, սեյսմոլոգ, գիտնական, ինստիտուտ, աշակերտներ, բեկվածք',
    ka: 'გეოლოგი, კვლევა, ექსპერტი, სეისმოლოგი, მეცნიერი, ინსტიტუტი, მოსწავლეები, რღვევა',
    ar: 'خبير, خبراء, عالم زلازل, علماء, جيولوجي, معهد, فالق, صدع',
  }),
  // A quake that is played.
  concept('quake-drill', 'subject', {
    tr: 'tatbikat, tatbikatı, tatbikatında, çök-kapan-tutun, canlandırdı, senaryo gereği, simülasyon, provası',
    az: 'təlim, təlimi, məşq, şərti zəlzələ, təlimlər, simulyasiya',
    en: 'drill, drills, exercise, exercises, simulated, simulation, rehearse, rehearses, mock quake, rehearsal, practise, practice run',
    fa: 'مانور, رزمایش, تمرین, شبیه‌سازی, آموزش عملی',
    ru: 'учения, учений, учениях, тренировка, тренировку, тренировки, условное землетрясение, отработали, отработают, отработает',
    hy: 'վարժանք, վարժանքներ, ուսումնական տագնապ, ուսումնավարժական, մարզում, սիմուլյացիա',
    ka: 'სწავლება, სწავლებები, წვრთნა, წვრთნები, სავარჯიშო, იმიტაცია, იმიტირებული, ვარჯიში, ტრენინგი, სიმულაცია, სიმულაციური',
    ar: 'تدريب, تدريبات, تمرين, تمرينا, مناورة, محاكاة, تدرب, يتدرب, تتدرب',
  }),
  // Who measures quakes, by name.
  concept('quake-agency', 'organisation', {
    tr: 'AFAD^, Kandilli, Kandilli Rasathanesi, EMSC^, USGS^, deprem dairesi',
    az: 'AFAD^, Seysmoloji Xidmət, Respublika Seysmoloji Xidmət Mərkəzi, EMSC^, USGS^, Kandilli',
    en: 'EMSC^, USGS^, AFAD^, Kandilli, GFZ^, seismological centre, seismological center, geological survey',
    fa: 'مرکز لرزه‌نگاری, موسسه ژئوفیزیک, لرزه‌نگاری کشوری, شبکه لرزه‌نگاری',
    ru: 'EMSC^, USGS^, AFAD^, Кандилли, сейсмологический центр, сейсмоцентр, геологическая служба США, геослужба',
    hy: 'EMSC^, USGS^, AFAD^, սեյսմոլոգիական կենտրոն, սեյսմիկ պաշտպանության',
    ka: 'EMSC^, USGS^, AFAD^, სეისმოლოგიური ცენტრი, სეისმური მონიტორინგის',
    ar: 'المركز الأوروبي المتوسطي لرصد الزلازل, هيئة المسح الجيولوجي, إدارة الكوارث والطوارئ, مركز رصد الزلازل, آفاد',
  }),
  // Somebody brought out alive or dead from under a fallen house.
  concept('rubble', 'act', {
    tr: 'enkazdan, enkaz altından, enkaz altında kalan, enkazında arama, göçük altından',
    az: 'dağıntılar altından, dağıntıların altından, dağıntılardan, uçqun altından',
    en: 'from the rubble, from rubble, under the rubble, beneath the rubble, out of the rubble, from the debris',
    fa: 'از زیر آوار, زیر آوار, آواربرداری',
    ru: 'из-под завалов, под завалами, из под завалов, из-под обломков',
    hy: 'փլատակների տակից, փլատակներից, փլատակների տակ',
    ka: 'ნანგრევებიდან, ნანგრევების ქვეშ, ნანგრევებში',
    ar: 'من تحت الأنقاض, تحت الأنقاض, من بين الأنقاض, تحت الركام',
  }),
  // Houses fall of other causes too.
  concept('other-collapse', 'subject', {
    tr: 'patlama, doğal gaz, maden, maden ocağı, heyelan, inşaat, bomba, saldırı, hava saldırısı, çığ, sel, yangın, kolon, çöken bina, kendiliğinden, restorasyon, yıkım sırasında, iş makinesi, vinç, tünel, şantiye',
    az: 'partlayış, qaz, mədən, sürüşmə, tikinti, bomba, hücum, hava zərbəsi, qar uçqunu, sel, yanğın, qəzalı bina, söküntü, raket, dron',
    en: 'explosion, blast, gas leak, mine, mines, landslide, construction site, bomb, attack, airstrike, air strike, strike, strikes, missile, avalanche, flood, fire, dilapidated, demolition, shelling, Gaza',
    fa: 'انفجار, گاز, معدن, رانش, ساختمان در حال ساخت, بمب, حمله, موشک, بمباران, بهمن=, سیل, آتش‌سوزی, فرسوده, گودبرداری, تخریب',
    ru: 'взрыв, взрыва, газа, шахта, шахте, оползень, стройка, стройке, бомба, атака, удар, удара, авиаудар, ракета, лавина, наводнение, пожар, аварийный дом, снос',
    hy: 'պայթյուն, գազի, հանք, սողանք, շինհրապարակ, ռումբ, հարված, հրթիռ, ձնահոսք, ջրհեղեղ, հրդեհ, վթարային',
    ka: 'აფეთქება, გაზის, მაღარო, მეწყერი, მშენებლობა, ბომბი, დარტყმა, რაკეტა, ზვავი, წყალდიდობა, ხანძარი, ავარიული',
    ar: 'انفجار, غاز, منجم, انزلاق, موقع بناء, قنبلة, هجوم, غارة, غارات, قصف, صاروخ, انهيار ثلجي, فيضان, حريق, متهالك',
  }),
];
