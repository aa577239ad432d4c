import { beginsWithBrand, brandIndex, lengthOfBrand } from './brand-index.ts';

/**
 * Names of large companies of all trades but telecommunications, hosting and clouds, written for this project from
 * general knowledge: a holder whose name begins with one uses its network itself. As words.ts writes names.
 */
const BRANDS = brandIndex(`
3m|abb|abbott|abbvie|abn amro|adecco|adidas|aegon|aetna|agco|agilent|air france|air liquide
air products|airbus|aker|alcoa|alcon|aldi|alfa laval|allianz|allstate|alstom|altria|american airlines
american express|amgen|anglo american|anheuser|aon|arcelormittal|archer daniels|arla|astellas|astrazeneca
atlas copco|audi|autoliv|aviva|avon|axa|bae systems|baker hughes|baloise|bank of america|barclays|basf
bauer media|baxter|bayer|bayerische motoren|bbva|beiersdorf|bertelsmann|best buy|bhp|biogen|blackrock
bloomberg|bmw|bnp paribas|boehringer|boeing|bombardier|booking com|borgwarner|robert bosch|bosch
boston scientific|bp p|bridgestone|bristol myers|british airways|british american tobacco|brose|bunge|burberry
canon|cargill|carl zeiss|zeiss|carlsberg|carrefour|caterpillar|chevron|chubb|cigna|citigroup
citibank|claas|coca cola|colgate|commerzbank|conoco|conocophillips|continental ag|corning|costco|credit suisse
cummins|daimler|danfoss|danone|dassault|deere|john deere|deloitte|delta air|deutsche bahn
deutsche bank|deutsche lufthansa|lufthansa|dow chemical|dow jones|draeger|duke energy|dupont|dzbank|dz bank
eaton|ecolab|edeka|electrolux|eli lilly|emerson|enel|engie|eni s|eon|equinor|ernst and young|essilor
estee lauder|evonik|exxon|exxonmobil|fedex|ferrero|ferrari|festo|fiat|fidelity|first american|fiserv
ford motor|freeport|fresenius|gea|general dynamics|general electric|general mills|general motors|generali
gilead|givaudan|glaxo|glaxosmithkline|glencore|goldman sachs|goodyear|grundfos|h and m|haier|halliburton
hannover ruck|harley|hasbro|heidelberg|heineken|henkel|hennes|heraeus|hermes|hershey|hilti|hilton|hitachi
hochtief|home depot|honda|honeywell|hsbc|humana|hyundai|iberdrola|ikea|inditex|infineon|ing bank|ing groep
intercontinental|international paper|intuit|j p morgan|jpmorgan|jaguar land|johnson and johnson
johnson controls|julius baer|kawasaki|kellogg|kelloggs|kia|kimberly|knorr bremse|komatsu|kone|kpmg|kraft
kroger|kuehne|kuka|kyocera|l oreal|loreal|lafarge|leidos|legal and general|lego|lenzing|liberty mutual|lidl
liebherr|linde|lindt|lloyds|lockheed|lonza|louis vuitton|lowes|lukoil|lvmh|macys|maersk|magna|mahle|manulife
marriott|mars inc|marsh|mastercard|mattel|mazda|mcdonalds|mckesson|mckinsey|medtronic|mercedes|merck|metlife
metro ag|michelin|micron|miele|mitsubishi|mitsui|mondelez|monsanto|moodys|morgan stanley|mtu|munich re
munchener|nasdaq|natwest|nestle|nike|nintendo|nissan|nordea|nordstrom|norsk hydro|northrop|novartis
novo nordisk|novozymes|oetker|olympus|omv|otto gmbh|otis|otto|paccar|panasonic|parker hannifin|pepsico|pernod
petrobras|petronas|peugeot|pfizer|philip morris|philips|pirelli|porsche|pricewaterhousecoopers|procter
prudential|publicis|qinetiq|rabobank|raiffeisen|randstad|raytheon|reckitt|renault|rewe|ricoh
rio tinto|robert half|roche|f hoffmann|rockwell|rolex|rolls royce|royal bank of|rtl|rwe|ryanair|saab|safran
saint gobain|samsung electronics|sandvik|sanofi|santander|sap|sartorius|saudi aramco|scania|schaeffler
schindler|schlumberger|schott|schroders|seagate|sears|securitas|sharp corporation|shell|siemens|sika|skanska
skf|societe generale|sodexo|sony|southwest airlines|standard chartered|staples|starbucks|state farm
state street|statoil|stellantis|stihl|stora enso|stryker|subaru|sulzer|sumitomo|suzuki|swarovski|swatch
swiss life|swiss post|die schweizerische post|swiss re|sysco|takeda|target corporation|tesco|tesla|tetra pak
texas instruments|thales|thermo fisher|thomson reuters|thyssen|thyssenkrupp|tjx|tk elevator|toshiba
total energies|totalenergies|toyota|trumpf|tui|tyson|ubs|unicredit|unilever|union pacific|united airlines
united parcel|ups|valeo|valero|vattenfall|verbund|vestas|viessmann|visa|vodka|voestalpine|volkswagen|volvo|vw
wacker|walgreens|walmart|wal mart|walt disney|weidmuller|wells fargo|western digital|weyerhaeuser|whirlpool
wienerberger|wolters kluwer|wuerth|wurth|xerox|zalando|zf|zurich insurance|zurich versicherung
relx|tp icap|supervalu|evergy|desjardins|groupe technologies desjardins|hy vee
turner broadcasting|nbcuniversal|coop genossenschaft|migros|ameren|dominion energy
southern company|exelon|xcel energy|pacific gas|consolidated edison|southern california edison|entergy|publix
h e b|meijer|wegmans|safeway|albertsons|kohls|j c penney|mgm resorts|caesars|carnival|royal caribbean|jetblue
alaska airlines|klm|iberia|finnair|qantas|singapore airlines|cathay pacific|ahold|delhaize|colruyt|autozone
genuine parts|textron|l3harris|l3 technologies|leonardo|rheinmetall|kongsberg|associated press|new york times
washington post|axel springer|gannett|hearst|conde nast|news corp|pearson|elsevier|john wiley|vanguard group
charles schwab|t rowe price|northern trust|bank of new york|pnc|u s bancorp|keycorp|suntrust|fifth third
citizens financial|td bank|toronto dominion|scotiabank|bank of montreal|cibc|sun life|nationwide mutual
progressive casualty|travelers|american international group|aflac|unum|kaiser|mayo clinic|cleveland clinic
ascension health|tenet healthcare|quest diagnostics|laboratory corporation of america|cerner|epic systems
henry schein|becton dickinson|zimmer|a m best|monster worldwide|life time fitness|costco wholesale
federal express|xpo|schneider national|j b hunt|norfolk southern|csx|bnsf|canadian national railway
canadian pacific|deutsche post|dhl|db schenker|dsv|kansas city southern|bechtel|fluor|jacobs|aecom
burns and mcdonnell|black and veatch|tenaris|vale s|gerdau|embraer|braskem|itau|bradesco|cemex|femsa
grupo bimbo|ecopetrol|sasol|nedbank|absa|tata steel|tata motors|infosys|wipro|larsen and toubro|hindustan
mahindra|samsung|lg chem|posco|sk hynix|hanwha|doosan|kookmin|shinhan|woori|nomura|mizuho|daiwa|denso|aisin
nippon steel|fanuc|daikin|shimadzu|shiseido|kirin|asahi breweries|ajinomoto|woolworths|wesfarmers|coles
westpac|national australia bank|commonwealth bank|fonterra|air new zealand|asml|nxp|stmicroelectronics|akzo
dsm|heidelbergcement|hugo boss|puma se|lanxess|covestro|merck kgaa|krones|kion|jungheinrich|voith|man truck
man se|rosenberger|phoenix contact|wago|harting|weidmueller|endress|trumpf|zf friedrichshafen|hella|leoni
dekra|tuv|tuev|dm drogerie|rossmann|kaufland|schwarz gruppe|hornbach|obi|tchibo|dr august oetker|bahlsen
haribo|melitta|vorwerk|sennheiser|kaercher|alfred karcher|wirecard|signal iduna|huk coburg|ergo|debeka|devk
gothaer|helvetia|vaudoise|die mobiliar|postfinance|sbb cff|swissport|geberit|georg fischer|rieter|oerlikon
buhler|bucher|erste group|uniqa|wiener stadtische|andritz|strabag|porr|magna steyr|avl list
`);

