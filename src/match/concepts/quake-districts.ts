/**
 * Districts and counties that reports of earthquakes name, by province. Names that are words of
 * their own (`Kale`, `Bor`, `Of`) are left out: a province is named beside them as a rule.
 */
export const turkishDistricts = `
Adana: Aladağ, Ceyhan, Feke, İmamoğlu, Karaisalı, Karataş, Pozantı, Saimbeyli, Seyhan, Tufanbeyli, Yumurtalık, Yüreğir
Adıyaman: Besni, Çelikhan, Gerger, Kahta, Samsat, Sincik, Tut ilçesi
Afyonkarahisar: Başmakçı, Bayat ilçesi, Bolvadin, Dazkırı, Emirdağ, Evciler, İhsaniye, İscehisar, Kızılören, Sandıklı, Sinanpaşa, Sultandağı, Şuhut
Ağrı: Diyadin, Doğubayazıt, Eleşkirt, Hamur ilçesi, Patnos, Taşlıçay, Tutak
Aksaray: Eskil, Gülağaç, Güzelyurt, Ortaköy, Sarıyahşi
Amasya: Göynücek, Gümüşhacıköy, Merzifon, Suluova, Taşova
Ankara: Akyurt, Ayaş, Bala ilçesi, Beypazarı, Çamlıdere, Çankaya, Çubuk ilçesi, Elmadağ, Etimesgut, Gölbaşı, Haymana, Kahramankazan, Kalecik, Kızılcahamam, Mamak, Nallıhan, Polatlı, Pursaklar, Sincan ilçesi, Şereflikoçhisar, Yenimahalle
Antalya: Akseki, Aksu ilçesi, Demre, Döşemealtı, Elmalı, Finike, Gazipaşa, Gündoğmuş, İbradı, Kepez, Konyaaltı, Korkuteli, Kumluca, Manavgat, Muratpaşa, Serik
Artvin: Ardanuç, Arhavi, Borçka, Hopa, Murgul, Şavşat, Yusufeli
Aydın: Bozdoğan, Çine, Efeler, Germencik, İncirliova, Karacasu, Karpuzlu, Koçarlı, Kuşadası, Kuyucak, Nazilli, Söke, Sultanhisar, Yenipazar
Balıkesir: Altıeylül, Ayvalık, Balya, Bandırma, Bigadiç, Burhaniye, Dursunbey, Edremit, Erdek, Gömeç, Gönen, Havran, İvrindi, Karesi, Kepsut, Manyas, Savaştepe, Sındırgı, Susurluk
Bilecik: Bozüyük, Gölpazarı, İnhisar, Osmaneli, Pazaryeri, Söğüt
Bingöl: Adaklı, Genç ilçesi, Karlıova, Kiğı, Solhan, Yayladere, Yedisu
Bitlis: Adilcevaz, Ahlat, Güroymak, Hizan, Mutki, Tatvan
Bolu: Dörtdivan, Gerede, Göynük, Kıbrıscık, Mengen, Mudurnu, Seben, Yeniçağa
Burdur: Ağlasun, Altınyayla, Bucak, Çavdır, Çeltikçi, Gölhisar, Karamanlı, Tefenni, Yeşilova
Bursa: Büyükorhan, Gemlik, Gürsu, Harmancık, İnegöl, İznik, Karacabey, Kestel, Mudanya, Mustafakemalpaşa, Nilüfer, Orhaneli, Orhangazi, Osmangazi
Çanakkale: Ayvacık, Bayramiç, Bozcaada, Eceabat, Ezine, Gelibolu, Gökçeada, Lapseki, Biga, Yenice
Çankırı: Çerkeş, Ilgaz, Kurşunlu, Orta ilçesi, Şabanözü
Çorum: Alaca, Bayat, İskilip, Kargı, Osmancık, Sungurlu
Denizli: Acıpayam, Babadağ, Baklan, Bekilli, Beyağaç, Buldan, Çameli, Çardak, Çivril, Honaz, Merkezefendi, Pamukkale, Sarayköy, Serinhisar, Tavas
Diyarbakır: Bismil, Çermik, Çüngüş, Dicle, Eğil, Ergani, Hazro, Kocaköy, Kulp, Silvan, Yenişehir
Düzce: Akçakoca, Cumayeri, Çilimli, Gölyaka, Gümüşova, Kaynaşlı, Yığılca
Edirne: Enez, Havsa, İpsala, Keşan, Lalapaşa, Süloğlu, Uzunköprü
Elazığ: Ağın, Alacakaya, Arıcak, Baskil, Karakoçan, Keban, Kovancılar, Maden ilçesi, Palu, Sivrice
Erzincan: Çayırlı, İliç, Kemah, Kemaliye, Otlukbeli, Refahiye, Tercan, Üzümlü
Erzurum: Aşkale, Aziziye, Hınıs, Horasan, İspir, Karaçoban, Karayazı, Köprüköy, Narman, Oltu, Palandöken, Pasinler, Pazaryolu, Şenkaya, Tekman, Tortum, Uzundere
Eskişehir: Alpu, Beylikova, Çifteler, Günyüzü, İnönü, Mihalgazi, Mihalıççık, Odunpazarı, Seyitgazi, Sivrihisar, Tepebaşı
Gaziantep: Araban, İslahiye, Karkamış, Nizip, Nurdağı, Oğuzeli, Şahinbey, Şehitkamil, Yavuzeli
Giresun: Alucra, Bulancak, Dereli, Espiye, Eynesil, Görele, Şebinkarahisar, Tirebolu
Gümüşhane: Kelkit, Kürtün, Şiran, Torul
Hakkari: Çukurca, Derecik, Şemdinli, Yüksekova
Hatay: Altınözü, Arsuz, Belen, Defne, Dörtyol, Erzin, Hassa, İskenderun, Kırıkhan, Kumlu, Payas, Reyhanlı, Samandağ, Yayladağı
Iğdır: Aralık ilçesi, Karakoyunlu, Tuzluca
Isparta: Eğirdir, Gelendost, Keçiborlu, Senirkent, Sütçüler, Şarkikaraağaç, Uluborlu, Yalvaç
İstanbul: Arnavutköy, Avcılar, Bağcılar, Bakırköy, Başakşehir, Beylikdüzü, Beyoğlu, Büyükçekmece, Çatalca, Esenyurt, Fatih ilçesi, Kadıköy, Kartal, Küçükçekmece, Maltepe, Pendik, Silivri, Şile, Tuzla, Üsküdar, Zeytinburnu
İzmir: Aliağa, Balçova, Bayraklı, Bergama, Bornova, Buca, Çeşme, Çiğli, Dikili, Foça, Karaburun, Karşıyaka, Kemalpaşa, Kınık, Kiraz ilçesi, Konak ilçesi, Menderes, Menemen, Narlıdere, Ödemiş, Seferihisar, Selçuk, Tire, Torbalı, Urla
Kahramanmaraş: Afşin, Andırın, Çağlayancerit, Dulkadiroğlu, Ekinözü, Elbistan, Göksun, Nurhak, Onikişubat, Pazarcık, Türkoğlu
Karabük: Eflani, Eskipazar, Safranbolu
Karaman: Ermenek, Kazımkarabekir, Sarıveliler
Kars: Akyaka, Arpaçay, Digor, Kağızman, Sarıkamış, Selim ilçesi, Susuz ilçesi
Ardahan: Çıldır, Damal, Göle ilçesi, Hanak, Posof
Kastamonu: Abana, Cide, Daday, Devrekani, İnebolu, Taşköprü, Tosya
Kayseri: Bünyan, Develi, Felahiye, Hacılar, Kocasinan, Melikgazi, Pınarbaşı, Sarıoğlan, Sarız, Talas, Tomarza, Yahyalı
Kırşehir: Akpınar, Boztepe, Çiçekdağı, Kaman, Mucur
Kırklareli: Babaeski, Demirköy, Lüleburgaz, Pınarhisar, Vize ilçesi
Kilis: Elbeyli, Musabeyli, Polateli
Kocaeli: Başiskele, Çayırova, Darıca, Derince, Dilovası, Gebze, Gölcük, Kandıra, Karamürsel, Kartepe, Körfez ilçesi
Konya: Akşehir, Altınekin, Beyşehir, Bozkır, Cihanbeyli, Çumra, Derebucak, Ereğli, Hadim, Ilgın, Kadınhanı, Karapınar, Kulu, Meram, Sarayönü, Selçuklu, Seydişehir, Taşkent ilçesi, Tuzlukçu, Yunak
Kütahya: Altıntaş, Aslanapa, Çavdarhisar, Domaniç, Dumlupınar, Emet, Gediz, Hisarcık, Simav, Şaphane, Tavşanlı
Malatya: Akçadağ, Arapgir, Arguvan, Battalgazi, Darende, Doğanşehir, Doğanyol, Hekimhan, Kuluncak, Pütürge, Yazıhan, Yeşilyurt
Manisa: Akhisar, Alaşehir, Demirci, Gölmarmara, Gördes, Kırkağaç, Köprübaşı, Kula, Salihli, Sarıgöl, Saruhanlı, Selendi, Soma, Şehzadeler, Turgutlu, Yunusemre
Mardin: Dargeçit, Derik, Kızıltepe, Mazıdağı, Midyat, Nusaybin, Ömerli, Savur
Mersin: Akdeniz ilçesi, Anamur, Aydıncık, Bozyazı, Çamlıyayla, Erdemli, Gülnar, Mezitli, Mut ilçesi, Silifke, Tarsus, Toroslar
Muğla: Bodrum, Dalaman, Datça, Fethiye, Kavaklıdere, Köyceğiz, Marmaris, Menteşe, Milas, Ortaca, Seydikemer, Yatağan
Muş: Bulanık ilçesi, Hasköy, Korkut, Malazgirt, Varto
Nevşehir: Acıgöl, Avanos, Derinkuyu, Gülşehir, Hacıbektaş, Kozaklı, Ürgüp
Niğde: Altunhisar, Bor ilçesi, Çamardı, Çiftlik ilçesi, Ulukışla
Ordu: Akkuş, Aybastı, Fatsa, Gölköy, Mesudiye, Perşembe ilçesi, Ulubey, Ünye
Osmaniye: Bahçe ilçesi, Düziçi, Hasanbeyli, Kadirli, Sumbas, Toprakkale
Rize: Ardeşen, Çamlıhemşin, Çayeli, Fındıklı, Pazar ilçesi
Sakarya: Adapazarı, Akyazı, Arifiye, Erenler, Ferizli, Geyve, Hendek, Karapürçek, Karasu, Kaynarca, Kocaali, Pamukova, Sapanca, Serdivan, Söğütlü, Taraklı
Samsun: Atakum, Bafra, Çarşamba ilçesi, Havza, Kavak ilçesi, Ladik, Terme, Vezirköprü
Siirt: Baykan, Eruh, Kurtalan, Pervari, Tillo
Sinop: Ayancık, Boyabat, Durağan, Gerze, Türkeli
Sivas: Akıncılar, Divriği, Doğanşar, Gemerek, Gürün, Hafik, İmranlı, Kangal, Koyulhisar, Suşehri, Şarkışla, Yıldızeli, Zara
Şanlıurfa: Akçakale, Birecik, Bozova, Ceylanpınar, Eyyübiye, Halfeti, Haliliye, Harran, Hilvan, Siverek, Suruç, Viranşehir
Şırnak: Beytüşşebap, Cizre, Güçlükonak, İdil ilçesi, Silopi, Uludere
Tekirdağ: Çerkezköy, Çorlu, Ergene, Hayrabolu, Kapaklı, Malkara, Marmaraereğlisi, Muratlı, Saray ilçesi, Süleymanpaşa, Şarköy
Tokat: Almus, Artova, Başçiftlik, Erbaa, Niksar, Reşadiye, Sulusaray, Turhal, Yeşilyurt, Zile
Trabzon: Akçaabat, Araklı, Arsin, Beşikdüzü, Maçka, Sürmene, Tonya, Vakfıkebir, Yomra
Tunceli: Çemişgezek, Hozat, Mazgirt, Nazımiye, Ovacık, Pertek, Pülümür
Uşak: Banaz, Eşme, Karahallı, Sivaslı
Van: Bahçesaray, Başkale, Çaldıran, Çatak, Edremit, Erciş, Gevaş, Gürpınar, İpekyolu, Muradiye, Özalp, Tuşba
Batman: Beşiri, Gercüş, Hasankeyf, Kozluk, Sason
Yalova: Altınova, Armutlu, Çınarcık, Çiftlikköy, Termal ilçesi
Yozgat: Akdağmadeni, Boğazlıyan, Çekerek, Sarıkaya, Sorgun, Yerköy
Zonguldak: Alaplı, Çaycuma, Devrek, Gökçebey
`;

