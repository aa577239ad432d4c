/**
 * Parts of which the invented companies of the benchmark are made, by country: real surnames, trades and legal forms as
 * general knowledge has them, invented places and brands. Nothing here is taken from a register.
 */

/** How a register writes a legal form, how else it is written, and how often it stands there (weights). */
export type FormRow = readonly [
  form: string,
  weight: number,
  otherwise: string,
  shape: 'corporation' | 'partnership' | 'sole-trader',
];

export type Pattern =
  | 'surname-trade'
  | 'trade-surname'
  | 'coined-trade'
  | 'coined'
  | 'two-surnames'
  | 'person'
  | 'initials-trade'
  | 'region-trade'
  | 'brothers'
  | 'place-trade'
  | 'surname';

export type CountryTable = {
  readonly country: string;
  /** Of the list, in percent. */
  readonly share: number;
  readonly forms: readonly FormRow[];
  readonly patterns: Readonly<Record<Pattern, number>>;
  readonly surnames: readonly string[];
  /** Rarer surnames are put together of these. */
  readonly stems: readonly string[];
  readonly endings: readonly string[];
  readonly firstNames: readonly string[];
  readonly trades: readonly string[];
  readonly regions: readonly string[];
  readonly brothers: string;
  readonly and: string;
  /** Words that make a sister company of a name. */
  readonly sisters: readonly string[];
  readonly cityStems: readonly string[];
  readonly cityEndings: readonly string[];
  /** Behind the names of some cities ("an der Lahr"), and how a network's name writes them. */
  readonly cityTails: readonly (readonly [long: string, short: string])[];
  readonly streets: readonly string[];
  readonly houseFirst: boolean;
  /** # is a digit, @ a letter. */
  readonly postcode: string;
  readonly domain: string;
  /** Words and how they are abbreviated, the first spelling in full. */
  readonly abbreviations: readonly (readonly [full: string, short: string])[];
  /** Letters that the country writes otherwise where it has no accents; the plain letter elsewhere. */
  readonly writesUmlautsAsTwo: boolean;
};

const list = (text: string): string[] => text.split('|').map((word) => word.trim());
const pairs = (text: string): (readonly [string, string])[] =>
  list(text).map((pair) => {
    const [full = '', short = ''] = pair.split('=');
    return [full, short] as const;
  });

const GERMAN_SURNAMES = list(
  'Müller|Schmidt|Schneider|Fischer|Weber|Meyer|Wagner|Becker|Schulz|Hoffmann|Schäfer|Koch|Bauer|Richter|Klein|Wolf|Schröder|Neumann|Schwarz|Zimmermann|Braun|Krüger|Hofmann|Hartmann|Lange|Schmitt|Werner|Schmitz|Krause|Meier|Lehmann|Schmid|Schulze|Maier|Köhler|Herrmann|König|Walter|Mayer|Huber|Kaiser|Fuchs|Peters|Lang|Scholz|Möller|Weiß|Jung|Hahn|Schubert|Vogel|Friedrich|Keller|Günther|Frank|Berger|Winkler|Roth|Beck|Lorenz|Baumann|Franke|Albrecht|Schuster|Simon|Ludwig|Böhm|Winter|Kraus|Martin|Schumacher|Krämer|Vogt|Stein|Jäger|Otto|Sommer|Groß|Seidel|Heinrich|Brandt|Haas|Schreiber|Graf|Schulte|Dietrich|Ziegler|Kuhn|Kühn|Pohl|Engel|Horn|Busch|Bergmann|Thomas|Voigt|Sauer|Arnold|Wolff|Pfeiffer|Hübner|Lindner|Rösch|Öhler|Büttner|Ströbel|Grünwald|Häusler|Nüßlein|Löffler|Förster|Kröger|Göbel|Bühler',
);
const GERMAN_STEMS = list(
  'Stein|Berg|Wald|Linden|Brunn|Hof|Aich|Buch|Eich|Birk|Rosen|Gras|Feld|Moos|Hasel|Kirch|Mühl|Neu|Ober|Unter|Alten|Kalten|Schön|Roth|Weiß|Schwarz|Grün|Lehm|Sand|Stadl|Wies|Hinter|Vorder|Nieder|Reut|Holz|Lauter|Winkel|Hirsch|Wolf|Bären|Fuchs|Raben|Falken|Dorn|Ried|Tann|Wimm|Egg|Haber|Kreuz|Glocken|Pfann|Schell|Trautn|Grund|Leuten|Zell|Frauen|Öd',
);
const GERMAN_ENDINGS = list(
  'mann|ner|hofer|berger|bauer|meier|huber|thaler|inger|ecker|ler|wieser|steiner|egger|reiter|lechner|müller|bacher|stätter|brenner|eder|felder',
);
const GERMAN_TRADES = list(
  'Metallbau|Holzbau|Elektrotechnik|Maschinenbau|Bau|Immobilien|Transporte|Logistik|Spedition|Haustechnik|Sanitär|Heizungsbau|Schreinerei|Tischlerei|Bäckerei|Metzgerei|Gartenbau|Tiefbau|Hochbau|Fensterbau|Stahlbau|Werkzeugbau|Maschinenfabrik|Papierfabrik|Möbelfabrik|Druckerei|Verlag|Software|Consulting|Steuerberatungsgesellschaft|Ingenieurgesellschaft|Handelsgesellschaft|Autohaus|Automobile|Fahrzeugbau|Kunststofftechnik|Verpackungen|Getränkehandel|Lebensmittel|Brauerei|Weinhandel|Hotel|Gastronomie|Reisen|Pharma|Medizintechnik|Dental|Apotheke|Optik|Textil|Mode|Schuhe|Sport|Spielwaren|Energie|Solar|Umwelttechnik|Entsorgung|Recycling|Gebäudereinigung|Sicherheitstechnik|Personalservice|Werbeagentur|Marketing|Design|Projektentwicklung|Hausverwaltung|Vermögensverwaltung|Beteiligungen|Baustoffe|Dachdecker|Malerbetrieb|Bedachungen|Landtechnik|Agrarhandel|Chemie|Lacke|Klimatechnik|Kältetechnik|Fördertechnik|Antriebstechnik|Messtechnik|Präzisionstechnik|Feinmechanik|Armaturen|Pumpen|Gießerei|Schmiede|Härterei|Galvanik|Zerspanungstechnik|Kartonagen|Büroeinrichtungen|Messebau|Veranstaltungstechnik|Kerzen|Pflegedienst|Seniorenheim|Gesellschaft für Automation|Gesellschaft für Wohnungsbau',
);
const GERMAN_FIRST = list(
  'Josef|Hans|Karl|Peter|Michael|Thomas|Andreas|Wolfgang|Klaus|Jürgen|Günter|Stefan|Christian|Uwe|Werner|Horst|Frank|Dieter|Manfred|Gerhard|Bernd|Heinz|Walter|Martin|Alexander|Sabine|Petra|Monika|Andrea|Ursula|Johann|Franz|Georg|Matthias|Rainer',
);
const GERMAN_ABBREVIATIONS = pairs(
  'Maschinenfabrik=Masch.-Fabrik|Maschinenbau=Masch.-Bau|Gebrüder=Gebr.|und=u.|und=&|Handelsgesellschaft=Handelsges.|Ingenieurgesellschaft=Ing.-Ges.|Steuerberatungsgesellschaft=Steuerberatungsges.|Gesellschaft=Ges.|Papierfabrik=Papierfabr.|Möbelfabrik=Möbelfabr.|International=Int.|Deutsche=Dt.|Verwaltungs=Verw.|Beteiligungs=Bet.|Elektrotechnik=Elektrotechn.|Kunststofftechnik=Kunststofftechn.|Medizintechnik=Medizintechn.|Sankt=St.',
);
const GERMAN_STREETS = list(
  'Hauptstraße|Industriestraße|Bahnhofstraße|Gartenweg|Lindenallee|Am Markt|Gewerbepark|Schulstraße|Dorfstraße|Bergstraße|Robert-Bosch-Straße|Im Gewerbegebiet|Ringstraße|Mühlweg',
);
const GERMAN_CITY_STEMS = list(
  'Lahr|Brunn|Wald|Neu|Alt|Ober|Unter|Stein|Berg|Roth|Grün|Linden|Erl|Esch|Hasel|Kirch|Mühl|Lauter|Weiß|Schwarz|Rosen|Königs|Herzogen|Mark|Bischofs|Frauen|Wolfs|Hirsch|Birken|Buchen|Salz|Eisen|Gold|Silber|Ahr|Tann|Wies|Strand|Haller|Rauh|Dürr|Grafen|Kaisers|Bären|Föhren',
);
const GERMAN_CITY_ENDINGS = list(
  'burg|heim|hausen|stadt|dorf|ingen|feld|bach|berg|tal|kirchen|au|hofen|rode|wald|ried|stetten|furt|münde|brück|weiler|stein|see|leben|büttel',
);
const GERMAN_PATTERNS = {
  'surname-trade': 17,
  'trade-surname': 11,
  'coined-trade': 22,
  coined: 12,
  'two-surnames': 6,
  person: 6,
  'initials-trade': 12,
  'region-trade': 5,
  brothers: 2,
  'place-trade': 3,
  surname: 4,
};
const ROMANCE_PATTERNS = {
  'surname-trade': 3,
  'trade-surname': 24,
  'coined-trade': 22,
  coined: 18,
  'two-surnames': 4,
  person: 6,
  'initials-trade': 9,
  'region-trade': 5,
  brothers: 4,
  'place-trade': 3,
  surname: 2,
};
const ENGLISH_PATTERNS = {
  'surname-trade': 22,
  'trade-surname': 1,
  'coined-trade': 26,
  coined: 15,
  'two-surnames': 8,
  person: 4,
  'initials-trade': 11,
  'region-trade': 6,
  brothers: 3,
  'place-trade': 3,
  surname: 1,
};

