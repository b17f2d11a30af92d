/**
 * Towns and provinces of the region and capitals beyond it, whose names are too short or too
 * differently written for their consonants to meet: Khoy, Hoy, Xoy, Хой, خوی, Խոյ, ხოი. One place a
 * line, stems of all languages; `=` ends a stem that must be the whole word. Places that the concept
 * lists know as metonyms are left out. A line that begins with `@` names the state of
 * those below it, or none for towns on both sides of a border.
 */
export const placeNames = `
@ turkiye
van van= wan= ван= вана= ване= وان= վան= վանում վանի ვანი= ვანში
@ iran
hoy khoy xoy xoyda hoy= хой= хоя= хое= хою= خوی= خوي= խոյ= խոյի խոյում ხოი= ხოის ხოიში
salmas salmas selmas səlmas салмас سلماس սալմաստ სალმას
@ turkiye
kars kars= kars qars карс= карсе карса قارس կարս= կարսի կարսում ყარს
igdir ığdır iğdır igdir ыгдыр игдыр ایغدیر إغدير իգդիր იგდირ
agri ağrı= ağrı agri= агры آغری աղրի აგრი=
mus muş= mush= муш= موش= մուշ=
erzurum erzurum ərzurum эрзурум эрзерум ارزروم أرضروم էրզրում კარზრუმ ერზრუმ არზრუმ
erzincan erzincan ərzincan erzinjan эрзинджан ارزنجان أرزنجان էրզնկա երզնկա ერზინჯან
sivas sivas сивас سیواس سيواس սվազ სივას
malatya malatya malatia малать ملاتیا ملاطيه մալաթիա მალატია
elazig elazığ elazıg elazig элязыг элязиг الازیغ إلازيغ էլազըղ ელაზიღ
bitlis bitlis битлис بدلیس بدليس բիթլիս ბითლის
bingol bingöl бингёль бингель بینگل بينغول բինգյոլ ბინგოლ
hakkari hakkari хаккяри хаккари حکاری هكاري հաքարի ჰაქარი
sirnak şırnak sirnak ширнак شرناق شرناك շըրնաք შირნაქ
mardin mardin мардин ماردین ماردين մարդին მარდინ
batman batman= батман باتمان بطمان բաթման ბათმან
siirt siirt сиирт سیرت= سعرد սղերդ სიირთ
urfa şanlıurfa sanliurfa urfa шанлыурф урфа اورفا أورفا ուրֆա ურფა
gaziantep gaziantep antep газиантеп غازی‌عنتپ عينتاب عنتاب գազիանթեփ այնթապ გაზიანთეფ
adana adana адан= адане адана آدانا أضنه ադանա ადანა
mersin mersin мерсин مرسین مرسين մերսին მერსინ
hatay hatay хатай ختای هاتای هاتاي հաթայ ჰათაი
maras maraş kahramanmaraş мараш مرعش مرش= մարաշ მარაშ
izmir izmir измир ازمیر إزمير իզմիր იზმირ
bursa bursa bursa бурс= бурсе бурса بورسا بورصه= բուրսա ბურსა
antalya antalya antalia антал آنتالیا أنطاليا անթալիա ანტალია
konya konya кони= конья قونیه قونيه կոնիա კონია
kayseri kayseri кайсери قیصریه قيصري կեսարիա կայսերի კაისერი
samsun samsun самсун سامسون سامسون սամսուն სამსუნ
trabzon trabzon трабзон ترابوزان طرابزون տրապիզոն ტრაპიზონ ტრაბზონ
rize rize= ризе= ریزه ريزه რიზე=
artvin artvin артвин آرتوین أرتفين արդվին ართვინ
hopa hopa= хопа= хопе= հոպա= ხოფა=
@
sarp sarp= sarpi сарп= сарпи= سارپ سارب սարպի სარფ
@ turkiye
ardahan ardahan ардаган ардахан اردهان أردهان արդահան არტაან არდაჰან
diyarbakir diyarbakır diyarbakir диярбакыр دیاربکر ديار դիարբեքիր დიარბაქირ
@ iran
tabriz tabriz təbriz tebriz тебриз тавриз تبریز تبريز թավրիզ թաբրիզ თავრიზ თაბრიზ
urmia urmia urmiya urumiyə urmiye orumiyeh урми ارومیه اورمیه أرومي ուրմիա ურმია
ardabil ardabil ərdəbil erdebil ардебил ардабил اردبیل أردبيل արդաբիլ არდაბილ არდებილ
zanjan zanjan zəncan zencan зенджан занджан زنجان زنجان զանջան ზანჯან
maku maku= maku маку= ماکو ماكو մակու= მაკუ=
bazargan bazargan bazərgan базарган بازرگان բազարգան ბაზარგან
@
jolfa jolfa culfa джульф جلفا جولفا ջուլֆա ჯულფა
astara astara астар آستارا أستارا աստարա ასტარა
@ iran
rasht rasht rəşt reşt решт رشت= رشت ռեշտ რაშტ რეშთ
anzali anzali ənzəli enzeli энзели анзали انزلی أنزلي էնզելի անզալի ენზელ ანზალ
mashhad mashhad məşhəd meşhed мешхед машхад مشهد= مشهد մաշհադ მეშჰედ მაშჰად
qom qom= qum= kum= кум= куме= кума= قم= կում= ყომ= ყუმ=
isfahan isfahan esfahan isfəhan исфахан اصفهان أصفهان սպահան իսֆահան ისფაჰან ისპაჰან
shiraz shiraz şiraz шираз شیراز شيراز շիրազ შირაზ
ahvaz ahvaz əhvaz ахваз اهواز الأهواز ահվազ აჰვაზ
kerman kerman= kirman керман کرمان= كرمان կերման კერმან ქერმან
kermanshah kermanshah kirmanşah kermanşah керманшах کرمانشاه كرمانشاه քերմանշահ ქერმანშაჰ
hamadan hamadan həmədan hemedan хамадан همدان համադան ჰამადან
sanandaj sanandaj sənəndəc senendec санандадж سنندج սանանդաջ სანანდაჯ
yazd yazd= yəzd yezd йезд يزد یزد= եզդ იეზდ
bandar-abbas abbas= بندرعباس բանդար ბანდარ
chabahar chabahar çabahar чабахар چابهار تشابهار չաբահար ჩაბაჰარ
bushehr bushehr buşəhr buşehr бушер بوشهر բուշեհր ბუშეჰრ
natanz natanz nətənz нетенз натанз نطنز նաթանզ ნათანზ
fordow fordow fordo фордо فردو= فوردو ֆորդո ფორდო
gilan gilan= gilan гилян گیلان جيلان գիլան გილან
golestan golestan gülüstan golestan голестан گلستان غلستان գոլեստան გოლესტან
@ azerbaijan
ganja ganja gəncə gence гяндж= гяндж گنجه كنجه գանձակ գյանջա განჯა
sumgait sumgait sumqayıt sumqayit sumgayıt сумгаит сумгайыт سومگایت سومقاييت սումգայիթ სუმგაით
lankaran lankaran lənkəran lenkeran ленкоран لنکران لنكران լենքորան ლენქორან
shaki shaki= şəki şeki шеки= شکی= شاكي շաքի შექი შაქი=
quba quba= guba= губа= губе= губы= قوبا قبا= ყუბა
qabala qabala qəbələ gebele gabala габал قبله گابالا გაბალა ყაბალა
zaqatala zaqatala zakatala загатал закатал زاقاتالا ზაქათალა
khachmaz xaçmaz khachmaz hachmaz хачмаз خاچماز ხაჩმაზ
shamakhi şamaxı shamakhi şamahı шамах шемах شماخی شاماخي შამახა შემახა
alat ələt= ələtdə= ələtdən= ələtə= alyat алят ալյաթ ալաթ ალიათ
mingachevir mingəçevir mingachevir mingeçevir мингечаур مینگچویر მინგეჩაურ
shusha shusha şuşa шуша шуше شوشا شوشه շուշի შუშა შუში
khankendi khankendi xankəndi hankendi ханкенди خانکندی خانكندي ստեփանակերտ ხანქენდ
lachin lachin laçın лачын лачин لاچین لاتشين լաչին ლაჩინ
agdam ağdam agdam агдам آغدام أغدام աղդամ აღდამ
fuzuli füzuli fuzuli физули فضولی فضولي ֆիզուլի ფიზული
zangilan zangilan zəngilan zengilan зангелан зангилан زنگیلان زنغيلان զանգելան ზანგელან
jabrayil cəbrayıl jabrayil cebrail джебраил جبرائیل جبرائيل ջաբրայիլ ჯებრაილ
alat alat= ələt elet= алят алат= الت= ალატ ალათ
ordubad ordubad ордубад اردوباد أوردوباد օրդուբադ ორდუბად
@ georgia
batumi batumi batum batumi батум باتومی باطوم باتومي բաթում ბათუმ
poti poti= пот= поти= پوتی بوتي փոթի ფოთ
kutaisi kutaisi kutaysi kutais кутаис کوتایسی كوتايسي քութայիս ქუთაის
rustavi rustavi рустави روستاوی روستافي ռուսթավ რუსთავ
gori gori= гори= گوری= غوري= գորի= გორი= გორში გორის
zugdidi zugdidi зугдиди زوگدیدی زوغديدي զուգդիդ ზუგდიდ
telavi telavi телав تلاوی تيلافي թելավ თელავ
akhaltsikhe akhaltsikhe ahıska axalsix ахалцих آخالتسیخه أخالتسيخه ախալցխա ახალციხ
akhalkalaki akhalkalaki axalkələk ахалкалак آخالکالاکی ախալքալաք ახალქალაქ
marneuli marneuli marneul марнеул مارنئولی مارنيولي մարնեուլ მარნეულ
@
lars lars= larsi ларс لارس= լարս ლარს
@ georgia
anaklia anaklia anakliya анакли آناکلیا أناكليا անակլիա ანაკლია
sukhumi sukhumi suhumi suxumi сухум سوخومی سوخومي սուխում სოხუმ
tskhinvali tskhinvali tshinvali цхинвал تسخینوالی تسخينفالي ցխինվալ ცხინვალ
@ armenia
gyumri gyumri gümrü= gümrüdə gumri гюмри گیومری غيومري գյումր գիւմր გიუმრ
vanadzor vanadzor ванадзор وانادزور فانادزور վանաձոր ვანაძორ
kapan kapan= qafan kafan= капан= каплане کاپان كابان կապան კაპან
meghri meghri mehri megri мегри مغری ميغري مگری մեղրի მეღრ მეგრ
goris goris= gorus горис گوریس غوريس գորիս გორის=
syunik syunik sünik zəngəzur сюник سیونیک سيونيك սյունիք სიუნიქ
ijevan ijevan icevan иджеван ایجوان إيجيفان իջեւան იჯევან
metsamor metsamor мецамор متسامور ميتسامور մեծամոր მეწამორ
@ tajikistan
dushanbe dushanbe düşənbə duşanbe душанбе= دوشنبه= دوشانبه դուշանբե დუშანბე
@ uzbekistan
tashkent tashkent daşkənd taşkent ташкент تاشکند طشقند տաշքենդ ტაშკენტ
@ kazakhstan
astana astana= астан= астане астану астаны آستانه أستانا աստանա ასტანა
aktau aktau aktau aqtau актау آکتائو أكتاو აქტაუ
@ turkmenistan
ashgabat ashgabat aşqabad aşkabat ашхабад ашгабат عشق‌آباد عشق أشغابات عشقآباد աշխաբադ აშხაბად აშგაბატ
@ qatar
doha doha= doha doha'da доха= дохе доху دوحه الدوحه դոհա დოჰა
@ oman
muscat muscat maskat məskət маскат مسقط մասկատ მასკატ
@ saudi-arabia
riyadh riyadh riyad ər-riyad эр-рияд рияд ریاض= الرياض ռիադ էր-ռիադ რიად
@ emirates
abu-dhabi dhabi dabi zabi даби= ظبی ظبي դաբի დაბი=
dubai dubai dubay дубай دبی= دبي= دوبی դուբայ დუბაი
@ iraq
baghdad baghdad bağdad bağdat багдад بغداد بغداد բաղդադ ბაღდად
basra basra= bəsrə басра басре بصره البصره բասրա ბასრა
mosul mosul musul мосул موصل الموصل մոսուլ მოსულ
erbil erbil ərbil эрбил اربیل أربيل հէրբիլ էրբիլ ერბილ
kirkuk kirkuk kerkük kərkük киркук کرکوک كركوك քիրքուք ქირქუქ
@ syria
damascus damascus şam= dəməşq дамаск دمشق= دمشق դամասկոս დამასკ
aleppo aleppo halep hələb алеппо حلب= حلب հալեպ ალეპო
@ lebanon
beirut beirut beyrut бейрут بیروت بيروت բեյրութ ბეირუთ
@ egypt
cairo cairo kahire qahirə каир قاهره القاهره կահիրե კაირო ქაირო
@ palestine
gaza gaza= qəzza qəzzə gazze газ= газы= غزه= գազա ღაზა ღაზის
@
kabul kabul kabil кабул کابل= كابل քաբուլ ქაბულ
@ pakistan
islamabad islamabad исламабад اسلام‌آباد إسلام اسلامآباد իսլամաբադ ისლამაბად
@ china
beijing beijing pekin пекин پکن= بكين پکين պեկին პეკინ
@ belgium
brussels brussels brüksel brüssel брюссел بروکسل بروكسل բրյուսել ბრიუსელ
@ switzerland
geneva geneva cenevre cenevrə женев ژنو= جنيف ժնեւ ჟენევ
@ austria
vienna vienna viyana vyana вен= вене вены وین= فيينا վիեննա ვენა= ვენაში
@ france
paris paris= paris париж پاریس باريس փարիզ პარიზ
@ britain
london london londra лондон لندن լոնդոն ლონდონ
@ germany
berlin berlin берлин برلین برلين բեռլին ბერლინ
@ italy
rome rome= roma= roma рим= риме= рима= رم= روما հռոմ რომში რომის=
`;
