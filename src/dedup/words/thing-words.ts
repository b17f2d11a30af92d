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
ship | gəmi tanker bərə qayıq | gemi tanker feribot vapur tekne bot= botu botta | ship= ships= vessel tanker ferry boat dinghy | судно суда= корабл танкер паром теплоход катер лодк | کشتی نفتکش شناور لنج قایق | سفينة ناقلة سفن عبارة قارب زورق مركب= | նավ= նավի նավը լաստանավ նավակ | გემი გემს გემმა გემის ბორანი ნავი
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
premier |  | başbakan | premier prime | премьер | نخست‌وزیر |  | վարչապետ | პრემიერ
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
digest | icmal dayjest | özet= manşet | digest headlines roundup | дайджест главное= сводк | سرخط گزیده | موجز أبرز | ամփոփ լրահոս | მიმოხილვ
match | oyun matç | maç karşılaşma | match game= fixture | матч игра= | بازی مسابقه | مباراة | խաղ= խաղը մրցախաղ | მატჩ თამაშ
football | futbol | futbol | football soccer fifa uefa | футбол уефа фифа | فوتبال | كرة قدم | ֆուտբոլ | ფეხბურთ
wrestling | güləş | güreş | wrestl | борьб борец борц |  | مصارعة | ըմբշամարտ | ჭიდაობ მოჭიდავ
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
fish | balıq nərə balıqçı | balık balıkçı | fish sturgeon beluga fisherm | рыб осетр белуг | ماهی ماهیگیر | سمك أسماك صياد | ձուկ ձկն ձկնորս | თევზ მეთევზ
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
cablecar | kanat= kanatı | teleferik | ropeway gondola | канатн | تله‌کابین | تلفريك | ճոպանուղ | საბაგირო
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
orbit | orbit | yörünge | orbit | орбит | مدار= مداري | مدار= المدار | ուղեծ | ორბიტ
planet | planet ulduz | gezegen yıldız | planet exoplanet star= comet asteroid | планет экзопланет звезд комет астероид | سیاره ستاره دنباله‌دار | كوكب نجم= مذنب | մոլորակ աստղ= գիսաստղ | პლანეტ ვარსკვლავ
astronaut | kosmonavt astronavt | astronot kozmonot | astronaut cosmonaut | космонавт астронавт | فضانورد | رواد | տիեզերագնաց | კოსმონავტ ასტრონავტ
robot | robot | robot | robot | робот | ربات روبات | روبوت | ռոբոտ | რობოტ
artificial-intelligence | intellekt | yapay= | artificial ai= | искусственн нейросет | هوش‌مصنوعی مصنوعی | اصطناعي ذكاء |  | ხელოვნურ
startup | startap | girişim startup | startup | стартап | استارتاپ نوپا | ناشئة | ստարտափ | სტარტაპ
crypto | kripto bitkoin | kripto bitcoin | crypto bitcoin | крипто биткоин | رمزارز بیت‌کوین | مشفرة بيتكوين | կրիպտո բիթքոին | კრიპტო ბიტკოინ
bee | arıçı arıları bal= balı | arıcı arılar bal= balı | bee= bees= beekeep honey | пчел мед= меда | زنبور عسل | نحل عسل | մեղու մեղր մեղվ | ფუტკ თაფლ
livestock | qoyun inək heyvandar | koyun sığır inek büyükbaş hayvancı | sheep cattle cow= cows= livestock goat | овец овц скот= скота коров | گوسفند گاو= دام= دامدار | أغنام أبقار ماشية مواشي | ոչխար կով= անասն | ცხვარ ცხვრ ძროხ პირუტყვ
antelope | ceyran cüyür maral | ceylan geyik | antelope saiga gazelle deer | сайгак сайга антилоп джейран олен | آهو غزال گوزن | غزال ظباء | եղջեր այծյամ | ირემი ირმის შველი
leopard | bəbir | leopar pars= | leopard cub= cubs= | леопард барс= | پلنگ یوزپلنگ توله | فهد نمر | ընձառյուծ | ჯიქი ლეოპარდ
turtle | tısbağa delfin | kaplumbağa | turtle dolphin whale | черепах дельфин | لاک‌پشت دلفین نهنگ | سلحفاة دلفين حوت | կրիա դելֆին | კუ= დელფინ
citrus | naringi sitrus portağal | mandalina narenciye portakal | mandarin citrus tangerine orange= oranges= | мандарин цитрус апельсин | نارنگی مرکبات پرتقال | يوسفي حمضيات برتقال | մանդարին ցիտրուս նարինջ | მანდარინ ციტრუს ფორთოხ
persimmon | xurma xurması | hurma | persimmon | хурм | خرمالو خرما | كاكا= تمور تمر= | խուրմա արքայանարինջ | ხურმ
apple | alma= almalar almanın | elma | apple | яблок яблон | سیب= | تفاح | խնձոր | ვაშლ
apricot | ərik | kayısı şeftali | apricot peach | абрикос персик | زردآلو هلو= | مشمش خوخ | ծիրան դեղձ | გარგარ ატამ
cherry | gilas albalı | kiraz vişne | cherry cherries | черешн вишн | گیلاس= آلبالو | كرز | կեռաս բալի | ალუბალ ბალი=
nut | fındıq qoz= püstə badam | fındık ceviz fıstık badem | hazelnut walnut pistachio almond | орех фундук фисташ миндал | پسته فندق گردو بادام | بندق فستق جوز= لوز= | պնդուկ ընկույզ պիստակ | თხილ კაკალ ნუში
vegetable | pomidor kartof soğan xiyar tərəvəz | domates patates soğan sebze | tomato potato onion cucumber vegetable | помидор томат картоф огур овощ | گوجه سیب‌زمینی پیاز= خیار سبزیجات | طماطم بطاطا بصل خضار | լոլիկ կարտոֆիլ սոխ բանջարեղ | პომიდ კარტოფ ხახვ ბოსტნ
sugar | şəkər= qənd | şeker= pancar | sugar beet | сахар | شکر= قند | سكر= | շաքար | შაქარ შაქრ
rice | düyü çəltik | pirinç çeltik | rice | рис= риса рисов | برنج شلتوک | أرز الأرز | բրինձ բրնձ | ბრინჯ
poultry | yumurta toyuq quşçuluq | yumurta tavuk kanatlı | egg= eggs= chicken poultry | яйца яиц куриц птицевод | تخم‌مرغ مرغ= مرغداری | بيض= دجاج دواجن | ձու= ձվի հավի թռչնաբ | კვერცხ ქათამ ქათმ
meat | ət= ətin əti | et= eti etin | meat beef mutton pork | мясо мяса говяд баранин | گوشت | لحم لحوم | միս= մսի մսամթ | ხორც
milk | süd= südün | süt= sütü | milk dairy | молок молоч | شیر= لبنیات | حليب ألبان | կաթ= կաթի կաթնամթ | რძე რძის
saffron | zəfəran | safran | saffron | шафран | زعفران | زعفران | շաֆրան քրքում | ზაფრან
caviar | kürü= kürüsü | havyar | caviar sturgeon | икры= икру осетр | خاویار | كافيار | խավիար | ხიზილალ
tobacco | siqaret tütün | sigara tütün | cigar tobacco | сигарет табак табач | سیگار تنباکو | سجائر تبغ | ծխախոտ | სიგარეტ თამბაქ
alcohol | alkoqol spirtli araq= | alkol içki | alcohol liquor vodka | алкогол спирт водк | الکل مشروب | كحول خمور | ալկոհոլ օղի | ალკოჰოლ არაყ
fertiliser | gübrə pestisid | gübre | fertilis fertiliz pesticid | удобрен пестицид | کود= سموم | أسمدة سماد | պարարտ թունաքիմ | სასუქ პესტიციდ
cement | sement | çimento | cement concrete | цемент бетон | سیمان بتن | إسمنت أسمنت | ցեմենտ | ცემენტ
lithium | litium | lityum | lithium | литий лития литиев | لیتیوم | ليثيوم | լիթիում | ლითიუმ
diamond | almaz brilyant | elmas pırlanta | diamond emerald | алмаз бриллиант | الماس | ألماس ماس= | ադամանդ | ალმას ბრილიანტ
coal | kömür | kömür | coal | уголь угля угольн | زغال | فحم | ածուխ ածխ | ნახშირ ქვანახშ
barrel | barel barrel | varil | barrel | баррел | بشکه | برميل براميل | բարել | ბარელ
opec | opek | opec | opec | опек | اوپک | أوبك اوبك | օպեկ | ოპეკ
well | quyu= quyusu | kuyu sondaj | well= wells= drilling borehole | скважин бурен | چاه= حفاری | بئر آبار حفر= | հորատ | ჭაბურღ
oilfield | yataq= yatağı yatağın | yatağı yatağın | oilfield reserves= deposit | месторожд | میدان= ذخایر | حقل حقول احتياطي | հանքավայր | საბადო
refinery | neftayırma | rafineri | refiner | нпз= нефтеперераб | پالایشگاه | مصفاة مصافي | նավթավերամշ | ნავთობგადამ
heating | istilik kombi= | ısınma kalorifer kombi | heating | отоплен теплосет | گرمایش بخاری | تدفئة | ջեռուց | გათბობ
windpower |  | rüzgarsantral | windfarm turbine | ветропарк ветроэл | توربین بادی= | توربين | հողմ հողմակայ | ქარისსადგ
unemployed | işsiz | işsiz istihdam | unemploy jobless employment | безработ занятост | بیکار اشتغال | بطالة عاطل | գործազուրկ գործազրկ | უმუშევრ დასაქმ
gdp | üdm= ümumdaxil | gsyh büyüme | gdp= growth= | ввп= | ناخالص | ناتج إجمالي | հնա= | მშპ=
exchange-shares | birja səhm | borsa hisse | stock= stocks= shares= bourse ipo= | бирж | بورس سهام | بورصة أسهم | բորսա բաժնետ | ბირჟა ბირჟ
bond | istiqraz | tahvil eurobond | bond= bonds= eurobond | облигац евробонд | اوراق= | سندات يوروبوند | պարտատոմս եվրապարտատոմս | ობლიგაც ევრობონდ
licence | lisenziya icazə | lisans ruhsat izin= | licen permit | лиценз разрешен | مجوز پروانه | ترخيص رخصة | լիցենզ թույլտվ | ლიცენზ ნებართვ
insurance | sığorta | sigorta | insur | страхов | بیمه= | تأمين | ապահովագր | დაზღვევ სადაზღვ
mortgage | ipoteka | mortgage konutkredi | mortgage | ипотек | وام‌مسکن | رهن= | հիփոթեք | იპოთეკ
housing | mənzil= mənzillər yaşayış | konut daire= | housing apartment flat= flats= | квартир жилье жилья жилищ жилой | مسکن آپارتمان | سكن مساكن شقة إسكان | բնակարան | ბინები ბინის საცხოვრ
rent | kirayə icarə | kira= kiralar kirası | rent= rents= rental lease | аренд | اجاره | إيجار | վարձակալ | ქირა ქირის იჯარ
money | əskinas banknot pul= pulu | banknot para= parası | money banknote cash= note= notes= | деньг банкнот купюр наличн | پول اسکناس | نقود عملة ورقة= أوراق | փող= թղթադր կանխիկ | ფული ფულის ბანკნოტ კუპიურ
duty | rüsum | harç | duties tariff= | пошлин | عوارض | رسوم | մաքսատուրք տուրք | მოსაკრებ ბაჟი
fee | haqqı= ödəniş | harcı ücret | fee= fees= tuition | плата= оплат | شهریه هزینه | رسوم أقساط | վճար= վճարը վարձավճար | საფასურ
shop | mağaza supermarket marketlər | mağaza süpermarket market= | store= stores= shop= shops= supermarket retail grocer | магазин супермаркет торговц лавк | فروشگاه مغازه کسبه | متجر محل= محلات محال | խանութ սուպերմարկ կրպակ | მაღაზი სუპერმარკ ჯიხურ
jewel | zərgər | kuyumcu mücevher | jewel | ювелир | طلافروش جواهر | مجوهرات صائغ | ոսկերիչ ոսկյա զարդ | საიუველირ ოქრომჭედ
company | şirkət müəssisə | şirket firma holding | company companies firm= firms= corporation | компани фирм предприят | شرکت | شركة شركات | ընկերություն ընկերության ձեռնարկ | კომპანი ფირმ საწარმო
textile | tekstil tikiş toxuculuq | tekstil konfeksiyon giyim | textile garment clothing | текстил швейн | نساجی پوشاک | نسيج ملابس | տեքստիլ | ტექსტილ სამკერვალ
cargo | yük= yükün yükləri yükdaşıma | yük= yükü kargo | cargo freight goods= | груз= груза грузов товар | محموله بار= کالا | شحن بضائع حمولة | բեռ= բեռի բեռնափ | ტვირთ
motorbike | motosiklet moped | motosiklet motorsiklet | motorcycl motorbike scooter | мотоцикл мопед самокат | موتورسیکلت موتورسوار | نارية | մոտոցիկլ | მოტოციკლ სკუტერ
pilot | pilot= pilotu | pilot= pilotu | pilot= pilots= | пилот летчик | خلبان | طيار= طياران | օդաչու | პილოტი პილოტის მფრინავ
crew | ekipaj heyəti= | mürettebat | crew= crews= sailor seafarer | экипаж моряк | خدمه ملوان | طاقم بحار= بحارة | անձնակազմ նավաստ | ეკიპაჟ მეზღვაურ
coastguard |  | güvenlik= sahilgüvenlik | coastguard coastguards | береговой= береговая | گارد‌ساحلی | خفر= | առափնյա | სანაპირო
bicycle | velosiped | bisiklet | cyclist cycling bicycle bike= bikes= | велосипед велогон | دوچرخه | دراجة دراجات | հեծանվ հեծանիվ | ველოსიპედ
lift | lift= liftdə | asansör | elevator lift= | лифт | آسانسور | مصعد | վերելակ | ლიფტ
toll | ödənişli | gişe hgs= | toll= tolls= | платн | عوارضی |  | վճարովի | ფასიან
patient | xəstələr pasiyent | hastalar hasta= | patient | пациент больны | بیماران بیمار= | مريض مرضى | հիվանդներ բուժառու | პაციენტ
intensive-care | reanimasiya | yoğun= | intensive icu= | реанимац | آی‌سی‌یو مراقبت‌های | مركزة | վերակենդ | რეანიმაც
medicine | dərman əczaçı aptek | ilaç eczane eczacı | medicine pharma medication | лекарств аптек препарат | دارو داروخانه | دواء أدوية صيدلي | դեղորայք դեղեր դեղատ | წამალ წამლ მედიკამ აფთიაქ
cancer | xərçəng onkolo | kanser onkolo | cancer oncolog tumour | рак= рака онколог | سرطان | سرطان أورام | քաղցկեղ ուռուցք | კიბო სიმსივნ
ambulance | ambulans təcili= | ambulans | ambulance paramedic | скорая= скорой | آمبولانس اورژانس | إسعاف مسعف | շտապօգն շտապ= | სასწრაფო
oxygen | oksigen | oksijen | oxygen | кислород | اکسیژن | أكسجين أوكسجين | թթվածն | ჟანგბად
teacher | müəllim | öğretmen | teacher | учител педагог | معلم آموزگار | معلم مدرس | ուսուցիչ ուսուցչ | მასწავლ
kindergarten | bağça | kreş anaokul | kindergarten nursery | детсад | مهدکودک | حضانة | մանկապարտ | საბავშვო
lesson | dərs= dərslər dərslik | ders= dersler müfredat | class= classes lesson textbook curriculum | урок учебник занятия | کلاس درس= درسی | دروس منهج مناهج | դասագիրք դասեր | გაკვეთილ
scholarship | təqaüd= | burs= bursu | scholarship | стипенд | بورسیه |  | կրթաթոշակ | სტიპენდ
jury | münsif | jüri | jury | жюри | داوران | تحكيم | ժյուրի | ჟიური
dance | rəqs | dans halkoyun | dance dancer ballet | танец танц балет | رقص | رقص راقص | պար= պարեր բալետ | ცეკვ ბალეტ
music | musiqi muğam orkestr tar= kamança | müzik orkestra bağlama= saz= | music orchestra | музык оркестр | موسیقی ارکستر دوتار سه‌تار نوازنده | موسيقى أوركسترا | երաժշտ նվագախ | მუსიკ ორკესტრ
actor | aktyor aktrisa | aktör aktris | actor actress | актер актрис | بازیگر | ممثل ممثلة | դերասան | მსახიობ
painting | rəsm= tablo | tablo resim= | painting canvas | живопис полотн | نقاشی تابلو | لوحة لوحات | կտավ գեղանկար | ნახატ ტილო
statue | heykəl büst | heykel büst | statue sculpt | статуя статую скульпт | مجسمه تندیس | تمثال | արձան= արձանը կիսանդր | ქანდაკებ ბიუსტ
heritage | abidə irs= yunesko | miras= mirası unesco anıt | heritage unesco monument | наследи юнеско памятник | میراث یونسکو | تراث يونسكو | ժառանգ յունեսկո հուշարձ | მემკვიდრ იუნესკო ძეგლ
treasure | sikkə dəfinə xəzinə | sikke define hazine= | coin= coins= hoard treasure | монет клад= клада сокровищ | سکه گنجینه گنج= | مسكوكات كنز | մետաղադր գանձ | მონეტ განძ
manuscript | əlyazma | elyazma yazma= | manuscript | рукопис | نسخه‌خطی دست‌نوشته | مخطوط | ձեռագիր ձեռագր | ხელნაწერ
mosaic | mozaika | mozaik | mosaic fresco | мозаик фреск | موزاییک | فسيفساء | խճանկ որմնանկ | მოზაიკ ფრესკ
silk | ipək ipəy kəlağayı | ipek | silk | шелк | ابریشم | حرير | մետաքս | აბრეშუმ
ceramic | keramika dulus | seramik çömlek çini= | ceramic pottery tile= | керамик гончар | سفال کاشی | خزف فخار | խեցեղեն կավե | კერამიკ თიხ
restaurant | restoran kafe mətbəx yemək | restoran lokanta kafe mutfak yemek | restaurant cafe= cuisine food= chef | ресторан кафе кухн кулинар | رستوران کافه غذا آشپز | مطعم مقهى طعام مطبخ | ռեստորան սրճարան խոհան ուտեստ | რესტორან კაფე სამზარეულ კერძ
television | televiziya teleseri kanal= | televizyon kanal= dizi= | televis broadcast channel= | телевид телекан сериал эфир | تلویزیون سریال | تلفزيون قناة مسلسل | հեռուստ | ტელევიზ ტელეარხ
novruz | novruz | nevruz | nowruz novruz nauryz | новруз навруз | نوروز= | نوروز | նովրուզ | ნოვრუზ
ramadan | ramazan orucluq | ramazan oruç | ramadan fasting | рамадан | رمضان | رمضان | ռամադան | რამადან
christmas | milad= yolka | noel | christmas easter | рождеств елка пасх | کریسمس | ميلاد= فصح | ծնունդ= զատիկ | შობა აღდგომა
glacier | buzlaq | buzul | glacier | ледник | یخچال‌طبیعی | جليدي | սառցադաշտ | მყინვარ
waterlevel | səviyyəsi səviyyəsin dayazlaş | seviyesi çekil | level= levels= shrink | уровен уровня обмел | تراز پسروی | منسوب | մակարդակ | დონე=
island | ada= adası adasın | ada= adası adasın | island isle | остров | جزیره | جزيرة جزر= | կղզի կղզու | კუნძულ
beach | çimərlik sahil | plaj sahil kıyı | coast= coastal beach shore | берег= берега пляж побереж | ساحل | ساحل شاطئ | լողափ ափին | სანაპირ პლაჟ
strait | boğaz= boğazı | boğaz= boğazı | strait | пролив | تنگه | مضيق | նեղուց | სრუტ
climber | alpinist dağçı | dağcı | climber mountaineer hiker | альпинист | کوهنورد | متسلق | լեռնագնաց ալպինիստ | ალპინისტ მთამსვლ
tree | ağac= ağaclar tinglər | ağaç fidan | tree= trees= sapling | дерев саженц | درخت نهال | شجرة أشجار | ծառ= ծառեր տնկի | ხეები ნერგ
cave | mağara | mağara | cave= caves= | пещер | غار= | كهف مغارة | քարանձավ | მღვიმ გამოქვაბ
climate | iqlim | iklim | climate emission | климат | اقلیم اقلیمی | مناخ | կլիմա | კლიმატ
waste | tullantı zibil poliqon | çöp= çöpü atık | waste garbage landfill | мусор отход свалк | زباله پسماند | نفايات قمامة | աղբ | ნაგავ ნარჩენ
irrigation | suvarma | sulama | irrigat | орошен полив | آبیاری | ري= الري | ոռոգ | სარწყავ მორწყვ
mayor | mer= meri bələdiyyə | belediye | mayor municipal | мэр= мэра мэрия мэрии муниципал | شهردار | بلدية عمدة | քաղաքապետ | მერი მერის მერმა მერია მუნიციპ
party | partiya | parti= partisi | party= parties= | партии партия партию | حزب | حزب أحزاب | կուսակց | პარტი
opposition | müxalif | muhalefet | opposition | оппозиц | مخالفان اپوزیسیون | معارضة معارض | ընդդիմ | ოპოზიც
candidate | namizəd | aday= adayı adaylar | candidat | кандидат | نامزد کاندیدا | مرشح | թեկնած | კანდიდატ
constitution | konstitusiya | anayasa | constitution | конституц | قانون‌اساسی اساسی | دستور= دستوري | սահմանադր | კონსტიტუც
decree | fərman sərəncam | kararname | decree | указ= распоряж | فرمان= | مرسوم | հրամանագ | ბრძანებულ
reform | islahat | reform | reform | реформ | اصلاحات | إصلاحات | բարեփոխ ռեֆորմ | რეფორმ
coalition | koalisiya | koalisyon ittifak | coalition alliance | коалици альянс | ائتلاف | ائتلاف تحالف | կոալիցի դաշինք | კოალიც
commission | komissiya komitə | komisyon komite kurul= | commission committee panel | комисси комитет | کمیسیون کمیته | لجنة | հանձնաժող կոմիտե | კომისი კომიტეტ
union | həmkarlar | sendika | union= unions= | профсоюз | سندیکا اتحادیه | نقابة | արհմիություն | პროფკავშ
lawyer | vəkil | avukat | lawyer attorney | адвокат | وکیل | محامي محام= محامون | փաստաբան | ადვოკატ
prosecutor | prokuror | savcı başsavcı | prosecut | прокур | دادستان | نيابة مدعي | դատախազ | პროკურ
suspect | şübhəli | şüpheli zanlı | suspect | подозрев | مظنون | مشتبه | կասկածյալ | ეჭვმიტან
gang | dəstə= kriminal | çete= çetesi | gang= gangs= cartel | банд группировк | باند= باندی | عصابة | խմբավոր | ბანდა ბანდის
masked | maskalı | maskeli | masked gunmen | маск= масках | نقاب‌دار نقابدار | ملثم | դիմակավոր | ნიღბიან
bomb | bomba | bomba | bomb grenade | бомб гранат | بمب نارنجک | قنبلة عبوة | ռումբ նռնակ | ბომბ ყუმბარ
knife | bıçaq | bıçak | knife stabb | нож= ножом ножев | چاقو | سكين طعن= | դանակ | დანა= დანით
gun | tapança tüfəng | tabanca tüfek | pistol gun= rifle | пистолет ружь автомат= | تپانچه کلت= | مسدس بندقية | ատրճանակ հրացան | პისტოლეტ თოფი
warship | donanma | donanma firkateyn | navy naval warship frigate | флот= флота фрегат вмс= | ناو= ناوچه ناوگان | بحرية فرقاطة | ռազմածով ֆրեգատ | ფლოტ
artillery | artilleriya tank= | topçu tank= | artillery howitzer tank= tanks= | артиллер танк= танков | توپخانه تانک | مدفعية دبابة | հրետան տանկ | არტილერ ტანკი
prisoner-of-war | əsir= əsirlər | esir= esirler | captive pow= | пленн | اسیر اسرا= | أسير أسرى | գերի= գերիներ ռազմագերի | ტყვე= ტყვეებ
peacekeeper | sülhməram | barışgücü | peacekeep | миротвор | صلح‌بان |  | խաղաղապահ | სამშვიდობო
commander | komandir komandan | komutan | commander | командующ командир | فرمانده | قائد | հրամանատար | მეთაურ
general | general | general orgeneral | general= | генерал | سردار ژنرال | جنرال | գեներալ | გენერალ
martyr | şəhid | şehit | martyr | шехид | شهید شهدا | شهيد شهداء | նահատակ զոհված= | მოწამე
patriarch | patriarx katolikos | patrik papa= | pope= patriarch catholicos bishop | патриарх католикос епископ | پاپ= اسقف | بطريرك البابا | կաթողիկոս պատրիարք | პატრიარქ კათალიკოს
farmer | fermer | çiftçi üretici | farmer grower | фермер аграр | کشاورز باغدار | مزارع فلاح | ֆերմեր գյուղացի | ფერმერ გლეხ
shepherd | çoban | çoban | shepherd herder | пастух чабан | چوپان عشایر | راعي رعاة | հովիվ | მწყემს
veteran | veteran qazi= | gazi= | veteran | ветеран | جانباز | محارب | վետերան | ვეტერან
ceremony | mərasim | tören | ceremon | церемон | مراسم آیین | مراسم | արարողություն | ცერემონი
queue-border | gözləmə | bekleyiş | wait= waiting | ожидан | معطلی انتظار | انتظار | սպասում | ლოდინ
judo | cüdo | judo | judo | дзюдо | جودو | جودو | ձյուդո | ძიუდო
boxing | boks | boks | boxing boxer | бокс | بوکس | ملاكمة | բռնցք | კრივ მოკრივ
weightlifting | ağırlıqqaldır ştanq | halter | weightlift | тяжелоатлет штанг | وزنه‌برداری وزنه‌بردار | أثقال رباع | ծանրաձ ծանրամարտ | ძალოსან ძალოსნ
gymnastics | gimnast | jimnastik cimnastik | gymnast | гимнаст | ژیمناست | جمباز | մարմնամարզ | ტანვარჯ
athletics | atletika marafon | atletizm maraton | athletics marathon sprint | легкоатлет марафон | دوومیدانی ماراتن | ماراثون | աթլետիկ մարաթոն | მძლეოსნ მარათონ
tennis | tennis | tenis | tennis | теннис | تنیس | تنس= | թենիս | ჩოგბურთ
formula | formula | formula | formula | формул | فرمول | فورمولا | ֆորմուլա | ფორმულა
futsal | futzal | futsal | futsal |  | فوتسال | صالات | ֆուտզալ | ფუტსალ
handball | həndbol | hentbol | handball | гандбол | هندبال |  | հանդբոլ | ხელბურთ
rugby | reqbi | ragbi | rugby lelos | регби | راگبی | رغبي | ռեգբի | რაგბი მორაგბ
hockey | xokkey | hokey | hockey | хоккей хокке шайб | هاکی | هوكي | հոկեյ | ჰოკეი
swimming | üzgüçü | yüzme yüzücü | swimmer swimming | пловц плаван заплыв | شناگر | سباحة سباح | լողորդ | ცურვა მოცურავ
skiing | xizək | kayak | ski= skier skiing | лыж | اسکی | تزلج | դահուկ | თხილამ
martial-arts | karate taekvondo | karate tekvando | karate taekwondo | карат тхэквондо | کاراته تکواندو | كاراتيه تايكوندو | կարատե թեքվոնդո | კარატე ტაეკვონდო
fans | azarkeş | taraftar | fans= supporters= | болельщ фанат | هوادار | جماهير مشجع | երկրպագու | გულშემატ
referee | hakimlik referi | hakem | referee umpire | арбитр | داور= داوری | حكم= | մրցավար | მსაჯ
tournament | turnir | turnuva | tournament | турнир | تورنمنت | بطولة | մրցաշար | ტურნირ
semifinal | yarımfinal | yarıfinal | semifinal quarterfinal | полуфинал четвертьфин | نیمه‌نهایی |  | կիսաեզրափ | ნახევარფინ
tiger | pələng | kaplan | tiger lion= lions= | тигр лев= львен | ببر= شیرها | ببر نمور أسد= | վագր առյուծ | ვეფხვ ლომი ლომის
zoo | zoopark | hayvanatbahçe | zoo zoos | зоопарк зоосад | باغ‌وحش | حيوانات | կենդանաբան | ზოოპარკ
newborn | bala= balaları körpə üçəm | yavru yavrusu bebek | newborn triplet twin= twins= cubs= calf | детеныш тройн близнец малыш | نوزاد توله دوقلو | مولود توائم صغار= | նորածին ձագ= ձագեր | ბოკვერ ახალშობ
bat | yarasa | yarasa | bat= bats= | летуч | خفاش | خفاش خفافيش | չղջիկ | ღამურ
species | növ= növü | tür= türü | species genus | вид= вида видов | گونه | فصيلة نوع= | տեսակ | სახეობ
shipwreck | batıq | batık | shipwreck diver divers | затонувш водолаз | مغروق غواص | غارق غواص غواصين | խորտակված ջրասուզ | ჩაძირულ მყვინთ
chemical | kimya | kimya | chemical ammonia chlorine | химич аммиак хлор= | شیمیایی کلر | كيميائي | քիմիա քիմգործ | ქიმიურ
district-assembly |  | meclisi= | assembly council= councillor | собран законодат совет= | شورا= شوراي |  | ավագանի | საკრებულ
land-plot | sahə= | arazi arsa | plot= plots= acreage | участк участок земля земл | زمین= اراضی | أراضي قطعة= | հողամաս | ნაკვეთ
identity-card | şəxsiyyət | kimlik= kimliği | identity id= ids= | удостоверен | هویت کارت‌ملی | هوية | նույնական | პირადობ
dismantle | sökül | yıkım yıkılacak | demolish dismantl raze | снос снесут снесли демонтаж | تخریب | هدم إزالة | ապամոնտաժ քանդ | დანგრევ დემონტაჟ
old-building | tarixi tikili | tarihi= konak= | mansion historic | усадьб особняк | عمارت | قصر تراثي | առանձնատ | სასახლ
campaigner | fəal fəallar aktivist | eylemci aktivist çevreci | campaigner activist | активист защитник | فعالان کنشگر | ناشط نشطاء | ակտիվիստ | აქტივისტ
petition | petisiya | dilekçe | petition signatures | петици подписей | کارزار طومار | عريضة | ստորագրահավ | პეტიცი
`;