const GERMANY: CountryTable = {
  country: 'DE',
  share: 30,
  forms: [
    ['GmbH', 62, 'Gesellschaft mit beschränkter Haftung|G.m.b.H.', 'corporation'],
    ['GmbH & Co. KG', 13, 'GmbH & Co KG|GmbH u. Co. KG|GmbH und Co. KG|GmbH&Co.KG', 'corporation'],
    ['UG (haftungsbeschränkt)', 8, 'UG|Unternehmergesellschaft (haftungsbeschränkt)', 'corporation'],
    ['AG', 3, 'Aktiengesellschaft', 'corporation'],
    ['KG', 3, 'Kommanditgesellschaft', 'partnership'],
    ['OHG', 2, 'oHG|offene Handelsgesellschaft', 'partnership'],
    ['e.K.', 6, 'e. K.|eK', 'sole-trader'],
    ['eG', 1, 'e.G.|eingetragene Genossenschaft', 'corporation'],
    ['SE', 1, '', 'corporation'],
    ['PartG mbB', 1, 'PartGmbB', 'partnership'],
  ],
  patterns: GERMAN_PATTERNS,
  surnames: GERMAN_SURNAMES,
  stems: GERMAN_STEMS,
  endings: GERMAN_ENDINGS,
  firstNames: GERMAN_FIRST,
  trades: GERMAN_TRADES,
  regions: list(
    'Nord|Süd|West|Ost|Rhein|Norddeutsche|Süddeutsche|Westdeutsche|Deutsche|Bayerische|Fränkische|Hanseatische|Alpen|Schwäbische|Rheinische|Sächsische|Thüringer|Märkische|Hessische|Mitteldeutsche',
  ),
  brothers: 'Gebrüder',
  and: 'und',
  sisters: list(
    'Holding|Verwaltungs|Beteiligungs|Nord|Süd|Service|Vertriebs|Grundstücks|2|International|Management|Besitz',
  ),
  cityStems: GERMAN_CITY_STEMS,
  cityEndings: GERMAN_CITY_ENDINGS,
  cityTails: [
    ['an der Lahr', ''],
    ['am Erlsee', ''],
    ['(Ahrtal)', ''],
    ['im Hallergau', 'i. Hallergau'],
    ['bei Grünstadt', 'b. Grünstadt'],
  ],
  streets: GERMAN_STREETS,
  houseFirst: false,
  postcode: '#####',
  domain: 'de',
  abbreviations: GERMAN_ABBREVIATIONS,
  writesUmlautsAsTwo: true,
};