/** Whether a name (as words, without legal form) begins with the name of a large company. */
export function isCompanyBrand(core: readonly string[]): boolean {
  return beginsWithBrand(BRANDS, core);
}

/** Companies that bear the names of persons, beside those above: they are no person's business any more. */
const FOUNDERS = brandIndex(`
abercrombie and fitch|adam opel|alfa romeo|allen and overy|anne frank|anton bruckner|arthur andersen|arthur d little|baker mckenzie|baker and mckenzie|baker tilly|bang and olufsen
barnes and noble|barry callebaut|bell and ross|ben and jerrys|benjamin moore|black and decker|booz allen|boris becker stiftung|brooks brothers|brown forman|calvin klein|carl zeiss|carl stahl
charles ware|charles schwab|christian dior|clifford chance|colin biggers and paisley|coopers and lybrand|crate and barrel|currys|cushman and wakefield|dan murphys|david jones|debevoise|dolce and gabbana|dr oetker|dr pepper
dr martens|dr reddys|dr hauschka|dr schar|dr falk|don bosco|dun and bradstreet|eddie bauer|edeka|elizabeth arden|ernst and young|estee lauder|felix burda|fortnum and mason|fred olsen|freshfields|friedrich ebert|frost and sullivan|georg fischer
george weston|gerry weber|giesecke and devrient|giorgio armani|goldman sachs|gustav klimt|harley davidson|harvey nichols|hans grohe|hans boeckler|harry winston|heinrich boell|heinrich boll|henry schein|hermann hesse|hugo boss|isabel marant|jack daniels|jack wolfskin|james hardie|jean paul
jeronimo martins|jim beam|jimmy choo|jil sander|john deere|john lewis|john wiley|john laing|john crane|johns hopkins|johnson and johnson|johnson controls|johnson matthey|jones lang lasalle|jordan bank|jordan kuwait|julius baer|karl lagerfeld|karl storz|kate spade|kirkland and ellis
konrad adenauer|kohlberg kravis|kraft heinz|lea and perrins|levi strauss|lewis and clark|linklaters|liz claiborne|louis vuitton|louis dreyfus|marc jacobs|marc o polo|marie curie|marie claire|marie stopes|marks and spencer|marks and clerk|martin marietta|mary kay|massimo dutti|max mara|max planck
maxim integrated|melitta|mercedes|mercer|merrill lynch|michael kors|michael page|miller and carter|moet hennessy|montgomery watson|morgan stanley|mott macdonald|mr price|mrs fields|nando|nina ricci|norton rose|ogilvy and mather|oscar mayer|otto versand|paddy power|papa johns
patek philippe|paul smith|paul hartmann|peek and cloppenburg|penny market|peter hahn|philip morris|philipp plein|porter novelli|pratt and whitney|price waterhouse|procter and gamble|ralph lauren|reed smith|robert half|robert koch|robert walters|robert bosch|rohde and schwarz|rolls royce|ronald mcdonald|rosa luxemburg
ruby tuesday|russell reynolds|saatchi and saatchi|salvatore ferragamo|samuel adams|sanford c bernstein|scott and white|simon and schuster|simon kucher|slaughter and may|smith and nephew|smith and wesson|stanley black|steve madden|stewart title|taco bell|ted baker|thomas cook|thomas reuters|thomson reuters|tiffany and co|tim hortons
tom ford|tom tailor|tommy hilfiger|tommy bahama|tory burch|trader joes|turner and townsend|victoria insurance|victorias secret|villeroy and boch|virginia mason|walt disney|wells fargo|wendys|westlb|white and case|william grant|william hill|william reed|wilhelm layher|willis towers|young and rubicam|young life|zahn art|zimmer biomet|neuberger berman|fred hutchinson|beckman coulter|abbott laboratories|brown brothers harriman|edward jones|jp morgan|geico|williams sonoma|adelaide brighton|ashok leyland|georg thieme|frode laursen|levy restaurants|rosetta stone|raymond james|kaiser permanente|johns manville|john hancock|john snow|jane street|jack henry|henry ford|clark construction|burns and roe|baker hughes|marsh and mclennan|arthur j gallagher|allen bradley|lord abbett|lincoln financial|martin lawrence|frank russell|hamilton beach|jackson national|franklin templeton|nicholas piramal|norton healthcare|sarah bush lincoln|assa abloy
`);

/** How many words of a name are a large company's; 0 for all others. */
export function lengthOfCompanyBrand(core: readonly string[]): number {
  return Math.max(lengthOfBrand(BRANDS, core), lengthOfBrand(FOUNDERS, core));
}
