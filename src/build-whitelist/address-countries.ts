import { words } from '../company/words.ts';

/**
 * How addresses of the IEEE register are written, by country. Its third line is "city region postcode" without
 * separators, so the region has to be known by name to be taken off the city. Regions: the subdivisions of
 * ISO 3166-2 under the names and abbreviations that occur, without accents; case does not matter.
 */
export type AddressCountry = {
  /** The postcode as it should be read, from the end of the line; groups are joined by `join`. */
  readonly postcode: RegExp;
  readonly join: string;
  /** As words. */
  readonly regions: readonly (readonly string[])[];
};

type Row = readonly [postcode: RegExp, join: string, regions: string];

const FIVE = /(?:[A-Z]{1,2}[- ]?)?(\d{5})$/i;
const FOUR = /(?:[A-Z]{1,2}[- ]?)?(\d{4})$/i;
const SIX = /(\d{6})$/;

const ROWS: Readonly<Record<string, Row>> = {
  US: [
    /(\d{5})(?:[- ]?\d{4})?$/,
    '',
    'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|Alabama|Alaska|Arizona|Arkansas|California|Calif|Colorado|Connecticut|Conn|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Mass|Michigan|Mich|Minnesota|Minn|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Penn|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wisc|Wyoming|USA',
  ],
  CA: [
    /([A-Z]\d[A-Z])[- ]?(\d[A-Z]\d)$/i,
    ' ',
    'AB|BC|MB|NB|NL|NF|NS|NT|NU|ON|ONT|PE|PEI|QC|PQ|SK|YT|Alberta|British Columbia|B C|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|Saskatchewan|Yukon|Canada',
  ],
  GB: [
    /([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/i,
    ' ',
    'England|Scotland|Wales|Northern Ireland|UK|United Kingdom|Bedfordshire|Beds|Berkshire|Berks|Buckinghamshire|Bucks|Cambridgeshire|Cambs|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset|Durham|County Durham|East Sussex|West Sussex|Sussex|Essex|Gloucestershire|Glos|Greater London|Greater Manchester|Hampshire|Hants|Herefordshire|Hertfordshire|Herts|Isle of Wight|Kent|Lancashire|Lancs|Leicestershire|Leics|Lincolnshire|Lincs|Merseyside|Middlesex|Midlothian|Norfolk|Northamptonshire|Northants|Northumberland|North Yorkshire|Nottinghamshire|Notts|Oxfordshire|Oxon|Rutland|Shropshire|Somerset|South Yorkshire|Staffordshire|Staffs|Suffolk|Surrey|Tyne and Wear|Tyne Wear|Warwickshire|Warks|West Midlands|West Yorkshire|Wiltshire|Wilts|Worcestershire|Worcs|Yorkshire|East Yorkshire|Aberdeenshire|Fife|Lothian|West Lothian|East Lothian|Lanarkshire|Renfrewshire|Strathclyde|Stirlingshire|Tayside|Gwent|Glamorgan|South Glamorgan|Mid Glamorgan|Powys|Gwynedd|Clwyd|Dyfed|Antrim|Co Antrim|Down|Co Down|Armagh|Avon|Cleveland|Humberside',
  ],
  DE: [
    /(?:\bD(?:E)?[- ]{0,3})?(\d{5})$/i,
    '',
    'Baden Wurttemberg|Baden Wuerttemberg|Baden Wurtemberg|Baden Wurttenberg|Wurttemberg|BW|BaWu|Bayern|Bavaria|BY|Bay|Berlin|BE|Brandenburg|BB|Bremen|HB|Hamburg|HH|Hessen|Hesse|HE|Mecklenburg Vorpommern|MV|Niedersachsen|Lower Saxony|NI|NDS|Nordrhein Westfalen|Nordrhein Westphalen|North Rhine Westphalia|North Rhine Westfalia|North Rhine|NRW|NW|Westfalen|Rheinland Pfalz|Rhineland Palatinate|RLP|RP|Saarland|SL|Sachsen|Saxony|SN|Sachsen Anhalt|Saxony Anhalt|ST|Schleswig Holstein|SH|Thuringen|Thueringen|Thuringia|TH|DE|Germany|Deutschland',
  ],
  AT: [
    /(?:\bA(?:T)?[- ]{0,3})?(\d{4})$/i,
    '',
    'Wien|Vienna|Niederosterreich|Niederoesterreich|Lower Austria|NO|NOE|Oberosterreich|Oberoesterreich|Upper Austria|OO|OOE|Salzburg|Steiermark|Styria|STMK|Tirol|Tyrol|Vorarlberg|Karnten|Kaernten|Carinthia|Burgenland|Austria|AT',
  ],
  CH: [
    /(?:\bCH[- ]{0,3})?(\d{4})$/i,
    '',
    'AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH|CH|Aargau|Appenzell|Basel Land|Basel Landschaft|Basel Stadt|Bern|Fribourg|Geneva|Geneve|Glarus|Graubunden|Jura|Luzern|Lucerne|Neuchatel|Nidwalden|Obwalden|Sankt Gallen|St Gallen|Schaffhausen|Schwyz|Solothurn|Thurgau|Ticino|Uri|Vaud|Valais|Wallis|Zug|Zurich|Zuerich|Switzerland|Suisse|Schweiz',
  ],
  LI: [FOUR, '', 'Liechtenstein|FL|Vaduz|Oberland|Unterland'],
  FR: [
    /(?:\bFR?[- ]{1,3})?(\d{2})[ ]?(\d{3})(?: ?CEDEX ?\d{0,2})?$/i,
    '',
    'Ile de France|IDF|Ile de france|Rhone Alpes|Rhone Alps|Auvergne Rhone Alpes|ARA|Auvergne|Alsace|Aquitaine|Nouvelle Aquitaine|Bourgogne|Bretagne|Brittany|Centre|Champagne Ardenne|Corse|Franche Comte|Languedoc Roussillon|Limousin|Lorraine|Lorraine|Midi Pyrenees|Nord Pas de Calais|Normandie|Basse Normandie|Haute Normandie|Pays de la Loire|Picardie|Poitou Charentes|PACA|Provence Alpes Cote d Azur|Provence|Occitanie|Grand Est|Hauts de France|Hauts de Seine|Haut de Seine|Seine et Marne|Essonne|Yvelines|Val de Marne|Val d Oise|Seine Saint Denis|Isere|Rhone|Haute Savoie|Savoie|Loire Atlantique|Ille et Vilaine|Finistere|Haute Garonne|Bouches du Rhone|Alpes Maritimes|Var|Vaucluse|Gironde|Nord|Ain|Drome|Loiret|Loire|Maine et Loire|Bas Rhin|Haut Rhin|Cote d Or|Doubs|Eure|Calvados|Oise|Charente|Charente Maritime|Vendee|Morbihan|Cotes d Armor|Sarthe|Vienne|Herault|Gard|Herault|Indre et Loire|Eure et Loir|Marne|Meurthe et Moselle|Moselle|Lot|Tarn|France|FR|Cedex',
  ],
  IT: [
    /(?:\bIT?[- ]{1,3})?(\d{5})$/i,
    '',
    'AG|AL|AN|AO|AQ|AR|AP|AT|AV|BA|BG|BI|BL|BN|BO|BR|BS|BT|BZ|CA|CB|CE|CH|CL|CN|CO|CR|CS|CT|CZ|EN|FC|FE|FG|FI|FM|FR|GE|GO|GR|IM|IS|KR|LC|LE|LI|LO|LT|LU|MB|MC|ME|MI|MN|MO|MS|MT|NA|NO|NU|OR|PA|PC|PD|PE|PG|PI|PN|PO|PR|PT|PU|PV|PZ|RA|RC|RE|RG|RI|RM|RN|RO|SA|SI|SO|SP|SR|SS|SV|TA|TE|TN|TO|TP|TR|TS|TV|UD|VA|VB|VC|VE|VI|VR|VT|VV|Abruzzo|Basilicata|Calabria|Campania|Emilia Romagna|Friuli|Friuli Venezia Giulia|Lazio|Liguria|Lombardia|Lombardy|Marche|Molise|Piemonte|Piedmont|Puglia|Sardegna|Sicilia|Toscana|Tuscany|Trentino|Trentino Alto Adige|Alto Adige|Umbria|Veneto|Italy|Italia|Italien|IT|Milano|Milan|Torino|Turin|Roma|Rome|Bologna|Bergamo|Brescia|Vicenza|Verona|Padova|Treviso|Modena|Reggio Emilia|Parma|Varese|Como|Lecco|Monza|Monza Brianza|Monza e Brianza|Monza e della Brianza|Pavia|Firenze|Florence|Pisa|Ancona|Udine|Pordenone|Bolzano|Trento|Genova|Cuneo|Novara|Alessandria|Napoli|Bari|Catania|Venezia|Rimini|Ravenna|Forli Cesena|Piacenza|Cremona|Mantova|Lodi|Perugia|Pesaro Urbino|Latina|Asti|Biella',
  ],
  ES: [
    /(?:\bES?[- ]{1,3})?(\d{5})$/i,
    '',
    'Madrid|Barcelona|Valencia|Vizcaya|Bizkaia|Biscay|Guipuzcoa|Gipuzkoa|Alava|Navarra|Zaragoza|Sevilla|Malaga|Granada|Cordoba|Almeria|Cadiz|Alicante|Castellon|Murcia|Asturias|Cantabria|Burgos|Valladolid|Leon|Salamanca|Coruna|A Coruna|La Coruna|Pontevedra|Lugo|Ourense|Girona|Gerona|Tarragona|Lleida|Lerida|Baleares|Islas Baleares|Toledo|La Rioja|Rioja|Aragon|Catalunya|Catalonia|Cataluna|Andalucia|Galicia|Pais Vasco|Basque Country|Comunidad de Madrid|Castilla y Leon|Castilla La Mancha|Albacete|Ciudad Real|Cuenca|Guadalajara|Huesca|Teruel|Jaen|Huelva|Palencia|Soria|Segovia|Avila|Zamora|Caceres|Badajoz|Extremadura|Las Palmas|Tenerife|Spain|Espana|ES',
  ],
  NL: [
    /(?:\bNL[- ]{0,3})?(\d{4}) ?([A-Z]{2})$/i,
    ' ',
    'Noord Brabant|North Brabant|N Brabant|NB|NBR|Brabant|Gelderland|GLD|Utrecht|UT|Zuid Holland|ZH|South Holland|Z Holland|Noord Holland|NH|North Holland|N Holland|Overijssel|OV|Limburg|LB|LI|Friesland|FR|Groningen|GR|Drenthe|DR|Flevoland|FL|Zeeland|ZE|Zuid Hollland|The Netherlands|Netherlands|Nederland|NL|Holland',
  ],
  BE: [
    /(?:\bB(?:E)?[- ]{0,3})?(\d{4})$/i,
    '',
    'Antwerp|Antwerpen|Vlaams Brabant|Flemish Brabant|Brabant Wallon|Walloon Brabant|Brabant|Oost Vlaanderen|East Flanders|West Vlaanderen|West Flanders|Vlaanderen|Flanders|Limburg|Liege|Hainaut|Namur|Luxembourg|Belgium|BE',
  ],
  LU: [/(?:\bL(?:U)?[- ]{0,3})?(\d{4})$/i, '', 'Luxembourg|LU'],
  SE: [
    /(?:\bS(?:E)?[- ]{0,3})?(\d{3}) ?(\d{2})$/i,
    ' ',
    'Skane|Stockholm|Stockholms lan|Vastra Gotaland|Vastra Gotalands lan|Ostergotland|Uppsala lan|Vastmanland|Sodermanland|Varmland|Smaland|Halland|Blekinge|Dalarna|Gavleborg|Orebro|Jonkoping|Kronoberg|Kalmar|Vasterbotten|Norrbotten|Jamtland|Vasternorrland|Sverige|Sweden|SE',
  ],
  DK: [
    /(?:\bDK?[- ]{0,3})?(\d{4})$/i,
    '',
    'Denmark|Danmark|DK|Zealand|Sjaelland|Jylland|Jutland|Fyn|Funen|Hovedstaden|Midtjylland|Syddanmark|Nordjylland|Aarhus Municipallity|Copenhagen|Kobenhavn|Nordjutland|Region Hovedstaden|Capital Region',
  ],
  NO: [
    /(?:\bN(?:O)?[- ]{0,3})?(\d{4})$/i,
    '',
    'Norway|NO|Oslo|Akershus|Buskerud|Vestfold|Telemark|Rogaland|Hordaland|Sor Trondelag|Trondelag|Nordland|Troms|Ostfold|Viken|Vestland|More og Romsdal|Agder|Innlandet|Hedmark|Oppland|Vest Agder',
  ],
  FI: [
    /(?:\bFI?N?[- ]{0,3})?(\d{5})$/i,
    '',
    'Finland|FI|Uusimaa|Pirkanmaa|Etela Suomen laani|Lansi Suomen laani|Oulun laani|Varsinais Suomi|Southern Finland|Western Finland|North Ostrobothnia|Pohjois Pohjanmaa|Keski Suomi|N A|Etela Pohjanmaa',
  ],
  IS: [/(\d{3})$/, '', 'Iceland'],
  PL: [
    /(?:\bPL[- ]{0,3})?(\d{2})[- ]?(\d{3})$/i,
    '-',
    'Mazowieckie|Malopolska|Malopolskie|Slask|Slaskie|Silesia|Silesian|Dolnoslaskie|Dolny Slask|Lower Silesia|Wielkopolska|Wielkopolskie|Pomorskie|Pomorze|Kujawsko Pomorskie|Lodzkie|Lubelskie|Lubuskie|Opolskie|Podkarpackie|Podlaskie|Swietokrzyskie|Warminsko Mazurskie|Zachodniopomorskie|Zachodnio Pomorskie|Mazovia|Poland|Polska|PL|WLKP|Kujawsko|Kujawy',
  ],
  CZ: [
    /(?:\bCZ[- ]{0,3})?(\d{3}) ?(\d{2})$/i,
    ' ',
    'Czech Republic|Czechia|CZ|Moravia|Bohemia|Jihomoravsky|Jihomoravsky kraj|Moravskoslezsky|Zlinsky|Zlinsky kraj|Olomoucky|Pardubicky|Plzensky|Stredocesky|South Moravia|Vysocina|Kralovehradecky|Liberecky|Ustecky|Jihocesky',
  ],
  SK: [
    /(?:\bSK[- ]{0,3})?(\d{3}) ?(\d{2})$/i,
    ' ',
    'Slovakia|Slovak Republic|SK|PSK|BSK|TTSK|Presovsky kraj|Bratislavsky kraj|Kosicky kraj|Zilinsky kraj',
  ],
  HU: [/(?:\bH(?:U)?[- ]{0,3})?(\d{4})$/i, '', 'Hungary|HU|Pest|Fejer|Budapest|Gyor Moson Sopron|Hungaria'],
  SI: [/(?:\bSI[- ]{0,3})?(\d{4})$/i, '', 'Slovenia|SI|Gorenjska|Savinjska|Osrednjeslovenska|Ljubljana'],
  HR: [/(?:\bHR[- ]{0,3})?(\d{5})$/i, '', 'Croatia|HR|Grad Zagreb|Zagreb'],
  RS: [/(\d{5})$/, '', 'Serbia|Vojvodina'],
  RO: [/(?:\bRO[- ]{0,3})?(\d{6})$/i, '', 'Romania|Cluj|Timis|Ilfov|Iasi|Brasov|Sector \\d|Bihor|Bucuresti'],
  BG: [/(?:\bBG[- ]{0,3})?(\d{4})$/i, '', 'Bulgaria|Sofia grad|Sofia|BG|Plovdiv'],
  GR: [/(?:\bGR[- ]{0,3})?(\d{3}) ?(\d{2})$/i, ' ', 'Greece|Attica|Attiki|Hellas|GR'],
  CY: [/(?:\bCY[- ]{0,3})?(\d{4})$/i, '', 'Cyprus'],
  PT: [/(\d{4})(?:[- ]?(\d{3}))?$/, '-', 'Portugal|Porto|Lisboa|Lisbon|Aveiro|Braga|Leiria|PT|Coimbra|Setubal'],
  IE: [
    /([AC-FHKNPRTV-Y]\d[0-9W]) ?([0-9AC-FHKNPRTV-Y]{4})$/i,
    ' ',
    'Ireland|Co Dublin|Dublin|County Dublin|Leinster|Munster|Co Cork|Cork|Galway|Co Galway|Limerick',
  ],
  EE: [/(\d{5})$/, '', 'Estonia|Harjumaa|Harju|Tartumaa|Harju maakond'],
  LV: [/(?:\bLV[- ]{0,3})?(\d{4})$/i, '', 'Latvia|LV'],
  LT: [/(?:\bLT[- ]{0,3})?(\d{5})$/i, '', 'Lithuania|LT'],
  TR: [FIVE, '', 'Turkey|Turk|Turkiye|TR|Istanbul|Ankara|Izmir|Bursa|Kocaeli|Tekirdag|Manisa|Sakarya'],
  IL: [/(\d{7}|\d{5})$/, '', 'Israel|IL|Center|Central|Central District|Haifa|Hamerkaz'],
  JP: [
    /(\d{3})-?(\d{4})$/,
    '-',
    'Hokkaido|Aomori|Iwate|Miyagi|Akita|Yamagata|Fukushima|Ibaraki|Tochigi|Gunma|Saitama|Chiba|Tokyo|Kanagawa|Niigata|Toyama|Ishikawa|Fukui|Yamanashi|Nagano|Gifu|Shizuoka|Aichi|Mie|Shiga|Kyoto|Osaka|Hyogo|Nara|Wakayama|Tottori|Shimane|Okayama|Hiroshima|Yamaguchi|Tokushima|Kagawa|Ehime|Kochi|Fukuoka|Saga|Nagasaki|Kumamoto|Oita|Miyazaki|Kagoshima|Okinawa|Japan|Kanagawa Prefecture|Kanagawa ken|Nagano ken|Saitama ken|Osaka fu|Tokyo to|Kyoto fu|Shizuoka ken|Aichi ken|Aichi Prefecture|Hyogo ken|Chiba ken|Ibaraki ken',
  ],
  KR: [
    /(\d{5}|\d{3}-?\d{3})$/,
    '',
    'Gyeonggi do|Gyeonggi|Kyunggi do|Kyungki do|Kyeonggi do|Gyunggi do|Gyeongi do|Kyonggi do|Kyunggi|Gyeong gi do|GyeongGi Do|Gyeongsangbuk do|Gyeongsangnam do|Gyeongbuk|Gyeongnam|Kyungbuk|Chungcheongnam do|Chungcheongbuk do|Chungnam|Chungbuk|Jeollabuk do|Jeollanam do|Jeonbuk|Jeonnam|Gangwon do|Seoul|Incheon|Busan|Daegu|Daejeon|Gwangju|Ulsan|Korea|South Korea|Republic of Korea',
  ],
  TW: [
    /(\d{6}|\d{5}|\d{3})$/,
    '',
    'Taiwan|R O C|ROC|Taipei|Hsinchu|Taoyuan|Taichung|Tainan|Kaohsiung|Taipei Hsien|Taipei County|Hsinchu County|Taiwan R O C|Miaoli|Taoyuan County',
  ],
  CN: [
    SIX,
    '',
    'Anhui|Beijing|Chongqing|Fujian|Gansu|Guangdong|GuangDong Province|GD|Guangdong Province|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan|Jiangsu|Jiangsu Province|JS|Jiangxi|Jilin|Liaoning|Shaanxi|Shandong|Shandong Province|Shanghai|Shanxi|Sichuan|Tianjin|Xinjiang|Yunnan|Zhejiang|Zhejiang Province|ZJ|China|P R China|PRC|Fujian Province|Hebei Province|Hubei Province|Sichuan Province',
  ],
  IN: [
    /(\d{3}) ?(\d{3})$/,
    '',
    'Andhra Pradesh|AP|Telangana|Karnataka|Maharashtra|Maharastra|Tamil Nadu|TN|Tamilnadu|Kerala|Gujarat|Haryana|HR|Uttar Pradesh|UP|Delhi|Punjab|Rajasthan|West Bengal|Madhya Pradesh|MP|Goa|Himachal Pradesh|Uttarakhand|Chandigarh|Odisha|India|MH|KA',
  ],
  SG: [/(?:\bS ?)?\(?(\d{6})\)?$/i, '', 'Singapore'],
  MY: [
    FIVE,
    '',
    'Selangor|Penang|Pulau Pinang|Johor|Kedah|Perak|Melaka|Malacca|Negeri Sembilan|Pahang|Sarawak|Sabah|Kuala Lumpur|WP Kuala Lumpur|Wilayah Persekutuan|Malaysia|Selangor Darul Ehsan|Kedah Darul Aman',
  ],
  TH: [FIVE, '', 'Thailand|Bangkok|Pathumthani|Nonthaburi|Samutprakarn|Ayutthaya|Chonburi'],
  VN: [/(\d{6}|\d{5})$/, '', 'Vietnam|Viet Nam|Hanoi|Ha Noi|Ho Chi Minh'],
  ID: [FIVE, '', 'Indonesia|DKI Jakarta|Jakarta|Jawa Barat|West Java|Jawa Timur|Banten'],
  PH: [FOUR, '', 'Philippines|Metro Manila|Laguna|Cavite'],
  AU: [
    /(\d{4})$/,
    '',
    'NSW|VIC|QLD|SA|WA|TAS|ACT|NT|New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania|Australian Capital Territory|Australia',
  ],
  NZ: [/(\d{4})$/, '', 'New Zealand|Auckland|Canterbury|Wellington|Waikato|NZ|Otago'],
  ZA: [/(\d{4})$/, '', 'Gauteng|Western Cape|KwaZulu Natal|KZN|Eastern Cape|South Africa|GP'],
  BR: [
    /(\d{5})-?(\d{3})$/,
    '-',
    'SP|RJ|MG|RS|SC|PR|BA|AM|PE|CE|DF|GO|ES|MT|MS|PA|PB|RN|AL|SE|MA|PI|TO|RO|AC|Sao Paulo|Rio de Janeiro|Minas Gerais|Rio Grande do Sul|Santa Catarina|Parana|Bahia|Amazonas|Pernambuco|Ceara|Brasil|Brazil',
  ],
  MX: [FIVE, '', 'Mexico|Nuevo Leon|NL|Jalisco|DF|CDMX|Distrito Federal|Estado de Mexico|Queretaro|Baja California'],
  AR: [/([A-Z]?\d{4}(?:[A-Z]{3})?)$/i, '', 'Argentina|Buenos Aires|CABA|Cordoba|Santa Fe|Capital Federal'],
  RU: [
    SIX,
    '',
    'Russia|Yaroslavskaya|Permskiy kray|Moscow oblast|Moskovskaya oblast|Russian Federation|Moscow region|Moscow|Leningrad region|Tatarstan|Novosibirsk region|Sverdlovsk region|Perm region|Chelyabinsk region|Tomsk region|Samara region|Republic of Tatarstan',
  ],
  UA: [FIVE, '', 'Ukraine|Kyiv|Kiev|Kharkiv region'],
  SA: [FIVE, '', 'Saudi Arabia'],
};

export const ADDRESS_COUNTRIES: ReadonlyMap<string, AddressCountry> = new Map(
  Object.entries(ROWS).map(([country, [postcode, join, regions]]) => [
    country,
    { postcode, join, regions: regions.split('|').map(words) },
  ]),
);