const AUSTRIA: CountryTable = {
  ...GERMANY,
  country: 'AT',
  share: 4,
  forms: [
    ['GmbH', 66, 'Gesellschaft m.b.H.|Ges.m.b.H.|GesmbH', 'corporation'],
    ['GmbH & Co KG', 12, 'GmbH & Co. KG|Ges.m.b.H. & Co KG', 'corporation'],
    ['AG', 2, 'Aktiengesellschaft', 'corporation'],
    ['KG', 7, 'Kommanditgesellschaft', 'partnership'],
    ['OG', 6, 'Offene Gesellschaft', 'partnership'],
    ['e.U.', 7, 'eU', 'sole-trader'],
  ],
  regions: list('Alpen|Tiroler|Steirische|Wiener|Salzburger|Kärntner|Österreichische|Donau|Burgenländische|Süd|Nord'),
  postcode: '####',
  domain: 'at',
};

const SWITZERLAND: CountryTable = {
  ...GERMANY,
  country: 'CH',
  share: 5,
  forms: [
    ['AG', 48, 'Aktiengesellschaft', 'corporation'],
    ['GmbH', 42, 'Gesellschaft mit beschränkter Haftung', 'corporation'],
    ['SA', 5, 'S.A.|Société Anonyme', 'corporation'],
    ['Genossenschaft', 2, '', 'corporation'],
    ['KlG', 3, 'Kollektivgesellschaft', 'partnership'],
  ],
  surnames: list(
    'Meier|Müller|Schmid|Keller|Weber|Huber|Meyer|Schneider|Steiner|Fischer|Brunner|Baumann|Gerber|Frei|Moser|Zimmermann|Widmer|Wyss|Graf|Roth|Suter|Bühler|Baumgartner|Bachmann|Kunz|Hofer|Lüthi|Christen|Egli|Hofmann|Stalder|Marti|Ammann|Kaufmann|Ziegler|Zbinden|Schär|Häfliger|Gasser|Studer|Bieri|Hess|Käser|Küng|Bürgi|Amstutz|Rüegg|Zürcher|Aebi|Schnyder',
  ),
  regions: list('Alpen|Schweizer|Zürcher|Berner|Basler|Ostschweizer|Innerschweizer|Bündner|Aargauer|Nord|Süd'),
  postcode: '####',
  domain: 'ch',
};

const FRANCE: CountryTable = {
  country: 'FR',
  share: 12,
  forms: [
    ['SARL', 38, 'S.A.R.L.|Sarl|Société à responsabilité limitée', 'corporation'],
    ['SAS', 42, 'S.A.S.|Société par actions simplifiée', 'corporation'],
    ['SASU', 10, 'S.A.S.U.', 'corporation'],
    ['SA', 6, 'S.A.|Société anonyme', 'corporation'],
    ['SNC', 2, 'Société en nom collectif', 'partnership'],
    ['EURL', 2, 'E.U.R.L.', 'corporation'],
  ],
  patterns: ROMANCE_PATTERNS,
  surnames: list(
    'Martin|Bernard|Dubois|Thomas|Robert|Richard|Petit|Durand|Leroy|Moreau|Simon|Laurent|Lefèvre|Michel|Garcia|David|Bertrand|Roux|Vincent|Fournier|Morel|Girard|André|Mercier|Dupont|Lambert|Bonnet|François|Martinez|Legrand|Garnier|Faure|Rousseau|Blanc|Guérin|Müller|Henry|Roussel|Nicolas|Perrin|Morin|Mathieu|Clément|Gauthier|Dumont|Lopez|Fontaine|Chevalier|Robin|Masson|Sanchez|Gérard|Nguyen|Boyer|Denis|Lemaire|Duval|Joly|Gautier|Roger|Renard|Besançon|Prévost|Hébert|Lévêque|Bréchet|Vallée',
  ),
  stems: list(
    'Beau|Bon|Clair|Dela|Des|Du|Font|Grand|Haut|Mont|Val|Ville|Char|Bell|Pont|Lam|Roch|Camp|Gar|Marc|Ber|Tour|Per|Cor|Bar|Mar|Sal|Vern|Laf|Cha',
  ),
  endings: list('champ|mont|vigne|rière|pré|val|court|tier|neau|lard|son|thier|bois|fils|ron|quet|din|lat|sard|veau'),
  firstNames: list(
    'Jean|Pierre|Michel|André|Philippe|Alain|Bernard|Jacques|Christophe|Nicolas|Laurent|Sébastien|Frédéric|Julien|Stéphane|Olivier|Marie|Nathalie|Isabelle|Sylvie|Catherine',
  ),
  trades: list(
    'Menuiserie|Plomberie|Maçonnerie|Électricité|Charpente|Boulangerie|Transports|Travaux Publics|Construction|Constructions|Bâtiment|Peinture|Couverture|Chauffage|Garage|Automobiles|Carrosserie|Immobilier|Conseil|Gestion|Distribution|Industrie|Mécanique|Métallerie|Serrurerie|Imprimerie|Éditions|Restauration|Hôtel|Pharmacie|Optique|Assurances|Papeterie|Ingénierie|Architecture|Paysages|Espaces Verts|Vignobles|Boucherie|Charcuterie|Fleurs|Coiffure|Emballages|Plastiques|Textile|Chimie|Cosmétiques|Aéronautique|Équipements|Environnement|Nettoyage|Sécurité|Location|Négoce|Bois|Matériaux|Agencement|Ébénisterie|Logistique|Manufacture|Outillage|Fonderie',
  ),
  regions: list(
    'Atlantique|Alpes|Rhône|Loire|Midi|Nord|Sud|Bretagne|Normandie|Provence|Aquitaine|Lorraine|Française|Européenne|Grand Ouest|Occitane',
  ),
  brothers: 'Frères',
  and: 'et',
  sisters: list(
    'Holding|Groupe|Participations|Immobilier|Services|Développement|Nord|Sud|2|International|Investissement',
  ),
  cityStems: list(
    'Beau|Clair|Mont|Val|Saint-Bré|Saint-Lau|Font|Haute|Basse|Roche|Ville|Cour|Bel|Gran|Mar|Lan|Pont|Cham|Bour|Neu|Ver|Sau|Aubé|Mé',
  ),
  cityEndings: list(
    'ville|court|mont|val|bourg|lac|fort|gny|zac|nay|sur|vigny|lès|champ|roy|zelle|nault|veyre|goin|lers',
  ),
  cityTails: [
    ['sur-Loiret', 's/Loiret'],
    ['en-Vallée', ''],
    ['Cedex', ''],
    ['les-Bains', ''],
  ],
  streets: list(
    'rue de la Gare|avenue de la République|rue du Moulin|route de Lyon|zone industrielle Nord|place du Marché|rue des Lilas|chemin des Vignes|boulevard Victor Hugo|rue Pasteur',
  ),
  houseFirst: true,
  postcode: '#####',
  domain: 'fr',
  abbreviations: pairs(
    'Établissements=Ets|Frères=Frs|Société=Sté|Travaux Publics=TP|Transports=Trans.|Construction=Const.|Constructions=Const.|International=Intl|et=&|Compagnie=Cie|Saint=St|Services=Serv.|Développement=Dévt|Équipements=Équip.|Immobilier=Immo.',
  ),
  writesUmlautsAsTwo: false,
};

