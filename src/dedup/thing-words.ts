/**
 * What it happened to, and who took part: things, places of a kind and roles, in the same form as
 * the event words. Less telling than an act, more than nothing.
 */
export const thingWords = `
border | sərhəd | sınır hudut | border frontier | границ погран | مرز مرزی | حدود حدودي | սահման | საზღვ
customs | gömrük | gümrük | customs | тамож | گمرک | جمارك جمرك | մաքս | საბაჟო
crossing | keçid buraxılış | geçiş kapısı kapı= | crossing checkpoint gate | переход пропускн кпп | پایانه گذرگاه پاسگاه | معبر منفذ | անցակետ անցում | გამშვებ პუნქტ
road | yol= yolu yolun magistral avtomobil | yol= yolu yolun karayolu otoyol | road= roads highway motorway route | дорог трасс шоссе магистрал | جاده بزرگراه آزادراه راه= | طريق طرق | ճանապարհ մայրուղի | გზა= გზის გზატკეცილ მაგისტრალ ავტობან
railway | dəmiryol dəmir | demiryolu tren ray= | rail railway railroad train= trains= | железнодор поезд рельс жд= | راه‌آهن ریلی قطار ریل | سكة قطار حديد | երկաթուղ գնացք | რკინიგზ მატარებ
bridge | körpü | köprü | bridge | мост= моста мосту мосты | پل= پلی | جسر | կամուրջ կամրջ | ხიდი= ხიდის ხიდ
tunnel | tunel | tünel | tunnel | тоннел туннел | تونل | نفق | թունել | გვირაბ
corridor | dəhliz | koridor | corridor | коридор | کریدور دالان | ممر | միջանցք | დერეფან კორიდორ
port | liman | liman | port= ports= harbour harbor seaport | порт= порта порту портов | بندر= بندری | ميناء مرفأ موانئ | նավահանգ | პორტი პორტში პორტს პორტ=
ship | gəmi tanker bərə | gemi tanker feribot vapur | ship= ships= vessel tanker ferry boat | судно суда= корабл танкер паром теплоход катер | کشتی نفتکش شناور لنج | سفينة ناقلة سفن عبارة | նավ= նավի նավը լաստանավ | გემი გემს გემმა გემის ბორანი ნავი
truck | yük= tır= maşın | tır= tir= kamyon | truck lorr | грузовик фур | کامیون تریلی | شاحنة شاحنات | բեռնատար | სატვირთო ფურა ტრაილერ
bus | avtobus | otobüs midibüs minibüs | bus= buses minibus coach | автобус маршрут | اتوبوس مینی‌بوس | حافلة حافله باص | ավտոբուս միկրոավտ | ავტობუს მიკროავტ
car | avtomobil maşın | otomobil araç | car= cars= vehicle | автомобил машин | خودرو ماشین | سيارة سيارات مركبة | մեքենա ավտոմեքենա | ავტომობილ მანქან
queue | növbə | kuyruk | queue backlog | очеред | صف= صفی | طابور طوابير | հերթ | რიგი რიგები
plane | təyyarə aviareys reys | uçak sefer | plane aircraft flight jet= airline airliner | самолет рейс авиа полет | هواپیما پرواز | طائرة رحلات طيران | ինքնաթիռ չվերթ ավիա | თვითმფრინავ რეის ფრენ ავია
helicopter | helikopter vertolyot | helikopter | helicopter chopper | вертолет | بالگرد هلیکوپتر | مروحية هليكوبتر | ուղղաթիռ | ვერტმფრ შვეულმფრ
airport | hava= aeroport | havaliman havaalan | airport | аэропорт | فرودگاه | مطار | օդանավակայան | აეროპორტ
metro | metro | metro | metro subway | метро | مترو | مترو | մետրո | მეტრო
market | bazar | pazar çarşı | market bazaar mall= | рынок рынк базар | بازار | سوق أسواق | շուկա | ბაზარ ბაზრობ
mine-pit | şaxta mədən | maden ocağı | mine= mines= miner coal | шахт рудник горняк | معدن معدنچی | منجم مناجم | հանք | მაღარო შახტ
factory | zavod fabrik müəssisə | fabrika tesis | factory plant= plants= refinery | завод фабрик комбинат нпз | کارخانه پالایشگاه | مصنع مصفاة | գործարան ֆաբրիկա | ქარხან ქარხნ ფაბრიკ
power-plant | elektrik stansiya enerji | elektrik santral enerji | electric energy electricity powerplant | электр энерг аэс= тэц гэс | برق نیروگاه انرژی | كهرباء طاقة محطة | էլեկտր ատոմակայան էներգ հէկ | ელექტრო ელექტროენერგ ენერგ ჰესი
nuclear | nüvə atom uran | nükleer uranyum | nuclear uranium atomic iaea | ядер атом уран магатэ | هسته‌ای اتمی اورانیوم آژانس | نووي ذري يورانيوم | միջուկ ատոմ ուրան | ბირთვ ატომ ურან
oil | neft | petrol | oil= crude brent | нефт брент | نفت نفتی برنت | نفط نفطي خام | նավթ | ნავთობ
gas | qaz= qazın təbii | gaz= doğalgaz doğal | gas= pipeline lng= | газ= газа газопров трубопров | گاز= گازی لوله | غاز أنابيب | գազ= գազի գազատար | გაზი გაზის გაზსადენ მილსადენ
water | su= suyu içməli | su= suyu içme | water | вод= вода воды водоснаб | آب= آبی آبرسانی | مياه ماء | ջուր ջրի ջրամատ | წყალი წყლის წყალ
dam | bənd su anbarı | baraj | dam= dams= reservoir | плотин водохран дамб | سد= سدی مخزن | سد= سدود | ամբարտակ ջրամբար | კაშხალ წყალსაცავ
river | çay= çayı | nehir nehri ırmak dere | river | рек= река реки | رود= رودخانه | نهر | գետ= գետի գետը | მდინარ
lake | göl | göl | lake | озер | دریاچه | بحيرة | լիճ լճի | ტბა= ტბის
caspian | xəzər | hazar | caspian | касп | خزر کاسپین | قزوين | կասպ | კასპი
blacksea | qara= | karadeniz | black= | черного= черное= черном= черноморск | سیاه | الأسود | սև= | შავი შავ
sea | dəniz | deniz | sea= marine maritime | мор= море моря морск | دریا دریایی | بحر بحري | ծով | ზღვა ზღვის საზღვაო
mountain | dağ= dağı zirvə | dağ= dağı zirve | mountain peak | гор= гора горы | کوه= قله | جبل جبال | լեռ= լեռան սար= | მთა= მთის
forest | meşə | orman | forest woodland | лес= леса лесн | جنگل | غابة غابات | անտառ | ტყე= ტყის
park | park= qoruq | park= milli | park= reserve | парк заповед | پارک | حديقة محمية | պուրակ այգի արգելոց | პარკი პარკში ნაკრძალ
village | kənd | köy | village | сел= село села деревн | روستا | قرية | գյուղ | სოფელ სოფლ
city | şəhər | kent şehir | city= town= | город | شهر= شهری | مدينة | քաղաք | ქალაქ
province | vilayət əyalət rayon | eyalet vilayet ilçe | province region district county governor | област провинц район губерн | استان شهرستان استاندار | محافظة ولاية | մարզ նահանգ շրջան մարզպետ | რეგიონ მხარე რაიონ პროვინცი გუბერნ
school | məktəb şagird | okul öğrenci lise | school pupil student | школ учени студент | مدرسه دانش‌آموز | مدرسة طلاب طالب | դպրոց աշակերտ | სკოლ მოსწავლ სტუდენტ
university | universitet | üniversite | universit | универс вуз | دانشگاه دانشجو | جامعة | համալսարան բուհ | უნივერსიტეტ
hospital | xəstəxana | hastane | hospital clinic | больниц госпитал | بیمارستان | مستشفى | հիվանդանոց | საავადმყოფ კლინიკ
museum | muzey | müze | museum | музе | موزه | متحف | թանգարան | მუზეუმ
archaeology | arxeolo qazıntı | arkeolo kazı | archaeolog archeolog excavat ancient | археолог раскоп древн | باستان حفاری | أثري آثار حفريات | հնագ պեղում հնագույն | არქეოლოგ გათხრ უძველეს
mosque | məscid | cami= camii | mosque | мечет | مسجد | مسجد جامع | մզկիթ | მეჩეთ
church | kilsə monastır | kilise manastır | church monaster cathedral | церк монастыр собор= | کلیسا صومعه | كنيسة دير | եկեղեց վանք տաճար | ეკლესი მონასტერ ტაძარ ტაძრ
hotel | otel | otel | hotel | отел гостини | هتل | فندق | հյուրանոց | სასტუმრო
building | bina | bina apartman | building apartment tower | здани дом= многоэтаж | ساختمان برج | مبنى عمارة | շենք | შენობ კორპუს
army | ordu hərbi əsgər silahlı | ordu asker askeri | army military soldier troop forces | арми воен солдат войск | ارتش نظامی سرباز | جيش جندي عسكري جنود | բանակ ռազմ զինվոր զինծառ | არმი სამხედრ ჯარისკაც ჯარი
police | polis | polis emniyet jandarma | police | полици мвд | پلیس نیروی انتظامی | شرطة | ոստիկան | პოლიცი პატრულ
parliament | parlament məclis deputat | meclis parlamento milletvekil | parliament lawmaker deputies mps= | парламент депутат меджлис госдум | مجلس پارلمان نماینده | برلمان مجلس نائب | խորհրդարան պատգամ | პარლამენტ დეპუტატ
president | prezident | cumhurbaşkan | president | президент | رئیس‌جمهور رییس‌جمهور ریاست‌جمهوری | رئيس الرئيس | նախագահ | პრეზიდენტ
premier | | başbakan | premier prime | премьер | نخست‌وزیر | | վարչապետ | პრემიერ
foreign-minister | xarici xin= | dışişleri | foreign fm= | иностран мид= | خارجه | خارجية | արտգործ արտաքին | საგარეო
defence | müdafiə | savunma | defence defense | оборон минобор | دفاع دفاعی | دفاع | պաշտպան | თავდაც
minister | nazir | bakan | minister ministry | министр минист | وزیر وزارت | وزير وزارة | նախարար | მინისტრ
ambassador | səfir səfirlik | büyükelçi | ambassador embassy envoy | посол посольств посла | سفیر سفارت | سفير سفارة | դեսպան | ელჩი ელჩმა საელჩო ელჩს
consulate | konsul | konsolos | consul | консул | کنسول | قنصل | հյուպատոս | საკონსულო კონსულ
bank | bank | banka merkez= | bank | банк | بانک | بنك مصرف | բանկ | ბანკ
rate | məzənnə dollar valyuta | kur= döviz dolar | dollar currency exchange | курс валют доллар | ارز دلار | دولار صرف عملة | փոխարժեք դոլար արժույթ | კურსი დოლარ ვალუტ
interest | faiz | faiz | interest | ставк | بهره سود | فائدة | տոկոսադրույք | განაკვეთ
inflation | inflyasiya | enflasyon tüfe | inflation | инфляц | تورم | تضخم | գնաճ | ინფლაცი
budget | büdcə | bütçe | budget | бюджет | بودجه | ميزانية موازنة | բյուջե | ბიუჯეტ
gold | qızıl | altın | gold | золот | طلا= طلای | ذهب | ոսկի ոսկու | ოქრო
wheat | buğda taxıl | buğday tahıl | wheat grain | пшениц зерн | گندم غله | قمح حبوب | ցորեն հացահատիկ | ხორბალ მარცვლეულ
fruit | meyvə üzüm nar= şərab | meyve üzüm nar= şarap | fruit grape pomegranate wine | фрукт виноград гранат вин= вино вина | میوه انگور انار | فواكه عنب | միրգ խաղող գինի | ხილი ყურძენ ღვინ
weather | hava= havanın temperatur | hava sıcaklık meteoroloji | weather temperature forecast degrees | погод температур синопт гидромет | هوا= دما هواشناسی | طقس حرارة | եղանակ ջերմաստիճան | ამინდ ტემპერატურ
rain | yağış yağmur leysan | yağmur yağış sağanak | rain shower | дожд ливн осадк | باران بارش | أمطار مطر | անձրև տեղում | წვიმ ნალექ
digest | icmal dayjest | özet= manşet | digest headlines roundup round-up | дайджест главное= сводк | سرخط گزیده | موجز أبرز | ամփոփ լրահոս | მიმოხილვ
match | oyun matç | maç karşılaşma | match game= fixture | матч игра= | بازی مسابقه | مباراة | խաղ= խաղը մրցախաղ | მატჩ თამაშ
football | futbol | futbol | football soccer fifa uefa | футбол уефа фифа | فوتبال | كرة قدم | ֆուտբոլ | ფეხბურთ
wrestling | güləş | güreş | wrestl | борьб борец борц | | مصارعة | ըմբշամարտ | ჭიდაობ მოჭიდავ
chess | şahmat | satranç | chess | шахмат | شطرنج | شطرنج | շախմատ | ჭადრაკ
volleyball | voleybol | voleybol | volleyball | волейбол | والیبال | طائرة= | վոլեյբոլ | ფრენბურთ
basketball | basketbol | basketbol | basketball | баскетбол | بسکتبال | سلة | բասկետբոլ | კალათბურთ
cup | kubok liqa çempionat | kupa lig şampiyona | cup= league championship | кубок кубк лига лиги чемпионат | جام= لیگ | كأس دوري | գավաթ լիգա առաջնություն | თასი თასის ლიგა ჩემპიონატ
final | final | final | final | финал | فینال نهایی | نهائي | եզրափակ | ფინალ
goal | qol= | gol= golle | goal= goals= | гол= гола забил | گل= | هدف أهداف | գոլ= | გოლი გოლით
team | komanda yığma | takım milli | team squad | команд сборн | تیم | فريق منتخب | թիմ հավաքական | გუნდი ნაკრებ
olympic | olimpi | olimpiyat | olympic | олимпи | المپیک | أولمب | օլիմպ | ოლიმპ
player | futbolçu oyunçu | futbolcu oyuncu | player striker | игрок футболист | بازیکن | لاعب | խաղացող ֆուտբոլիստ | ფეხბურთელ მოთამაშე
child | uşaq körpə | çocuk bebek | child children baby kid= kids= | дет= дети детей ребен | کودک کودکان | طفل أطفال | երեխա | ბავშვ ბავშვი
woman | qadın | kadın | woman women | женщин | زن= زنان | امرأة نساء | կին= կնոջ կանայք | ქალი ქალის ქალმა
tourist | turist turizm | turist turizm | tourist tourism | турист туризм | گردشگر گردشگری | سياح سائح سياحة | զբոսաշրջ տուրիստ | ტურისტ ტურიზმ
migrant | miqrant qaçqın | göçmen mülteci | migrant refugee | мигрант бежен | مهاجر پناهنده پناهجو | مهاجر لاجئ | միգրանտ փախստական | მიგრანტ ლტოლვილ
journalist | jurnalist | gazeteci | journalist reporter | журналист | خبرنگار روزنامه‌نگار | صحفي صحافي | լրագրող | ჟურნალისტ
worker | işçi fəhlə | işçi | worker employee | рабоч работник | کارگر | عامل عمال | աշխատող բանվոր | მუშა= მუშები თანამშრომ
driver | sürücü | sürücü şoför | driver | водител | راننده | سائق | վարորդ | მძღოლ
passenger | sərnişin | yolcu | passenger | пассажир | مسافر | راكب ركاب مسافر | ուղևոր | მგზავრ
doctor | həkim | doktor hekim | doctor physician medic | врач медик | پزشک | طبيب أطباء | բժիշկ | ექიმ
artist | rəssam müğənni | ressam sanatçı şarkıcı | artist singer painter | худож певец певиц | هنرمند خواننده نقاش | فنان مغني | նկարիչ երգիչ | მხატვარ მომღერალ
director | rejissor | yönetmen | director | режисс | کارگردان | مخرج | ռեժիսոր | რეჟისორ
writer | yazıçı şair | yazar şair | writer poet author novel | писател поэт | نویسنده شاعر | كاتب شاعر | գրող բանաստեղծ | მწერალ პოეტ
book | kitab | kitap | book | книг | کتاب | كتاب | գիրք գրքի | წიგნ
satellite | peyk kosm | uydu uzay | satellite space | спутник косм | ماهواره فضا | فضاء | արբանյակ տիեզեր | თანამგზავრ კოსმოს
internet | internet | internet | internet | интернет | اینترنت | إنترنت انترنت | ինտերնետ | ინტერნეტ
cyber | kiber haker | siber hacker | cyber hack | кибер хакер | سایبری هک | سيبراني قرصنة | կիբեր հաքեր | კიბერ ჰაკერ
animal | heyvan ayı= canavar bəbir pələng | hayvan ayı= kurt= leopar | animal bear= wolf leopard | животн медвед волк леопард | حیوان خرس گرگ پلنگ یوز | حيوان دب= نمر | կենդանի արջ գայլ ընձառյուծ | ცხოველ დათვ მგელ ჯიქი ლეოპარდ
dog | it= itlər | köpek | dog= dogs= | собак | سگ | كلب | շուն շներ | ძაღლ
fish | balıq | balık | fish sturgeon | рыб осетр | ماهی | سمك أسماك | ձուկ ձկն | თევზ
seal | suiti | fok= | seal= seals= | тюлен | فک= | فقمة | փոկ | სელაპ
visa | viza | vize | visa | виз= виза визы визов | ویزا روادید | تأشيرة | վիզ= վիզա վիզայի | ვიზა= ვიზის უვიზო
passport | pasport | pasaport | passport | паспорт | گذرنامه پاسپورت | جواز | անձնագիր | პასპორტ
tax | vergi | vergi | tax= taxes | налог | مالیات | ضريبة ضرائب | հարկ= հարկի հարկերի | გადასახად
wage | maaş əməkhaqqı pensiya | maaş ücret emekli | wage salary pension | зарплат пенси | حقوق= دستمزد بازنشست | راتب رواتب تقاعد | աշխատավարձ թոշակ | ხელფას პენსი
loan | kredit | kredi | loan credit | кредит заем | وام= اعتبار | قرض قروض | վարկ | სესხ კრედიტ
investment | investisiya sərmayə | yatırım | invest | инвест | سرمایه‌گذاری | استثمار | ներդրում | ინვესტიცი
project | layihə | proje | project | проект | پروژه طرح | مشروع | նախագիծ ծրագիր | პროექტ
tender | tender | ihale | tender | тендер | مناقصه | مناقصة | մրցույթ տենդեր | ტენდერ
prison | həbsxana məhbus | cezaevi mahkum hapis | prison jail inmate | тюрьм колони заключенн | زندان زندانی | سجن سجين | բանտ կալանավայր | ციხე ციხის პატიმ
body | cəsəd meyit | ceset | body= bodies corpse | тело= тела останки | جسد پیکر | جثة جثمان | դի= դին դիակ մարմին | ცხედარ გვამ
weapon | silah sursat | silah mühimmat | weapon arms= ammunition | оруж боеприпас | سلاح مهمات | سلاح أسلحة ذخيرة | զենք զինամթերք | იარაღ
base | baza | üs= üssü | base= bases= | баз= база базы | پایگاه | قاعدة | բազա ռազմակայան | ბაზა ბაზის
cable | kabel | kablo | cable | кабел | کابل | كابل كيبل | մալուխ | კაბელ
land-route | quru= quru | kara= karayolu | land= overland | сухопут | زمینی | بري برية | ցամաք | სახმელეთო
pipeline | kəmər boru | boru hattı | pipeline btc= | трубопров нефтепров газопров | خط‌لوله لوله | أنابيب أنبوب | խողովակ նավթամուղ գազամուղ | მილსადენ ნავთობსადენ
regime | rejim karantin | rejim karantina | regime quarantine | режим карантин | قرنطینه | حجر | ռեժիմ կարանտին | რეჟიმ კარანტინ
cabinet | kabinet | kabine | cabinet government | правительств кабмин кабинет | کابینه دولت | حكومة وزراء | կառավար | კაბინეტ მთავრობ
tram | tramvay | tramvay | tram= tramway trolley | трамва | تراموا | ترام= | տրամվա | ტრამვა
cablecar | kanat= kanatı | teleferik | cable-car ropeway gondola | канатн | تله‌کابین | تلفريك | ճոպանուղ | საბაგირო
scientist | alim | bilim | scientist research study= | учен= учены исследоват | دانشمند پژوهش محقق | علماء باحث | գիտն հետազոտ | მეცნიერ კვლევ
soldier-grave | məzarlıq qəbir | mezar | grave cemetery tomb | могил кладбищ гробниц | گور آرامگاه قبر | مقبرة قبر | գերեզման | საფლავ სასაფლაო
stadium | stadion | stadyum | stadium arena | стадион арен | ورزشگاه استادیوم | ملعب | մարզադաշտ | სტადიონ
coach | məşqçi | antrenör | coach= manager= trainer | тренер | سرمربی مربی | مدرب | մարզիչ | მწვრთნელ
song | mahnı | şarkı | song= songs= | песн | آهنگ ترانه | أغنية | երգ= | სიმღერ
opera | opera teatr | opera tiyatro | opera theatre theater | опер театр | اپرا تئاتر | أوبرا مسرح | օպերա թատրոն | ოპერა თეატრ
library | kitabxana | kütüphane | library | библиотек | کتابخانه | مكتبة | գրադարան | ბიბლიოთეკ
carpet | xalça | halı | carpet rug= rugs= | ковер ковр | فرش قالی | سجاد | գորգ | ხალიჩ
cheese | pendir | peynir kaşar | cheese | сыр= сыра сыры | پنیر | جبن | պանիր | ყველი ყველის
tea | çay= | çay= | tea= | чай= чая | چای | شاي | թեյ | ჩაი
bread | çörək un= | ekmek un= | bread flour | хлеб мук= мука | نان= آرد | خبز طحين | հաց= հացի ալյուր | პური პურის ფქვილ
cotton | pambıq | pamuk | cotton | хлоп | پنبه | قطن | բամբակ | ბამბ
steel | polad metal | çelik | steel metal alumin | стал= стали металл | فولاد | صلب حديد | պողպատ մետաղ | ფოლად ლითონ
copper | mis= | bakır | copper | медь меди медн | مس= | نحاس | պղինձ պղնձ | სპილენძ
solar | günəş | güneş | solar | солнечн | خورشیدی | شمسي شمسية | արևային | მზის
car-tyre | yanacaq benzin | akaryakıt benzin | fuel petrol gasoline diesel | топлив бензин дизел | بنزین سوخت گازوئیل | وقود بنزين | վառելիք բենզին | საწვავ ბენზინ
ticket | bilet | bilet | ticket | билет | بلیت | تذكرة تذاكر | տոմս | ბილეთ
pilgrim | zəvvar ziyarət | hac= umre | pilgrim hajj arbaeen | паломник хадж | زائر زائران اربعین حج= | حجاج زوار حج= | ուխտ | მომლოც
earth-dam | torpaq | toprak | soil | почв | خاک | تربة | հող= հողի | მიწა= მიწის
desert-dust | toz= tozu | toz= kum | dust sandstorm | пыл | گردوغبار ریزگرد غبار | غبار ترابية | փոշի | მტვერ
locust | çəyirtkə | çekirge | locust | саранч | ملخ | جراد | մորեխ | კალია
bird | quş | kuş | bird flamingo stork | птиц фламинго | پرنده فلامینگو | طيور طائر= | թռչ | ჩიტ ფრინველ
horse | at= atlar | at= atlar | horse | лошад кон= скачк | اسب | خيل حصان | ձի= ձիեր | ცხენ
court-film | venesiya festival | venedik | venice cannes | венеци канн | ونیز کن= | البندقية | վենետիկ | ვენეცი
telescope | teleskop rəsədxana | teleskop gözlemevi rasathane | telescope observatory | телескоп обсерватор | تلسکوپ رصدخانه | تلسكوب مرصد | աստղադիտ դիտարան | ტელესკოპ ობსერვატორი
crane | kran= | vinç | crane | кран= крана | جرثقیل | رافعة | կռունկ | ამწე
taxi | taksi | taksi | taxi cab= | такси | تاکسی | تاكسي أجرة | տաքսի | ტაქსი
container | konteyner | konteyner | container | контейнер | کانتینر | حاوية حاويات | կոնտեյներ | კონტეინერ
congestion | tıxac | trafik sıkışık | traffic congestion jam= | пробк затор | ترافیک | ازدحام | խցանում | საცობ
`;