/** In the spelling of the English-language press. */
export const iranianCounties = `
Ardabil: Ardabil, Bileh Savar, Germi, Khalkhal, Kowsar, Meshginshahr, Namin, Parsabad, Sarein
East Azerbaijan: Ajabshir, Azarshahr, Bonab, Bostanabad, Charuymaq, Hadishahr, Hashtrud, Hurand, Jolfa, Kaleybar, Khoda Afarin, Malekan, Maragheh, Marand, Mianeh, Oskui, Osku, Sarab, Shabestar, Tabriz, Varzaqan
West Azerbaijan: Bukan, Chaldoran, Khoy, Mahabad, Maku, Miandoab, Naqadeh, Oshnavieh, Piranshahr, Poldasht, Salmas, Sardasht, Shahin Dezh, Showt, Takab, Urmia
Bushehr: Asaluyeh, Bandar Dayyer, Bandar Ganaveh, Borazjan, Bushehr, Dashtestan, Deylam, Kangan, Khormoj, Tangestan
Chaharmahal: Ardal, Borujen, Farsan, Kiar, Kuhrang, Lordegan, Shahrekord
Fars: Abadeh, Arsanjan, Bavanat, Darab, Eqlid, Estahban, Farashband, Fasa, Firuzabad, Gerash, Jahrom, Kazerun, Kherameh, Khonj, Lamerd, Larestan, Marvdasht, Mohr, Neyriz, Nurabad, Qir, Sarvestan, Sepidan, Shiraz, Zarrin Dasht
Gilan: Amlash, Astaneh-ye Ashrafiyeh, Bandar Anzali, Fuman, Lahijan, Langarud, Lowshan, Manjil, Rasht, Rezvanshahr, Rudbar, Rudsar, Siahkal, Talesh
Golestan: Aliabad, Aq Qala, Azadshahr, Gonbad-e Kavus, Gorgan, Kalaleh, Kordkuy, Maraveh Tappeh, Minudasht, Ramian
Hamadan: Famenin, Hamadan, Kabudarahang, Malayer, Nahavand, Razan, Tuyserkan
Hormozgan: Bandar Abbas, Bandar Khamir, Bandar Lengeh, Bashagard, Bastak, Hajjiabad, Jask, Minab, Parsian, Qeshm, Rudan, Sirik
Ilam: Abdanan, Badreh, Darreh Shahr, Dehloran, Eyvan, Ilam, Mehran, Murmuri
Isfahan: Aran va Bidgol, Ardestan, Chadegan, Falavarjan, Fereydunshahr, Golpayegan, Isfahan, Kashan, Khansar, Lenjan, Mobarakeh, Nain, Natanz, Semirom, Shahreza
Kerman: Anbarabad, Baft, Bardsir, Faryab, Golbaf, Jiroft, Kahnuj, Kerman, Kuhbanan, Manujan, Narmashir, Rafsanjan, Ravar, Rayen, Rigan, Rudbar-e Jonub, Shahdad, Shahr-e Babak, Sirjan, Zarand
Kermanshah: Dalahu, Eslamabad-e Gharb, Ezgeleh, Gilan-e Gharb, Harsin, Javanrud, Kangavar, Kermanshah, Paveh, Qasr-e Shirin, Ravansar, Sahneh, Salas-e Babajani, Sarpol-e Zahab, Songhor, Sumar, Tazehabad
Khorasan: Bajestan, Bardaskan, Birjand, Bojnurd, Boshruyeh, Chenaran, Dargaz, Esfarayen, Fariman, Ferdows, Garmeh, Gonabad, Jajarm, Kashmar, Khalilabad, Khusf, Mahvelat, Mashhad, Nehbandan, Neyshabur, Qaen, Quchan, Rashtkhvar, Sabzevar, Sarakhs, Sarayan, Sarbisheh, Tabas, Taybad, Torbat-e Heydarieh, Torbat-e Jam, Zaveh, Zirkuh
Khuzestan: Abadan, Ahvaz, Andika, Andimeshk, Baghmalek, Behbahan, Dezful, Gotvand, Haftkel, Hendijan, Hoveyzeh, Izeh, Khorramshahr, Lali, Mahshahr, Masjed Soleyman, Omidiyeh, Ramhormoz, Ramshir, Shadegan, Shush, Shushtar, Susangerd
Kohgiluyeh: Basht, Boyer-Ahmad, Dehdasht, Dena, Gachsaran, Landeh, Margown, Sisakht, Yasuj
Kurdistan: Baneh, Bijar, Dehgolan, Divandarreh, Kamyaran, Marivan, Qorveh, Sanandaj, Saqqez
Lorestan: Aligudarz, Azna, Borujerd, Delfan, Dorud, Khorramabad, Kuhdasht, Poldokhtar, Selseleh
Markazi: Arak, Ashtian, Delijan, Khomein, Mahallat, Saveh, Shazand, Tafresh
Mazandaran: Amol, Babol, Babolsar, Behshahr, Chalus, Fereydunkenar, Galugah, Juybar, Neka, Nowshahr, Ramsar, Sari, Savadkuh, Tonekabon
Qazvin: Abyek, Alborz, Avaj, Buin Zahra, Qazvin, Takestan
Semnan: Damghan, Garmsar, Mehdishahr, Semnan, Shahrud
Sistan: Chabahar, Dalgan, Hirmand, Iranshahr, Khash, Konarak, Mirjaveh, Nikshahr, Qasr-e Qand, Rask, Saravan, Sarbaz, Sib va Suran, Zabol, Zahedan, Zehak
Tehran: Damavand, Eslamshahr, Firuzkuh, Karaj, Malard, Nazarabad, Pakdasht, Pishva, Qarchak, Robat Karim, Rey, Savojbolagh, Shahriar, Shemiranat, Taleqan, Varamin
Yazd: Abarkuh, Ardakan, Ashkezar, Bafq, Bahabad, Behabad, Mehriz, Meybod, Taft, Yazd
Zanjan: Abhar, Khodabandeh, Khorramdarreh, Mahneshan, Soltanieh, Tarom, Zanjan
`;