const ITALY: CountryTable = {
  country: 'IT',
  share: 10,
  forms: [
    ['S.r.l.', 64, 'SRL|Srl|Società a responsabilità limitata', 'corporation'],
    ['S.p.A.', 9, 'SPA|Spa|Società per azioni', 'corporation'],
    ['S.n.c.', 10, 'SNC|Snc', 'partnership'],
    ['S.a.s.', 9, 'SAS|Sas', 'partnership'],
    ['S.r.l.s.', 5, 'SRLS|Srls', 'corporation'],
    ['Soc. Coop.', 3, 'Società Cooperativa', 'corporation'],
  ],
  patterns: ROMANCE_PATTERNS,
  surnames: list(
    'Rossi|Russo|Ferrari|Esposito|Bianchi|Romano|Colombo|Ricci|Marino|Greco|Bruno|Gallo|Conti|De Luca|Mancini|Costa|Giordano|Rizzo|Lombardi|Moretti|Barbieri|Fontana|Santoro|Mariani|Rinaldi|Caruso|Ferrara|Galli|Martini|Leone|Longo|Gentile|Martinelli|Vitale|Lombardo|Serra|Coppola|De Santis|Marchetti|Parisi|Villa|Conte|Ferraro|Ferri|Fabbri|Bianco|Marini|Grasso|Valentini|Messina|Sala|De Angelis|Gatti|Pellegrini|Palumbo|Sanna|Farina|Rizzi|Monti|Cattaneo|Morelli|Amato|Silvestri|Mazza|Testa|Grassi|Pellegrino|Carbone|Giuliani|Benedetti|Nicolò|Cafà',
  ),
  stems: list(
    'Mar|Bel|Cap|Cor|Fer|Gal|Lor|Man|Mont|Pal|Ric|San|Tor|Val|Ver|Zan|Bar|Cas|Dom|Gui|Lan|Per|Ros|Sar|Vis|Bert|Mor',
  ),
  endings: list('ini|etti|elli|oni|ato|ucci|aro|esi|ello|otti|ardi|engo|aldi|acchi|iero|isano|uzzi|asco|ante|occhi'),
  firstNames: list(
    'Mario|Giuseppe|Antonio|Giovanni|Luigi|Francesco|Angelo|Vincenzo|Pietro|Salvatore|Carlo|Franco|Domenico|Bruno|Paolo|Michele|Giorgio|Maria|Anna|Rosa|Angela|Giovanna',
  ),
  trades: list(
    'Costruzioni|Impianti|Autotrasporti|Trasporti|Immobiliare|Officine|Officina Meccanica|Carpenteria|Falegnameria|Arredamenti|Mobili|Ceramiche|Marmi|Edilizia|Edile|Alimentari|Salumificio|Caseificio|Panificio|Vini|Cantine|Oleificio|Frantoio|Autosalone|Carrozzeria|Ricambi|Gomme|Abbigliamento|Confezioni|Tessuti|Maglificio|Calzaturificio|Pelletteria|Tipografia|Grafiche|Editoriale|Farmacia|Ottica|Hotel|Ristorazione|Viaggi|Assicurazioni|Consulenza|Servizi|Elettronica|Elettrotecnica|Termoidraulica|Idraulica|Climatizzazione|Energia|Ambiente|Ecologia|Plastica|Stampi|Fonderia|Torneria|Utensili|Macchine Utensili|Imballaggi|Cartiera|Chimica|Vernici|Legnami|Serramenti|Ferramenta|Agricola|Vivai|Logistica|Gestioni|Finanziaria',
  ),
  regions: list(
    'Adriatica|Lombarda|Veneta|Toscana|Emiliana|Italiana|Europea|Padana|Alpina|Mediterranea|Nord|Sud|Piemontese|Siciliana',
  ),
  brothers: 'Fratelli',
  and: 'e',
  sisters: list('Holding|Group|Immobiliare|Servizi|Nord|Sud|2|International|Italia|Partecipazioni|Finanziaria'),
  cityStems: list(
    'Monte|Castel|San Bel|Villa|Borgo|Ponte|Rocca|Cam|Fon|Vall|Tor|Sal|Mar|Cor|Bel|Pal|Ron|Ger|Tre|Col|Lan|Bar|Fri',
  ),
  cityEndings: list(
    'vecchio|nuovo|rosso|ello|ara|enza|ano|ate|igo|asco|olo|etto|ina|one|forte|bruno|iano|ezzo|ona|uggia',
  ),
  cityTails: [
    ['sul Bretto', 's/Bretto'],
    ['di Sotto', ''],
    ['Terme', ''],
    ['in Valdarsa', ''],
  ],
  streets: list(
    'Via Roma|Via Garibaldi|Via Mazzini|Corso Italia|Viale Europa|Via dell’Industria|Via Verdi|Piazza del Mercato|Via Cavour|Via Artigiani',
  ),
  houseFirst: false,
  postcode: '#####',
  domain: 'it',
  abbreviations: pairs(
    'Fratelli=F.lli|Officina Meccanica=Off. Mecc.|Officine=Off.|Costruzioni=Costr.|Autotrasporti=Autotrasp.|Immobiliare=Immob.|International=Int.|e=&|Elettrotecnica=Elettr.|Industria=Ind.|Società=Soc.|Macchine Utensili=Macch. Ut.|San=S.',
  ),
  writesUmlautsAsTwo: false,
};

