/**
 * What happened: the acts and accidents that make an event, in eight languages. One meaning a line:
 * its name, then stems by language in the order az | tr | en | ru | fa | ar | hy | ka. A word of a
 * text belongs to the longest stem it begins with; `=` ends a stem that must be the whole word.
 */
export const eventWords = `
quake | zəlzələ yeraltı təkan silkələn titrə seysm maqnitud | deprem sarsıntı artçı sallan | earthquake quake= quakes= tremor aftershock seismic magnitude | землетряс подземн толч афтершок магнитуд сейсм | زلزله زمین‌لرزه زمینلرزه پس‌لرزه لرزید لرزاند ریشتر | زلزال هزة هزه زلزالا ارتدادية | երկրաշարժ ցնցում ստորգետնյա մագնիտուդ | მიწისძვრ ბიძგ მაგნიტუდ
fire | yanğın yandı yanır yanıb alov od= | yangın alev kundak tutuştu | fire= fires= blaze burn wildfire firefighter flames ablaze | пожар возгоран сгорел горит загорел огн огонь огня | آتش‌سوزی آتشسوزی آتش حریق سوخت شعله | حريق حرائق اندلاع نيران النيران حرق | հրդեհ այրվ հրդեհաշիջ կրակ= կրակը բոցավ | ხანძარ ხანძრ ცეცხლ დაიწვ მეხანძრე
explosion | partlayış partladı partlama | patlama patladı infilak | explosion explod blast detonat blew= | взрыв взорва | انفجار منفجر | انفجار تفجير | պայթյուն պայթ | აფეთქ აფეთქებ აფეთქდ
flood | daşqın sel= sel sular subasma | sel= selde taşkın su= baskın | flood deluge inundat | наводн паводок затоп подтоп потоп | سیل= سیلاب آبگرفتگی طغیان | فيضان سيول سيل= | ջրհեղեղ հեղեղ վարար | წყალდიდობ დატბორ ნიაღვარ
landslide | sürüşmə uçqun | heyelan toprak çığ kayma | landslide avalanche mudslide mudflow rockfall | оползен оползн лавин сель обвал | رانش بهمن= ریزش | انهيار انزلاق انهيارات | սողանք ձնահյուս փլուզ | მეწყერ ზვავ
storm | tufan fırtına qasırğa külək | fırtına kasırga tipi rüzgar | storm hurricane gale blizzard cyclone wind= winds= | шторм бур ураган метел ветер | طوفان توفان تندباد باد= | عاصفة عاصفه إعصار رياح | փոթորիկ քամի բուք | ქარიშხ შტორმ ქარბუქ ქარი
snow | qar= qarlı qara= qarın | kar= karla karda= karlı | snow | снег снеж | برف= برفی | ثلج ثلوج | ձյուն ձյան | თოვლ თოვა
drought | quraqlıq susuzluq | kurak kuraklık susuzluk | drought | засух | خشکسالی خشک‌سالی کم‌آبی | جفاف | երաշտ | გვალვ
crash | qəza qəzası toqquş aşdı qəzaya | kaza kazası çarpış devrildi çarptı düştü düşen raydan | crash collision collid accident derail overturn pileup wreck rails= | авари дтп столкнов крушен опрокин врезал разби падени катастроф рухнул сошел сошли сход= схода | تصادف سانحه سقوط واژگون برخورد خروج‌ازریل | حادث تصادم تحطم انقلاب= اصطدام | վթար բախվ բախում ավտովթար շրջվ ընկ= կործան ռելս | ავარი შეეჯახ კატასტროფ გადაბრუნ ჩამოვარდ ჩამოვარდნ რელს
sink | batdı batıb qərq boğul aşıb | battı batan alabora boğul | sank sink capsiz sunk drown overturned | затону тонет потоп перевернул утон | غرق= واژگونی | غرق= غرقت انقلاب | խորտակ սուզվ խեղդ | ჩაიძირ ჩაძირ დაიხრჩ ამოტრიალ
collapse | çökdü çöküb uçdu uçub çökmə | çöktü çöken yıkıl göçtü göçük | collaps | обруш обвал рухну | فروریخت فروریزش ریزش آوار | انهار انهيار | փլուզ փլվ | ჩამოინგრ ჩამოინგრა ჩამოშალ
death | öldü ölüb ölən həlak vəfat ölüm dünyasını ölənlər tələf | öldü ölü ölen hayatını vefat ölüm yaşamını can= | dead= death died dies killed kill fatal toll perish | погиб умер скончал смерт жертв погиба унес= унесл | کشته= جان‌باخت جانباخت درگذشت فوت مرگ باخت باختند قربانی جان‌باختگان جانباختگان | قتل مقتل قتيل قتلى وفاة توفي ضحايا مصرع حصيلة قضى= | զոհ մահացել մահացավ մահվան մահ= մահը | დაიღუპ გარდაიცვალ დაღუპ მსხვერპლ სიკვდილ
injury | yaralan xəsarət yaralı | yaralan yaralı | injur wounded hurt= | ранен пострада травм | زخمی مجروح مصدوم | إصابة إصابات اصابة جريح جرحى أصيب مصاب | վիրավոր տուժ | დაშავ დაჭრ
rescue | xilas | kurtar | rescu saved= | спас спасател эвакуир эваку | نجات امداد | إنقاذ انقاذ | փրկար փրկվ փրկել | გადაარჩ მაშველ სამაშველო გადარჩ
evacuate | təxliyə köçürül | tahliye | evacuat | эваку | تخلیه | إجلاء اجلاء إخلاء اخلاء | տարհան էվակու | ევაკუაცი
search | axtar | arama aranıyor | search missing | поиск ищут разыск пропал | جستجو جست‌وجو مفقود | بحث= البحث مفقود | որոն անհետ | ძებნ ძიებ დაკარგულ უგზო
attack | hücum basqın zərbə vurdu vurub | saldır vuruldu vurdu baskın | attack strike= strikes= struck raid shelling assault | атак напал нападен удар обстрел | حمله یورش حملات هجوم | هجوم ضربة غارة غارات قصف | հարձակ հարված գրոհ | თავდასხ იერიშ დარტყმ
shooting | atışma atəş güllə | silahlı ateş= kurşun çatışma | shoot shot= gunfire shots= skirmish clash | стрельб перестрел выстрел обстрел столкнов | تیراندازی شلیک درگیری | إطلاق اشتباك رصاص | կրակ կրակոց բախում | სროლ ცეცხლსასროლ შეტაკებ
drone | pua= dron | iha= dron insansız siha= | drone= drones= uav | беспилот дрон бпла | پهپاد | مسيرة مسيرات درون طائرة | դրոն անօդաչու | დრონ უპილოტო
missile | raket | füze | missile rocket | ракет | موشک | صاروخ صواريخ | հրթիռ | რაკეტ
mine | mina= minaya minanın | mayın | landmine mine= mines= demin | мин= мина мины разминиров подорва | مین= مین‌ | لغم ألغام | ական= ականի ականազերծ | ნაღმ
arrest | həbs tutul saxlanıl nəzarətə | tutukla gözaltı yakala | arrest detain custody caught captur | арест задерж | بازداشت دستگیر | اعتقال توقيف اعتقل القبض ضبط | ձերբակալ կալանավոր բերման | დააკავ დაკავ დააპატიმრ დაპატიმრ
trial | məhkəm hökm | mahkeme dava duruşma yargı | trial court verdict sentence lawsuit judge | суд= суда суде судеб судья приговор | دادگاه محاکمه حکم قاضی | محكمة محاكمة حكم قضاء | դատարան դատավ դատավճ դատական | სასამართლო განაჩენ
release | azad= azadlığ sərbəst | serbest tahliye | releas freed pardon amnest | освобо помилов амнист | آزاد= آزادی عفو | إفراج افراج عفو | ազատ= ազատվ ազատ արձակ ներում | გაათავისუფლ გათავისუფლ ამნისტ
investigate | istintaq araşdır cinayət | soruşturma inceleme | investigat probe inquiry | расследов следств уголовн | تحقیق بازپرس پرونده | تحقيق تحقيقات | քննիչ քննություն հետաքնն | გამოძიებ გამოიძი
smuggling | qaçaqmal narkotik həşiş heroin tiryək | kaçakçı uyuşturucu kaçak esrar eroin afyon | smuggl contraband drug narcotic heroin hashish opium | контрабанд наркот героин гашиш опиум | قاچاق مواد مخدر حشیش هروئین تریاک | تهريب مخدرات حشيش هيروين افيون | մաքսանենգ թմրա հաշիշ հերոին ափիոն | კონტრაბანდ ნარკოტიკ ჰაშიშ ჰეროინ ოპიუმ
espionage | casus agent | casus ajan | spy= spies= espionage spying | шпион разведк агент | جاسوس | تجسس جاسوس | լրտես | ჯაშუშ აგენტ
protest | etiraz aksiya mitinq piket | protesto eylem miting gösteri | protest rally demonstrat picket | протест митинг акци демонстра пикет | اعتراض تجمع تظاهرات | احتجاج مظاهرة تظاهر | բողոք ցույց հանրահավաք | პროტესტ აქცი მიტინგ დემონსტრ
strike-work | tətil= | grev | walkout strikers | забастов стачк | اعتصاب | إضراب اضراب | գործադուլ | გაფიც
election | seçki səsvermə seçici | seçim oylama sandık | election vote= voters= ballot poll= polls= referendum | выбор голосов избират референдум | انتخابات رای‌گیری همه‌پرسی رأی | انتخاب تصويت اقتراع استفتاء | ընտրություն քվե հանրաքվե | არჩევნ კენჭისყრ რეფერენდუმ ხმის
appoint | təyin | ata= atandı atama görevlendir | appoint nam= named= nominat | назнач | منصوب انتصاب | تعيين عين= | նշանակ | დაინიშნ დანიშნ
resign | istefa | istifa görevden | resign dismiss sack fired= ousted | отстав уволен уволил | استعفا برکنار | استقالة اقالة إقالة | հրաժարական պաշտոնանկ ազատվեց | გადადგ გათავისუფლ თანამდებობიდან
meeting | görüş qəbul | görüş kabul toplantı buluş | meet= meeting meets= met= receiv talks= host | встрет встреч принял принима переговор | دیدار ملاقات گفت‌وگو گفتگو مذاکره | لقاء التقى استقبل اجتماع يلتقي يستقبل محادثات | հանդիպ ընդուն բանակց | შეხვდ შეხვედრ მიიღ მოლაპარაკ
call | telefon zəng danışdı | telefon | phone= telephone call= | телефон позвон созвон | تلفنی تلفن تماس | هاتفي اتصال هاتفيا | հեռախոս զանգ | სატელეფონო ტელეფონ ესაუბრ
visit | səfər gəldi gələcək | ziyaret geldi | visit arriv trip= tour= | визит прибы посет приехал | سفر= وارد سفری | زيارة يزور وصل يصل | այց= այցել այցով ժաման | ვიზიტ ეწვი ჩავიდ ჩამოვიდ
sign | imzala imza | imza | sign= signed signing signs= | подпис | امضا امضاء | توقيع وقع= وقعت | ստորագր | ხელი მოაწერ გაფორმ
agreement | saziş razılaş müqavilə memorandum razılıq | anlaşma mutabakat protokol sözleşme | agreement deal= accord treaty memorandum pact | соглаш договор меморандум | توافق توافقنامه قرارداد تفاهم پیمان | اتفاق اتفاقية مذكرة معاهدة | համաձայնագիր պայմանագիր հուշագիր համաձայն | შეთანხმ ხელშეკრულ მემორანდუმ
summit | sammit zirvə | zirve | summit | саммит | نشست اجلاس | قمة | գագաթնաժողով վեհաժողով | სამიტ
protest-note | nota | nota | summon demarche | нот= нота ноту вызван | احضار یادداشت | استدعاء مذكرة | նոտա կանչ | ნოტა გამოიძახ
sanction | sanksiya | yaptırım | sanction | санкци | تحریم | عقوبات | պատժամիջոց | სანქცი
ban | qadağa qadağan | yasak | ban= bans= banned prohibit embargo | запрет запрещ эмбарго | ممنوع ممنوعیت | حظر منع | արգել | აკრძალ
approve | təsdiq qəbul | onay kabul | approv adopt ratif passed= | одобр принял ратифи утверд | تصویب تایید تأیید | موافقة اقرار إقرار صادق | հաստատ ընդունեց վավերաց | დაამტკიც დამტკიც მიიღ რატიფ
law | qanun layihə | yasa= kanun tasarı | law= bill= legislat | закон законопр | قانون لایحه | قانون | օրենք օրինագիծ | კანონ კანონპროექტ
reject | rədd imtina | reddet ret= | reject refus denie deny scrap= scraps= scrapped axed | отклон отказ опроверг отверг отменил | رد= تکذیب | رفض نفي نفى | մերժ հերք | უარყ უარი
open | açıl açdı açıldı istifadəyə | açıl açtı hizmete | open inaugurat unveil | откры | افتتاح گشایش بازگشایی راه‌اندازی بهره‌برداری | افتتاح تدشين | բացվ բացում բացեց | გაიხსნ გახსნ
close | bağlan bağlı qapan qapat açılmır açılmay açılmad | kapan kapat kapal açılmıyor açılmay açılmad | clos shut= shutdown | закры перекры перекрыт | بسته= تعطیل مسدود بستن | إغلاق اغلاق أغلق مغلق | փակ= փակվ փակ | დაიხურ დახურ დაკეტ ჩაიკეტ ჩაკეტ იკეტ
reopen | bərpa | yenidenaç | reopen resum restor restart again= | возобнов вновь восстанов | ازسرگیری بازگشایی | استئناف | վերաբաց վերսկս վերական | აღდგ განახლ
suspend | dayandır təxirə ləğv dayanıb kəsil | durdur durdu= duracak ertele iptal askıya kesil kesinti | suspend halt cancel postpon delay paus stop= stops= stopp | приостан отмен отлож задерж останов прекрат | تعلیق لغو توقف تعویق تأخیر متوقف | تعليق إلغاء تأجيل وقف= توقف تتوقف يوقف | կասեց չեղար հետաձգ դադար ընդհատ | შეჩერ გაუქმ გადაიდ წყვეტ შეწყვ
launch | start başla işə | başla devreye faaliyete | launch start= starts= started begin began kick | запус старт начал начин | آغاز شروع | إطلاق بدء بدأ انطلاق | մեկնարկ սկս գործարկ | დაიწყ გაეშვ ამოქმედ
build | tikil tikinti inşa | inşa yapım | build built construct | строит постро стро | ساخت احداث | بناء إنشاء تشييد | կառուց շինար | აშენ მშენებლ
discover | tapıl aşkar kəşf | bulun keşf ortaya | discover found= unearth find= | наш= нашли обнаруж откры находк | کشف پیدا یافت | اكتشاف عثر اكتشف كشف | հայտնաբեր գտն գտել | აღმოაჩინ აღმოჩენ იპოვ
win | qalib qazan qələbə məğlub uduzdu | kazan galip yen= yendi mağlup | win= wins= won= beat= defeat victor champion triumph | побед выигр обыграл чемпион разгром | پیروز قهرمان برنده برد= شکست | فوز فاز بطل بطولة فازت | հաղթ չեմպիոն հաղթանակ | გაიმარჯვ მოიგ ჩემპიონ დაამარცხ გამარჯვებ
draw | heçə= bərabər | berabere | draw= drew= tied= | ничь ничья | مساوی تساوی | تعادل | ոքի= | ფრე=
prize | mükafat medal prizi | ödül madalya | prize award medal oscar | приз преми награ медал | جایزه مدال | جائزة ميدالية جوائز | մրցանակ մեդալ պարգև | პრიზ ჯილდო მედალ
record | rekord | rekor | record= | рекорд | رکورد | رقم قياسي | ռեկորդ | რეკორდ
rise | art= artdı artıb artım bahalaş yüksəl artır qaldır | arttı artış yüksel zam= zamm artır yükselt | rise= rises= rose= risen increas grow grew surge jump hike raise raised hiked | рост вырос повыс подорож увелич выраст | افزایش رشد گران | ارتفاع ارتفع زيادة | աճ= աճել աճեց բարձր թանկ | გაიზარდ ზრდ გაძვირ მოიმატ
unchanged | dəyişməz sabit | sabit değişmedi değiştirmedi | unchanged steady hold= holds= held= | неизменн | ثابت بی‌تغییر | ثابت ثابتة | անփոփոխ չփոխ | უცვლელ
fall | azal ucuzlaş enib düşdü | düştü azal geril ucuzla | fall= falls= fell= drop= declin decreas slump plunge | сниз упал паден сокра подешев | کاهش افت= ارزان | انخفاض انخفض تراجع هبوط | նվազ անկում իջ էժան | შემცირ დაეც კლებ გაიაფ
price | qiymət tarif | fiyat tarife | price= prices= tariff cost= costs= fare= | цен= цена цены цену тариф стоим | قیمت تعرفه نرخ | سعر أسعار اسعار تعرفة | գին= գնի գները սակագ | ფას= ფასი ფასებ ტარიფ
trade | ticarət idxal ixrac dövriyyə | ticaret ithal ihrac | trade export import turnover | торгов экспорт импорт товарооб | تجارت صادرات واردات بازرگانی مبادلات | تجارة صادرات واردات تبادل | առևտ արտահան ներմուծ | ვაჭრობ ექსპორტ იმპორტ
exercise | təlim manevr | tatbikat manevra | drill= drills= exercise manoeuvre maneuver | учени маневр | رزمایش مانور تمرین | مناورة مناورات تدريب | զորավարժ | წვრთნ სწავლებ მანევრ
ceasefire | atəşkəs | ateşkes | ceasefire truce | перемири прекращен | آتش‌بس آتشبس | هدنة وقف | հրադադար զինադադար | ზავ= ცეცხლის
peace | sülh | barış | peace | мир= мира мирн миру | صلح | سلام سلم | խաղաղ | მშვიდობ
war | müharibə | savaş | war= wars= | войн воен= | جنگ | حرب | պատերազմ | ომი= ომის= ომში=
celebrate | bayram festival qeyd | bayram festival kutla şenlik | festival celebrat holiday anniversar carnival | праздн фестивал юбиле карнавал | جشن جشنواره عید | مهرجان عيد احتفال | տոն= փառատոն տոնակ հոբելյան | ფესტივალ დღესასწაულ ზეიმ
premiere | premyera kino film | gala film sinema | premiere film movie cinema drama | кино фильм картин режисс | فیلم اکران سینما | فيلم سينما عرض | պրեմիերա ֆիլմ կինո | პრემიერა ფილმ კინო
exhibition | sərgi | sergi fuar | exhibit expo fair= | выстав ярмарк | نمایشگاه | معرض | ցուցահանդես | გამოფენ
concert | konsert | konser | concert | концерт | کنسرت | حفل حفلة | համերգ | კონცერტ
strike-hunger | aclıq | açlık | hunger= | голодов | گرسنگی | جوع | հացադուլ | შიმშილ
disease | xəstəlik virus yoluxma | hastalık virüs salgın | disease virus outbreak infect epidemic cholera measles flu= | болезн вирус вспышк инфекц эпидем | بیماری ویروس شیوع | مرض فيروس وباء تفشي | հիվանդ վիրուս բռնկ | დაავად ვირუს ეპიდემ
poison | zəhərlən | zehirlen | poison | отравл | مسموم | تسمم | թունավոր | მოიწამლ მოწამლ
pollution | çirklən | kirlilik kirlet | pollut oil spill | загрязн | آلودگی آلوده | تلوث | աղտոտ | დაბინძურ
outage | işıqsız kəsildi qaranlıq | kesinti elektriksiz | outage blackout | отключ блэкаут обесточ | قطعی خاموشی قطع | انقطاع | անջատ հոսանքազրկ | გათიშ უელექტრო
leak | sızma | sızıntı kaçağı | leak | утечк | نشت | تسرب | արտահոսք | გაჟონვ
hijack | girov oğurla | rehin kaçır | hostage kidnap abduct hijack | заложник похищ похит | گروگان ربود ربوده | رهينة اختطاف رهائن خطف | պատանդ առևանգ | მძევალ გაიტაც
robbery | oğurluq qarət soyğun | soygun hırsız çalın vurgun | rob= robber theft steal stole burglar gunmen looted | ограб краж похит кражу грабител налет | سرقت دزدی | سرقة سطو | գողություն կողոպուտ | გაძარცვ ქურდობ მოპარ
kill-murder | qətl öldür | cinayet öldür katil | murder homicide stab | убий убил убит | قتل به‌قتل | جريمة اغتيال | սպան սպանություն | მკვლელობ მოკლ
deport | deportasiya | sınırdışı deport | deport expel expuls | депорт выслал выдвор | اخراج | ترحيل طرد | արտաքս վտար | დეპორტ გააძევ
extradite | ekstradisiya təhvil | iade | extradit | экстради | استرداد | تسليم | հանձն | ექსტრადიც
exchange | mübadilə dəyiş | takas değişim | swap exchange | обмен | تبادل مبادله | تبادل | փոխանակ | გაცვლ
extend | uzad uzan | uzat | extend prolong | продл | تمدید | تمديد تمدد | երկարաձգ | გაგრძელ გახანგრძლ გაახანგრძლ
repair | təmir bərpa | onarım bakım tamir yenile | repair maintenance renovat overhaul | ремонт | تعمیر تعمیرات مرمت بازسازی | صيانة إصلاح ترميم | նորոգ վերանորոգ | რემონტ შეკეთ აღდგენით
restrict | məhdud | kısıt sınırla | restrict curb limit= limits= | огранич | محدودیت | قيود تقييد | սահմանափակ | შეზღუდ
warn | xəbərdarlıq | uyar | warn alert | предупре предостер | هشدار | تحذير يحذر | զգուշաց նախազգուշ | გაფრთხ აფრთხილ
accuse | ittiham | suçla itham | accus blam alleg | обвин | متهم اتهام | اتهام يتهم | մեղադր | ბრალ ადანაშაულ
demand | tələb | talep istedi | demand urge | требу потребова | خواستار درخواست | يطالب مطالبة | պահանջ | მოითხოვ ითხოვ
condemn | pislə qına | kına | condemn denounc | осуди осужд | محکوم | إدانة يدين | դատապարտ | დაგმ გმობ
support-aid | yardım dəstək | yardım destek | aid= relief humanitarian donat | помощ гуманитар | کمک حمایت | مساعدات دعم | օգնություն աջակց | დახმარ
escape | qaçıb qaçdı | kaçtı firar | escap fled= flee | сбежа бежал побег | فرار گریخت | هروب فرار | փախ | გაიქც გაქც
trapped | mahsur | mahsur | trapped stranded stuck | заблокир застря | محبوس گرفتار | محاصر عالق | փակված արգելափակ | ჩარჩ გაიჭედ
spill | dağıl axıdıl | sız= döküldü | spill leaked | разлив | نشت نشتی | تسرب | արտահոս | დაღვრ გაჟონ
cut | kəsin ixtisar | kesinti azalt | cut= cuts= reduc slash | сокращ уменьш | کاهش | تخفيض | կրճատ | შემცირ
fine | cərimə | ceza= para | fine= fined penalt | штраф | جریمه | غرامة | տուգան | ჯარიმ დააჯარიმ
vote-out | etimadsız | güvensizlik | impeach | недовер импичмент | استیضاح | حجب= | անվստահ իմպիչմենտ | იმპიჩმენტ უნდობლობ
inaug | andiçmə | yemin | inaugurat sworn= oath | инаугур присяг | تحلیف سوگند | تنصيب اليمين | երդմնակալ | ინაუგურაც ფიც
land-return | qaytar | iade | return= returns= returned hand= | вернул возвра | بازگرداند بازگشت | إعادة عودة | վերադարձ | დააბრუნ დაბრუნ
deploy | yerləşdir | konuşlan | deploy station= | развер размести | مستقر استقرار | نشر= انتشار | տեղակայ | განლაგ
intercept | zərərsizləş vurulub | düşürül imha | intercept downed | сбит сбили перехват уничтож | سرنگون رهگیری ساقط | اعتراض إسقاط | խոցվ խոցել | ჩამოაგდ
wed | toy= evlən nikah | düğün evlen | wedding marry married | свадьб женил брак | عروسی ازدواج | زفاف زواج | հարսան ամուսն | ქორწილ დაქორწ
funeral | dəfn cənazə | cenaze defin | funeral buried burial mourn | похорон траур прощан | تشییع خاکسپاری سوگ | جنازة تشييع دفن= | հուղարկ թաղ սուգ | დაკრძალ გლოვა
birth | doğul anadan | doğdu doğum | born birth newborn | родил рожден | متولد تولد زاده | ولادة ولد= | ծնվ ծնունդ | დაიბად დაბად დაიბადა
bloom | çiçək | çiçek | bloom blossom flower | цвет= цветы | گل‌دهی شکوفه | أزهار | ծաղկ | ყვავ
harvest | məhsul yığım | hasat ürün | harvest crop yield | урожа | برداشت محصول | حصاد محصول | բերք | მოსავ
dispute | mübahisə | anlaşmazlık | dispute row= feud | спор= споре споры | اختلاف مناقشه | خلاف نزاع | վեճ | დავა= დავის
purchase | satın alıb= alış | satın aldı | buy= buys= bought acquir purchas | купил покуп приобр | خرید خریداری | شراء اشترى | գն= գնել գնեց | იყიდ შეიძინ შესყიდ
sell | satış satıl satıb | sat= sattı satış satıl | sell= sells= sold= sale= sales= | прода | فروش فروخت | بيع باع | վաճառ | გაყიდ იყიდება
propose | təklif | öner teklif | propos offer= offers= offered | предлож предлаг | پیشنهاد | اقتراح اقترح | առաջարկ | შესთავაზ შემოთავაზ სთავაზ
promise | vəd= vədini | vaat vaad | promis pledg vow= vows= vowed | обеща пообеща | وعده قول= | تعهد وعدت وعود | խոստ | დაპირ დაჰპირ
criticise | tənqid narazı | eleştir tepki | critic slam= slams= slammed react | критик недовол возмущ | انتقاد منتقد نارضای واکنش | انتقد انتقاد تشكيك يشكك | քննադատ դժգոհ | აკრიტიკ კრიტიკ უკმაყოფ რეაქცი
congratulate | təbrik | tebrik | congratul | поздрав | تبریک | هنأ تهنئة تهاني | շնորհավոր | მიულოც ულოც მილოც
condolence | başsağlığı matəm | başsağlığı taziye yas= | condolenc mourning | соболезн траур | تسلیت عزای عزادار | تعازي تعزية حداد | ցավակց | სამძიმ გლოვ
mediate | vasitəçi | arabulucu | mediat broker | посредн | میانجی | وساطة وسيط | միջնորդ | შუამავ მედიატორ
threaten | hədələ təhdid | tehdit | threat | угро пригроз | تهدید | هدد تهديد يهدد | սպառն | ემუქრ მუქარ
withdraw | çəkil çıxarıl | çekil | withdraw pullout pulled= | вывод вывел вывест отвод отозва отзыв | عقب‌نشینی خروج | انسحاب سحب= سحبت | դուրսբեր հետկանչ | გაიყვან გაყვან
seize | müsadirə götürülüb | elegeçir konuldu ele= | seiz confiscat impound | изъял изъят конфиск | توقیف ضبط | ضبط مصادرة صادرت احتجاز | առգրավ բռնագրավ | ამოიღ ამოღებ კონფისკ დააყადაღ
inspect | yoxla yoxlama | denet teftiş | inspect audit check= checks= | провер инспек | بازرس بازدید | تفتيش فحص معاينة | ստուգ տեսչ | შემოწმ შეამოწმ ინსპექ
bankrupt | müflis | iflas konkordato | bankrupt insolven | банкрот | ورشکست | إفلاس افلاس | սնանկ | გაკოტრ
privatise | özəlləş | özelleş | privati | приватиз | خصوصی‌سازی واگذاری | خصخصة | սեփականաշնորհ մասնավորեց | პრივატიზ
compensate | kompensasiya təzminat subsidiya | tazminat hibe sübvansiyon | compensat subsid grant= grants= | компенс субсид выплат грант | غرامت یارانه | تعويض تعويضات منحة | փոխհատուց սուբսիդ դրամաշնորհ | კომპენსაც სუბსიდ გრანტ
blockade | blokada mühasirə | abluka ambargo | blockad blocked= blocks= | блокад перекр | محاصره انسداد | حصار | շրջափակ փակել | ბლოკად გადაკეტ გადაიკეტ
veto | veto | veto | veto | вето= | وتو | فيتو | վետո | ვეტო
execution | edam | idam | execut | казн расстрел | اعدام | إعدام اعدام | մահապատ | სიკვდილით
appeal | apellyasiya | temyiz istinaf itiraz | appeal recount | апелляц обжалов оспор пересчет | تجدیدنظر شکایت | طعن= طعون تظلم | բողոքարկ վերաքննիչ | აპელაცი საჩივარ საჩივრ გასაჩივრ გადათვლ
corruption | korrupsiya rüşvət | yolsuzluk rüşvet | corrupt brib | коррупц взятк взяточ | فساد رشوه اختلاس | فساد رشوة رشوه | կոռուպց կաշառ | კორუფც ქრთამ
fraud | fırıldaq dələduz saxta | dolandır sahte | fraud scam fake= forged counterfeit | мошенн поддел фальшив | کلاهبردار جعلی تقلبی | احتيال مزور مزيف نصب= | խարդախ կեղծ | თაღლით ყალბ
terror | terror | terör | terror | террор теракт | تروریست ترور= | إرهاب ارهاب | ահաբեկ | ტერორ ტერაქტ
suicide | intihar | intihar | suicid | самоубий суицид | خودکشی | انتحار انتحاري | ինքնասպան | თვითმკვლ
delimit | delimitasiya demarkasiya | sınırlandır delimit | delimit demarcat | делимитац демарка | تحدیدحدود علامت‌گذاری | ترسيم | սահմանազատ դելիմիտ | დელიმიტ დემარკ
delegation | heyət= heyəti nümayəndəhey | heyet | delegat | делегац | هیئت هیات | وفد= | պատվիրակ | დელეგაც
cooperate | əməkdaş | işbirliğ | cooperat partnership | сотруднич партнер | همکاری | تعاون شراكة | համագործ գործընկ | თანამშრომლობ პარტნიორ
deliver | çatdırıl göndəril yola= | sevk teslim gönder | deliver shipment sent= sends= dispatch | постав отправ достав | ارسال محموله تحویل | شحن شحنة إرسال تسليم | առաք ուղարկ | მიწოდ გაიგზავნ გაგზავნ
transit | tranzit | transit | transit | транзит | ترانزیت | ترانزيت عبور | տարանց տրանզիտ | ტრანზიტ
relocate | köçürül köçən qayıdış qayıtdı | taşın | relocat resettl moved= moves= returnee | пересел переезд переех вернул | جابجایی انتقال بازگشت | نقل= نازح نزوح | տեղափոխ վերաբնակ | გადატან გადასახლ
climb | dırmaş zirvəyə | tırman | climb ascent summited | восхожд | صعود | تسلق | բարձրաց վերելք | ასვლ ავიდ
vaccine | vaksin peyvənd | aşı= aşıla aşısı aşılama | vaccin jab= | вакцин привив | واکسن | لقاح لقاحات تطعيم | պատվաստ | ვაქცინ აცრ
surgery | cərrah əməliyyat transplant | ameliyat cerrah nakil | surger surgeon transplant | хирург пересадк трансплант | جراح جراحی پیوند | جراحة جراح زراعة | վիրահատ վիրաբույժ փոխպատվաստ | ქირურგ გადანერგ ოპერაცი
exam | imtahan | sınav= sınavı sınava | exam | экзамен егэ= | کنکور آزمون امتحان | امتحان امتحانات | միասնական | გამოცდ
lightning | ildırım | yıldırım | lightning | молни | صاعقه آذرخش | صاعقة صواعق | կայծակ | მეხი მეხმა ელვა
hail | dolu= dolunun | dolu= | hail= hailstorm hailstone | град= града градом | تگرگ | برد= | կարկուտ կարկտ | სეტყვ
heat | isti= istilər istiləri bürkü | sıcak= sıcaklar kavurucu | heat= heatwave scorching hottest | жара= жары жаре жару зной | گرما گرمای | حر= الحر قيظ | շոգ տապ= | სიცხ პაპანაქ
frost | şaxta= şaxtalı soyuq don= | don= dondu ayaz soğuk buzlan | frost freez cold= ice= icy | мороз замороз холод гололед | سرما یخبندان یخ‌زد | صقيع جليد | ցրտ սառնամ սառույց | ყინვ სიცივ
fog | duman= dumana | sis= sisli | fog= foggy smog | туман смог= | مه‌گرفتگی مه= | ضباب | մառախ | ნისლ
smoke | tüstü | duman | smoke fumes | дым= дыма задымл | دود= دودی | دخان | ծուխ ծխից | კვამლ
volcano | vulkan palçıq | volkan yanardağ | volcan erupt | вулкан изверж | آتشفشان | بركان | հրաբուխ | ვულკან
anniversary | ildönüm yubiley | yıldönüm dönümü | anniversar jubilee centenary | годовщин юбиле | سالگرد سالروز | ذكرى | տարեդարձ ամյակ հոբելյան | წლისთავ იუბილე
hunt | ov= ovçu brakonyer | avcı | hunt= hunting hunter poach | охот браконьер | شکار شکارچی | صيد= صياد | որս որսագող | ნადირობ მონადირ ბრაკონიერ
transfer | transfer | transfer | transfer | трансфер | نقل‌وانتقال | انتقالات | տրանսֆեր | ტრანსფერ
penalty-kick | penalti | penaltı | penalty penalties | пенальти | پنالتی | جزاء | տասնմեկմետր | პენალტ
disqualify | diskvalifika kənarlaşdır | men= ihraç diskalifiye | disqualif doping | дисквалиф допинг | محروم دوپینگ | إيقاف منشطات | որակազրկ դոպինգ | დისკვალიფ დოპინგ
retire | təqaüdə karyerasını | emekliye jübile | retire quits= |  | بازنشسته خداحافظی | اعتزال تقاعد |  | კარიერ
found | yaradıl təsis | kuruldu kurdu | establish founded | создал создан учред | تأسیس تاسیس ایجاد | تأسيس إنشاء تشكيل | հիմնադր ստեղծ | დაარს შექმნ დაფუძნ
reveal | ifşa | ifşa sızdır | reveal disclos | раскры обнарод утечк | افشا فاش | كشف تسريب | բացահայտ | გამოავლ გამოვლინ
choose | seçdi seçib seçil | seçti seçildi belirle | chose= chosen choose picks= picked select | выбра избра отобр | انتخاب برگزیده گزینش | اختيار اختارت | ընտրեց ընտրվ | აირჩი შეარჩი შერჩ
operation | əməliyyat | operasyon harekat | operation raid | операци спецоперац рейд | عملیات | عملية عمليات مداهمة | գործողություն | ოპერაცი რეიდ
`;
