/** What a reader must find in a topic of the demo, and what must not be there, as paths of articles. */
export interface TopicExpectation {
  readonly topic: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** The meeting in Baku, told by five outlets in five languages. */
export const seedStory: Readonly<Record<string, string>> = {
  'absheron-az': '/absheron/xeber/4410991',
  'alvand-fa': '/alvand/news/1404111871/دیدار-وزیر-دفاع-با-علی‌اف',
  'kura-en': '/kura/2026/02/07/aliyev-nasirzadeh-baku',
  'meridian-ru': '/meridian/mir/312077',
  'poyraz-tr': '/poyraz/dunya/aliyev-nasirzade-baku-4471',
};

export const expectations: readonly TopicExpectation[] = [
  {
    topic: 'azerbaijan-iran',
    present: [
      ...Object.values(seedStory),
      '/absheron/xeber/4410862',
      '/goygol/astara-gece-gunduz',
      '/ledger/transport/astara-round-the-clock',
      '/alvand/news/1404111850/کمیسیون-خداآفرین',
      '/bulvar/ekonomika/20413.html',
      '/bulvar/ekonomika/20421.html',
      '/aragats/am/8842',
      '/mtkvari/ambebi/6120',
      '/diffatayn/news/33018',
    ],
    absent: [
      // A fire in a province of Iran that bears the name of Azerbaijan.
      '/qizilqus/news/detail/70218',
      '/poyraz/dunya/tebriz-carsi-yangini-4475',
      '/sepidar/fa/news/51204',
      '/meridian/mir/312081',
      '/kura/2026/02/07/tabriz-market-fire',
      '/diffatayn/news/33003',
      '/sepidar/fa/news/51188',
      // Football between clubs of both.
      '/qizilqus/news/detail/70215',
      '/poyraz/spor/karabag-traktor-4474',
      '/sepidar/fa/news/51201',
      // Both names in a read-also link only.
      '/meridian/obschestvo/312070',
      '/kura/2026/02/06/rtveli-museum',
      // Both names in a list of participants.
      '/kizilirmak/haber/88152',
      '/silkroad/wire/9931',
      // Weather and exchange rates of the region.
      '/goygol/hava-8-fevral',
      '/goygol/valyuta-7-fevral',
      '/bulvar/pogoda/20424.html',
      // Tirana is no Iran.
      '/poyraz/dunya/tiran-konsolosluk-4468',
      '/ledger/diplomacy/tirana-consulate',
      '/aragats/am/8831',
      '/mtkvari/ambebi/6108',
    ],
  },
  {
    topic: 'south-caucasus-transport',
    present: [
      '/absheron/xeber/4410790',
      '/kizilirmak/haber/88120',
      '/kura/2026/02/05/btk-january',
      '/kura/2026/02/06/upper-lars-closed',
      '/meridian/ekonomika/312048',
      '/mtkvari/ambebi/6114',
    ],
    absent: [
      '/kura/2026/02/05/tbilisi-trams',
      '/goygol/valyuta-7-fevral',
      '/sepidar/fa/news/51188',
    ],
  },
  {
    topic: 'caspian',
    present: [
      '/meridian/nauka/312031',
      '/ledger/sea/caspian-record-low',
      '/alvand/news/1404111843/تراز-آب-خزر',
      '/bulvar/obshchestvo/20419.html',
    ],
    absent: [
      '/poyraz/yasam/bogaz-lufer-4455',
      '/sepidar/fa/news/51188',
      '/kura/2026/02/05/tbilisi-trams',
    ],
  },
  {
    topic: 'earthquakes-turkiye-iran',
    present: [
      '/kizilirmak/haber/88141',
      '/sarsinti/bulten/2026-0217',
      '/sarsinti/bulten/2026-0219',
      '/silkroad/wire/9929',
      '/alvand/news/1404111866/زمین‌لرزه-راور',
      '/diffatayn/news/33007',
    ],
    absent: [
      '/poyraz/gundem/6-subat-anma-4461',
      '/kizilirmak/haber/88133',
      '/sarsinti/bulten/2026-0214',
      '/sarsinti/bulten/2026-0209',
    ],
  },
];

/** Articles that tell one event; any other article is an event of its own. */
export const stories: readonly (readonly string[])[] = [
  Object.values(seedStory),
  [
    '/absheron/xeber/4410862',
    '/goygol/astara-gece-gunduz',
    '/ledger/transport/astara-round-the-clock',
  ],
  ['/alvand/news/1404111850/کمیسیون-خداآفرین', '/bulvar/ekonomika/20413.html'],
  ['/aragats/am/8842', '/mtkvari/ambebi/6120', '/diffatayn/news/33018'],
  ['/absheron/xeber/4410790', '/kizilirmak/haber/88120', '/kura/2026/02/05/btk-january'],
  [
    '/kura/2026/02/06/upper-lars-closed',
    '/meridian/ekonomika/312048',
    '/mtkvari/ambebi/6114',
    '/aragats/am/8836',
  ],
  [
    '/meridian/nauka/312031',
    '/ledger/sea/caspian-record-low',
    '/alvand/news/1404111843/تراز-آب-خزر',
  ],
  ['/kizilirmak/haber/88141', '/sarsinti/bulten/2026-0217', '/silkroad/wire/9929'],
  ['/sarsinti/bulten/2026-0219', '/alvand/news/1404111866/زمین‌لرزه-راور', '/diffatayn/news/33007'],
];