const NETHERLANDS: CountryTable = {
  country: 'NL',
  share: 7,
  forms: [
    ['B.V.', 82, 'BV|Besloten Vennootschap', 'corporation'],
    ['N.V.', 4, 'NV|Naamloze Vennootschap', 'corporation'],
    ['V.O.F.', 11, 'VOF|Vennootschap onder firma', 'partnership'],
    ['Coöperatie U.A.', 2, 'Coöperatie UA', 'corporation'],
    ['C.V.', 1, 'CV', 'partnership'],
  ],
  patterns: ENGLISH_PATTERNS,
  surnames: list(
    'De Jong|Jansen|De Vries|Van den Berg|Van Dijk|Bakker|Janssen|Visser|Smit|Meijer|De Boer|Mulder|De Groot|Bos|Vos|Peters|Hendriks|Van Leeuwen|Dekker|Brouwer|De Wit|Dijkstra|Smits|De Graaf|Van der Meer|Van der Linden|Kok|Jacobs|De Haan|Vermeulen|Van den Heuvel|Van der Veen|Van den Broek|De Bruijn|De Bruin|Van der Heijden|Schouten|Van Beek|Willems|Van Vliet|Van de Ven|Hoekstra|Maas|Verhoeven|Koster|Van Dam|Prins|Blom|Huisman|Peeters|Kuipers|Veenstra|Kuiper|Postma|Van Wijk|Bosman|Timmermans|Groen|Gerritsen',
  ),
  stems: list(
    'Hoog|Laag|Veen|Dijk|Water|Berg|Bos|Zand|Steen|Brand|Oost|West|Noord|Klein|Groot|Eiken|Linden|Rijn|Wilg|Kamp|Hof|Mole|Roos|Bloem|Heide',
  ),
  endings: list('stra|ma|man|huis|veld|sma|kamp|boer|hoek|dam|wijk|horst|inga|enaar|mans|brink|laar|ers'),
  firstNames: list('Jan|Piet|Henk|Cornelis|Willem|Johan|Gerrit|Hendrik|Peter|Kees|Maria|Anna|Johanna|Dirk|Marcel|Erik'),
  trades: list(
    'Bouw|Bouwbedrijf|Installatietechniek|Transport|Logistiek|Makelaardij|Vastgoed|Beheer|Holding|Schilderwerken|Timmerwerken|Metaal|Staalbouw|Machinefabriek|Techniek|Elektrotechniek|Automatisering|Advies|Accountants|Administratie|Handelsonderneming|Import|Export|Groothandel|Kwekerij|Tuinen|Hoveniers|Bakkerij|Slagerij|Horeca|Catering|Hotel|Reizen|Uitgeverij|Drukkerij|Reclame|Verzekeringen|Financieel Advies|Autobedrijf|Garage|Fietsen|Scheepsbouw|Jachtbouw|Scheepvaart|Bloemen|Zaden|Groenten|Vlees|Zuivel|Kaas|Meubelen|Interieur|Keukens|Verpakkingen|Kunststoffen|Chemie|Farma|Zorg|Apotheek|Optiek|Schoonmaak|Beveiliging|Uitzendbureau|Kleding|Grondwerken|Wegenbouw|Dakwerken|Isolatie|Klimaattechniek|Koeltechniek',
  ),
  regions: list(
    'Noord|Zuid|Holland|Friese|Brabantse|Limburgse|Twente|Nederlandse|Utrechtse|Zeeuwse|Gelderse|Randstad|Europese',
  ),
  brothers: 'Gebroeders',
  and: 'en',
  sisters: list('Holding|Beheer|Groep|Noord|Zuid|2|International|Vastgoed|Services|Participaties|Pensioen'),
  cityStems: list(
    'Hoog|Laag|Nieuw|Oud|Water|Zand|Rijn|Veen|Bergen|Eind|Haar|Lees|Wolf|Kool|Mole|Duin|Meer|Ooster|Wester|Noorder|Zuider|Bree|Lind',
  ),
  cityEndings: list(
    'dam|dijk|veen|burg|wijk|hoven|drecht|kerk|horst|woude|zijl|meer|lo|sluis|broek|rade|stede|huizen|kamp',
  ),
  cityTails: [
    ['aan den Rijt', 'a/d Rijt'],
    ['(Gld)', ''],
    ['bij de Veert', ''],
  ],
  streets: list(
    'Dorpsstraat|Kerkstraat|Industrieweg|Stationsweg|Molenweg|Schoolstraat|Nijverheidsweg|Havenstraat|Parallelweg|De Hoef',
  ),
  houseFirst: false,
  postcode: '#### @@',
  domain: 'nl',
  abbreviations: pairs(
    'Gebroeders=Gebr.|Handelsonderneming=Handelsond.|en=&|Machinefabriek=Mach.fabriek|Installatietechniek=Inst.techniek|International=Int.|Maatschappij=Mij.|Nederlandse=Ned.|Bouwbedrijf=Bouwbedr.|Administratie=Adm.',
  ),
  writesUmlautsAsTwo: false,
};

