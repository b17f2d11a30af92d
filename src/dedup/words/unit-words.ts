/**
 * What a figure counts or measures, in eight languages: one unit a line, stems as in the event
 * words, in the order az | tr | en | ru | fa | ar | hy | ka. What has no line here may be counted by a
 * meaning of its own: `five dead`, `two tankers`.
 */
export const unitWords = `
percent | faiz | yüzde | percent per= | процент | درصد | بالمئة بالمائة | տոկոս | პროცენტ
dollar | dollar | dolar | dollar usd= | доллар | دلار | دولار | դոլար | დოლარ
euro | avro | avro euro | euro | евро | یورو | يورو | եվրո | ევრო
manat | manat | manat | manat | манат | منات | مانات | մանաթ | მანათ
lira | lirə | lira | lira | лир= лира лиры | لیر | ليرة | լիրա | ლირა
rouble | rubl | ruble | ruble rouble | рубл | روبل | روبل | ռուբլ | რუბლ
lari | lari | lari | lari | лари= | لاری | لاري | լարի | ლარი ლარ=
dram | dram | dram | dram | драм | درام | درام | դրամ | დრამ
rial | rial tümən | riyal tümen | rial toman riyal | риал туман | ریال تومان | ريال تومان | ռիալ թուման | რიალ თუმან
kilometre | kilometr km= | kilometre km= | kilomet km= | километр км= | کیلومتر | كيلومتر كم= | կիլոմետր կմ= | კილომეტრ კმ=
metre | metr= metrlik | metre= metrelik | metre= metres= meter | метр= метра метров метровы | متر= متری | متر= مترا | մետր= մետրանոց | მეტრი მეტრის
hectare | hektar | hektar dönüm | hectare | гектар | هکتار | هكتار | հեկտար | ჰექტარ
square | kvadrat | metrekare | square | квадратн кв= | مترمربع مربع | مربع | քառակուսի | კვადრატ
cubic | kubmetr kub= | metreküp | cubic | кубометр кубическ | مترمکعب مکعب | مكعب | խորանարդ | კუბურ
kilo | kiloqram kq= kilo | kilo= kilogram kg= kiloluk | kilo= kilos= kilogram kg= | килограмм кг= | کیلو کیلوگرم | كيلوغرام كيلو كغ= | կիլոգրամ կգ= | კილოგრამ კილო
ton | ton= tonluq tonu | ton= tonluk tonu | ton= tons= tonne | тонн | تن= تنی | طن= طنا أطنان | տոննա | ტონა ტონის
barrel | barel barrel | varil | barrel | баррел | بشکه | برميل براميل | բարել | ბარელ
megawatt | meqavat mvt= | megavat mw= | megawatt mw= | мегаватт мвт= | مگاوات | ميغاواط | մեգավատ մվտ= | მეგავატ
degree | dərəcə | derece | degree | градус | درجه | درجة | աստիճան | გრადუს
magnitude | bal= ballıq maqnitud | büyüklüğünde şiddet | magnitude | магнитуд балл | ریشتر | درجة ريختر | մագնիտուդ բալ= | მაგნიტუდ ბალი
hour | saat | saat | hour | час= часа часов | ساعت | ساعة ساعات | ժամ= ժամվա | საათ
minute | dəqiqə | dakika | minute | минут | دقیقه | دقيقة دقائق | րոպե | წუთ
day | gün= günlük gündə | gün= günlük günde | day= days= | день= дня= дней дневны | روز= روزه | يوم أيام | օր= օրվա օրյա | დღე= დღის დღიანი
month | ay= aylıq ayda | ay= aylık ayda | month | месяц | ماه= ماهه | شهر أشهر | ամիս ամս | თვე= თვის
year | il= illik ildə yaşlı yaşında | yıl= yıllık yaşında yaşındaki | year aged= | год= года лет= летн | سال= ساله | سنة سنوات عاما | տարի տարեկան տարվա | წელი წლის წლიანი
person | nəfər insan adam= | kişi insan | people person persons | человек людей | نفر= | شخص أشخاص شخصا | մարդ հոգի= անձ | ადამიან კაცი
point | xal= xalla | puan sayı= | point | очк очко пункт | امتیاز | نقطة نقاط | միավոր | ქულა ქულის
seat | mandat yer= | sandalye milletvekilliği | seat | мандат мест= | کرسی | مقعد مقعدا | մանդատ | მანდატ
`;