const GB_SURNAMES = list(
  'Smith|Jones|Taylor|Brown|Williams|Wilson|Johnson|Davies|Robinson|Wright|Thompson|Evans|Walker|White|Roberts|Green|Hall|Wood|Jackson|Clarke|Clark|Harris|Lewis|Turner|Hill|Cooper|Ward|Moore|Morris|King|Watson|Baker|Harrison|Morgan|Patel|Young|Allen|Mitchell|James|Anderson|Phillips|Lee|Bell|Parker|Davis|Bennett|Miller|Cook|Shaw|Richardson|Carter|Collins|Bailey|Gray|Murphy|Adams|Kelly|Cox|Marshall|Mason|Hughes|Edwards|Martin|Khan|Scott|Reid|Stewart|Campbell|Ross|Fraser|Hunter|Simpson|Webb|Palmer|Fletcher|Barnes',
);
const ENGLISH_STEMS = list(
  'Ash|Black|Brad|Burn|Clay|Cran|East|Fair|Green|Hart|Haw|High|Hol|Kirk|Lang|Lind|Mar|Nor|Oak|Pem|Red|Rush|Shel|Stan|Sut|Thorn|Wal|West|Whit|Win|Wood|Wy',
);
const ENGLISH_ENDINGS = list(
  'ley|ton|ford|field|worth|well|wood|by|man|ham|ridge|burn|more|shaw|croft|stone|brook|land|cliffe|hurst',
);
const ENGLISH_TRADES = list(
  'Plumbing|Heating|Electrical|Construction|Builders|Building Services|Roofing|Joinery|Engineering|Precision Engineering|Manufacturing|Logistics|Transport|Haulage|Motors|Cars|Garage|Properties|Property Management|Lettings|Estates|Consulting|Consultancy|Solutions|Software|Design|Marketing|Media|Publishing|Print|Packaging|Plastics|Chemicals|Foods|Catering|Restaurants|Bakery|Brewery|Wines|Hotels|Leisure|Travel|Fitness|Health|Healthcare|Dental|Pharmacy|Care Homes|Nursery|Training|Office Supplies|Recruitment|Accountants|Financial Services|Insurance|Investments|Capital|Holdings|Trading|Wholesale|Imports|Fashion|Textiles|Furniture|Interiors|Kitchens|Flooring|Glass|Steel|Metals|Timber|Tools|Machinery|Instruments|Pumps|Valves|Landscapes|Farms|Cleaning|Security|Waste|Recycling|Energy|Solar|Boats|Aerospace|Ceramics|Events|Films|Toys|Jewellers|Florists',
);
const ENGLISH_CITY_STEMS = list(
  'Ash|Black|Brad|Burn|Clay|Cran|East|Fair|Green|Hart|Haw|High|Hol|Kirk|Lang|Lind|Mar|Nor|Oak|Pem|Red|Rush|Shel|Stan|Sut|Thorn|Wal|West|Whit|Win|Great Wood|Little Brook|Saint Al|Mill|Spring|Cedar|Pine|Clear|Fox|Lake',
);
const ENGLISH_CITY_ENDINGS = list(
  'bury|ton|ford|field|ham|port|mouth|stead|wick|dale|combe|minster|bridge|church|haven|grove|vale|view|borough|chester',
);

const BRITAIN: CountryTable = {
  country: 'GB',
  share: 14,
  forms: [
    ['LTD', 60, 'Limited|Ltd|Ltd.', 'corporation'],
    ['LIMITED', 31, 'Ltd|Ltd.|LTD', 'corporation'],
    ['LLP', 5, 'L.L.P.|Limited Liability Partnership', 'partnership'],
    ['PLC', 2, 'plc|Public Limited Company', 'corporation'],
    ['CIC', 2, 'C.I.C.', 'corporation'],
  ],
  patterns: ENGLISH_PATTERNS,
  surnames: GB_SURNAMES,
  stems: ENGLISH_STEMS,
  endings: ENGLISH_ENDINGS,
  firstNames: list(
    'John|David|Peter|Michael|Paul|Andrew|Stephen|Mark|James|Robert|Richard|Susan|Margaret|Karen|Julie|Alan|Keith|Ian|Graham|Colin',
  ),
  trades: ENGLISH_TRADES,
  regions: list(
    'Northern|Southern|Western|Eastern|British|Anglian|Midland|Yorkshire|Scottish|Welsh|London|Thames|Severn|Pennine|Highland|Wessex|National|Global',
  ),
  brothers: 'Brothers',
  and: 'and',
  sisters: list('Holdings|Group|Properties|North|South|2|International|UK|Services|Management|Investments'),
  cityStems: ENGLISH_CITY_STEMS,
  cityEndings: ENGLISH_CITY_ENDINGS,
  cityTails: [
    ['upon Wyle', ''],
    ['-on-Sea', ' on Sea'],
    ['St Mary', ''],
  ],
  streets: list(
    'High Street|Station Road|Church Lane|Victoria Road|London Road|Mill Lane|Park Avenue|Queens Road|The Green|Trading Estate|Kings Road|Business Park',
  ),
  houseFirst: true,
  postcode: '@@## #@@',
  domain: 'co.uk',
  abbreviations: pairs(
    'Brothers=Bros|and=&|Company=Co|Manufacturing=Mfg|Engineering=Eng|Precision Engineering=Prec. Eng.|Services=Svcs|International=Intl|Construction=Constr.|Properties=Props|Management=Mgmt|Building Services=Bldg Svcs|Investments=Invest.|Electrical=Elec.|National=Nat.',
  ),
  writesUmlautsAsTwo: false,
};

const UNITED_STATES: CountryTable = {
  ...BRITAIN,
  country: 'US',
  share: 8,
  forms: [
    ['LLC', 55, 'L.L.C.|Limited Liability Company', 'corporation'],
    ['Inc.', 32, 'Inc|Incorporated|INC', 'corporation'],
    ['Corp.', 6, 'Corp|Corporation', 'corporation'],
    ['LP', 2, 'L.P.', 'partnership'],
    ['LLP', 2, 'L.L.P.', 'partnership'],
    ['Company', 3, 'Co.|Co', 'corporation'],
  ],
  surnames: list(
    'Smith|Johnson|Williams|Brown|Jones|Garcia|Miller|Davis|Rodriguez|Martinez|Hernandez|Lopez|Gonzalez|Wilson|Anderson|Thomas|Taylor|Moore|Jackson|Martin|Lee|Perez|Thompson|White|Harris|Sanchez|Clark|Ramirez|Lewis|Robinson|Walker|Young|Allen|King|Wright|Scott|Torres|Nguyen|Hill|Flores|Green|Adams|Nelson|Baker|Hall|Rivera|Campbell|Mitchell|Carter|Roberts|Gomez|Phillips|Evans|Turner|Diaz|Parker|Cruz|Edwards|Collins|Reyes|Stewart|Morris|Morales|Murphy|Cook|Rogers|Peterson|Cooper|Reed|Bailey|Kelly|Howard',
  ),
  regions: list(
    'Northern|Southern|Western|Eastern|American|Pacific|Atlantic|Midwest|Texas|Rocky Mountain|Great Lakes|National|Global|Gulf|Pioneer|Heartland',
  ),
  sisters: list('Holdings|Group|Properties|North|West|2|International|USA|Services|Management|Investments'),
  cityTails: [
    ['Heights', ''],
    ['Beach', ''],
    ['Township', 'Twp'],
  ],
  streets: list(
    'Main Street|Oak Avenue|Maple Drive|Industrial Boulevard|Washington Street|Park Place|Commerce Drive|2nd Street|Highway 12|Lakeview Road',
  ),
  postcode: '#####',
  domain: 'com',
};

const POLAND: CountryTable = {
  country: 'PL',
  share: 5,
  forms: [
    ['Sp. z o.o.', 76, 'Spółka z o.o.|sp. z o.o.|SP. Z O.O.|Spółka z ograniczoną odpowiedzialnością', 'corporation'],
    ['S.A.', 5, 'SA|Spółka Akcyjna', 'corporation'],
    ['Sp. j.', 8, 'Spółka jawna|sp.j.', 'partnership'],
    ['Sp. k.', 6, 'Spółka komandytowa|sp.k.', 'partnership'],
    ['Sp. z o.o. Sp. k.', 5, 'Sp. z o.o. Spółka komandytowa', 'corporation'],
  ],
  patterns: ROMANCE_PATTERNS,
  surnames: list(
    'Nowak|Kowalski|Wiśniewski|Wójcik|Kowalczyk|Kamiński|Lewandowski|Zieliński|Szymański|Woźniak|Dąbrowski|Kozłowski|Jankowski|Mazur|Kwiatkowski|Wojciechowski|Krawczyk|Kaczmarek|Piotrowski|Grabowski|Zając|Pawłowski|Michalski|Król|Nowakowski|Wieczorek|Wróbel|Jabłoński|Dudek|Adamczyk|Majewski|Nowicki|Olszewski|Stępień|Jaworski|Malinowski|Pawlak|Górski|Witkowski|Walczak|Sikora|Rutkowski|Baran|Michalak|Szewczyk|Ostrowski|Tomaszewski|Pietrzak|Marciniak|Wróblewski',
  ),
  stems: list(
    'Bor|Brzoz|Dęb|Gór|Jawor|Kras|Lip|Mal|Now|Ols|Piask|Rak|Sad|Sosn|Star|Top|Wil|Zawad|Zór|Ław|Żur|Grab|Krup|Mach|Pod',
  ),
  endings: list('owski|iński|ewicz|czyk|ak|ecki|owicz|ek|ski|ik|icz|arek|alski|uch'),
  firstNames: list(
    'Jan|Piotr|Andrzej|Krzysztof|Stanisław|Tomasz|Paweł|Józef|Marcin|Marek|Michał|Grzegorz|Anna|Maria|Katarzyna|Małgorzata|Agnieszka',
  ),
  trades: list(
    'Budownictwo|Zakład Budowlany|Usługi Transportowe|Transport|Meble|Okna|Drzwi|Stolarstwo|Piekarnia|Cukiernia|Zakłady Mięsne|Mleczarnia|Hurtownia|Handel|Przedsiębiorstwo Handlowe|Przedsiębiorstwo Budowlane|Przedsiębiorstwo Produkcyjne|Produkcja|Inwestycje|Nieruchomości|Deweloper|Doradztwo|Biuro Rachunkowe|Kancelaria|Apteka|Klinika|Stomatologia|Hotel|Restauracja|Turystyka|Drukarnia|Wydawnictwo|Reklama|Opakowania|Tworzywa|Chemia|Kosmetyki|Tekstylia|Odzież|Obuwie|Auto|Motoryzacja|Części Samochodowe|Maszyny Rolnicze|Ogrodnictwo|Warzywa|Owoce|Drewno|Tartak|Stal|Konstrukcje Stalowe|Odlewnia|Narzędzia|Hydraulika|Klimatyzacja|Elektryka|Energetyka|Fotowoltaika|Recykling|Ochrona|Sprzątanie|Logistyka|Spedycja',
  ),
  regions: list(
    'Polska|Śląska|Mazowiecka|Wielkopolska|Pomorska|Małopolska|Bałtycka|Krakowska|Warszawska|Europejska|Wschodnia|Zachodnia|Północna',
  ),
  brothers: 'Bracia',
  and: 'i',
  sisters: list('Holding|Grupa|Inwestycje|Nieruchomości|Serwis|Północ|Południe|2|International|Polska|Invest'),
  cityStems: list(
    'Biało|Brzoz|Czar|Dąb|Gór|Jawor|Krasno|Lip|Miedzy|Nowo|Ostro|Piask|Rado|Sosno|Staro|Strze|Tar|Wielo|Zawier|Żyro|Łąko|Świe',
  ),
  cityEndings: list('wiec|ów|owo|szcz|gród|lin|nica|mierz|sk|stok|brzeg|cin|rzyn|bork|pole|wice|nowo|ławy'),
  cityTails: [
    ['nad Wrzą', 'n. Wrzą'],
    ['Mazowiecki', 'Maz.'],
    ['Zdrój', ''],
  ],
  streets: list(
    'ul. Polna|ul. Leśna|ul. Słoneczna|ul. Krótka|ul. Szkolna|ul. Ogrodowa|ul. Przemysłowa|ul. Kolejowa|al. Niepodległości|ul. Fabryczna',
  ),
  houseFirst: false,
  postcode: '##-###',
  domain: 'pl',
  abbreviations: pairs(
    'Przedsiębiorstwo Handlowe=P.H.|Przedsiębiorstwo Budowlane=P.B.|Przedsiębiorstwo Produkcyjne=Przeds. Prod.|Przedsiębiorstwo=Przeds.|Zakłady Mięsne=Z.M.|Usługi Transportowe=Usł. Transp.|i=&|Konstrukcje Stalowe=Konstr. Stal.|International=Int.|Biuro Rachunkowe=Biuro Rach.',
  ),
  writesUmlautsAsTwo: false,
};

const SPAIN: CountryTable = {
  country: 'ES',
  share: 5,
  forms: [
    ['S.L.', 76, 'SL|Sociedad Limitada', 'corporation'],
    ['S.L.U.', 8, 'SLU', 'corporation'],
    ['S.A.', 12, 'SA|Sociedad Anónima', 'corporation'],
    ['S.C.', 2, 'SC|Sociedad Civil', 'partnership'],
    ['C.B.', 2, 'CB|Comunidad de Bienes', 'partnership'],
  ],
  patterns: ROMANCE_PATTERNS,
  surnames: list(
    'García|Rodríguez|González|Fernández|López|Martínez|Sánchez|Pérez|Gómez|Martín|Jiménez|Ruiz|Hernández|Díaz|Moreno|Muñoz|Álvarez|Romero|Alonso|Gutiérrez|Navarro|Torres|Domínguez|Vázquez|Ramos|Gil|Ramírez|Serrano|Blanco|Molina|Morales|Suárez|Ortega|Delgado|Castro|Ortiz|Rubio|Marín|Sanz|Núñez|Iglesias|Medina|Garrido|Cortés|Castillo|Santos|Lozano|Guerrero|Cano|Prieto|Méndez|Cruz|Calvo|Gallego|Vidal|León|Márquez|Herrera|Peña|Flores|Cabrera|Campos|Vega|Fuentes',
  ),
  stems: list(
    'Al|Bar|Cal|Cam|Car|Cas|Cor|Es|Fer|Gar|Gal|Lo|Mal|Mar|Men|Mon|Or|Pal|Que|Sal|San|Tor|Val|Ver|Vill|Zam|Zur',
  ),
  endings: list('ero|illo|edo|anes|uela|osa|igal|abal|ares|erín|eda|obar|ieta|izal|agón|ués|orga|onte|ides'),
  firstNames: list(
    'Antonio|Manuel|José|Francisco|Juan|Javier|Carlos|Miguel|Rafael|Pedro|Ángel|Luis|María|Carmen|Josefa|Isabel|Pilar|Dolores',
  ),
  trades: list(
    'Construcciones|Obras|Reformas|Instalaciones|Electricidad|Fontanería|Carpintería|Carpintería Metálica|Muebles|Transportes|Logística|Talleres|Automóviles|Recambios|Neumáticos|Inmobiliaria|Promociones|Inversiones|Gestión|Asesores|Consultores|Ingeniería|Arquitectura|Distribuciones|Comercial|Suministros|Alimentación|Conservas|Cárnicas|Panadería|Bodegas|Viñedos|Aceites|Frutas|Hortalizas|Viveros|Agrícola|Ganadera|Pescados|Hostelería|Restaurante|Hotel|Viajes|Imprenta|Gráficas|Editorial|Publicidad|Farmacia|Óptica|Clínica|Papelería|Limpiezas|Seguridad|Mantenimiento|Maquinaria|Herramientas|Plásticos|Envases|Química|Pinturas|Textil|Confecciones|Calzados|Joyería|Mármoles|Cerámicas|Maderas|Aluminios|Climatización|Energía|Reciclajes|Excavaciones|Hormigones',
  ),
  regions: list(
    'Ibérica|Española|Catalana|Andaluza|Gallega|Levantina|Castellana|Europea|Mediterránea|del Norte|del Sur|Vasca|Aragonesa|Canaria',
  ),
  brothers: 'Hermanos',
  and: 'y',
  sisters: list('Holding|Grupo|Inversiones|Servicios|Norte|Sur|2|Internacional|España|Gestión|Patrimonial'),
  cityStems: list(
    'Villa|Torre|Monte|Val|San Bel|Puente|Agua|Casa|Alcal|Ben|Cala|Fuente|Gran|Mal|Mor|Oli|Pal|Ro|Sala|Tal|Ubr|Zar',
  ),
  cityEndings: list(
    'nueva|vieja|bermeja|del Río|mar|blanca|seca|dilla|rroya|zuela|lejo|nera|joz|doba|gosa|huela|carros|reja|viso',
  ),
  cityTails: [
    ['de la Sierra', ''],
    ['de los Infantes', ''],
    ['la Real', ''],
  ],
  streets: list(
    'Calle Mayor|Avenida de la Constitución|Calle Real|Polígono Industrial Norte|Plaza de España|Calle del Sol|Calle Nueva|Avenida de Andalucía|Calle San Juan|Carretera Nacional',
  ),
  houseFirst: false,
  postcode: '#####',
  domain: 'es',
  abbreviations: pairs(
    'Hermanos=Hnos.|Construcciones=Constr.|Instalaciones=Inst.|Transportes=Transp.|Distribuciones=Distrib.|Internacional=Int.|y=&|Compañía=Cía.|Inmobiliaria=Inmob.|Carpintería Metálica=Carp. Metálica|Suministros=Sum.|Automóviles=Autom.|Servicios=Serv.|San=S.',
  ),
  writesUmlautsAsTwo: false,
};

export const COUNTRIES: readonly CountryTable[] = [
  GERMANY,
  AUSTRIA,
  SWITZERLAND,
  FRANCE,
  ITALY,
  NETHERLANDS,
  BRITAIN,
  UNITED_STATES,
  POLAND,
  SPAIN,
];

/** Syllables of coined brands. */
export const BRAND_ONSETS: readonly string[] = list(
  'b|c|d|f|g|k|l|m|n|p|r|s|t|v|z|br|cr|dr|fl|gr|kl|kr|pl|pr|qu|sc|st|str|tr|tw|x|y|w|j|h|gl|sp|fr|th|bl',
);
export const BRAND_VOWELS: readonly string[] = list('a|e|i|o|u|a|e|i|o|ea|ia|io|eo|ai|ou|y');
export const BRAND_CODAS: readonly string[] = list('||||n|r|l|s|x|m|t|nd|rt|lt|k|c|v');
export const BRAND_ENDINGS: readonly string[] = list(
  'a|o|is|ex|on|ix|or|um|ia|eo|ax|us|en|ent|ica|max|tec|pro|lab|co|va|ra|no|ly|io|tron|med|flex|plan|form|gen|via',
);

/** Words of companies that give others access; no company of the list has one. */
export const PROVIDER_WORDS: readonly string[] = list(
  'Telecom|Internet|Hosting|Networks|Broadband|Cloud|Datacenter|Telekom|Fiber|Wireless|Telecomunicaciones|Télécom',
);
