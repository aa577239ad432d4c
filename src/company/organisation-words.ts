import { listed } from './listed.ts';

/**
 * Words of public bodies and of education, in the languages of their registers, as words.ts writes them.
 * Written for this project.
 */
export const PUBLIC_WORDS: ReadonlySet<string> = listed(`
  aduana airforce ajuntament aphp ayuntamiento bakanligi bundesagentur bundesamt bundesanstalt
  bundesministerium bundestag bundeswehr chu concello consulate diputacion dod embassy europarl fbi finanzamt
  gemeente gemeinde gendarmerie generalitat gmina gminy gobierno gouvernement government governo govt hopital
  judicial junta justicia justiz kaupunki kommun kommune kommunen kreisstadt kreisverwaltung kunta laboratory
  laender landesamt landesbetrieb landeshauptstadt landkreis landratsamt mesto miasta ministarstvo ministere
  ministerial ministerie ministerio ministerium ministero ministerstvo ministerul ministry municipal
  municipalidad municipalite municipality municipio nasa nato ndaa nhs noaa obec oras parlament parlamento
  parliament police policia politie polizei polizeipraesidium prefeitura primaria regierung regierungsrat
  rijkswaterstaat sdis secretaria senado senat senate stadtverwaltung treasury tribunal unesco unicef urzad
  usaisc usda zoll
`);

export const EDUCATION_WORDS: ReadonlySet<string> = listed(`
  biblioteca bibliothek bibliotheque cern cnrs colegio colleges collegio csic desy ecoles educacao educacion
  egyetem fachhochschule faculdade facultad fakultat forschungszentrum fraunhofer helmholtz hochschule
  hochschulen hogeschool hogskola hogskolan hogskole inria isd k12 kolleg koulu leibniz lycee lyceum nren okul
  planck politechnika politecnica politecnico polytechnic polytechnique  schulverwaltung skola
  skole studentenwerk sveuciliste szkola ulikool univ universidad universidade universita universitaet
  universitaria universitario universitas universitat universitatea universitato universite universiteit
  universitesi universitet universitetet universities university univerza univerzita univerzitet uniwersytet
  unversity usd yliopisto
`);

/** Parts of long words of the same meaning. */
export const EDUCATION_PARTS: readonly string[] = [
  'universit',
  'hochschul',
  'helmholtz',
  'fraunhofer',
  'forschungs',
  'schulverwalt',
  'akademi',
];

/** Words that companies use too (National Instruments, City Bank): they count only without the legal form of a corporation. */
export const WEAK_PUBLIC_WORDS: ReadonlySet<string> = listed(`
  administracion administration administrativo agence agencia agency agenzia army asociacion assembly
  associacao association associazione authority autoridad autorita autorite borough canton cantonal church
  city comision commission commissioner commune comune congreso congress congresso council county court courts
  customs defence defensa defense departamento departement department difesa diocese directorate federal
  federalnoe fondation foundation fundacao fundacion gosudarstvennoe iglesia inspectorate institut institute
  instituto istituto justice kanton kirche laboratories marina marine militar military nacional national
  nationale nations navy office prefectura prefecture province provincia region regione secretariat secretary
  society stadt state stiftung tax township union verband verein who
`);

/** The same for education and research. */
export const WEAK_EDUCATION_WORDS: ReadonlySet<string> = listed(`
  academia academie academy akademi akademia akademie akademija bildung campus ciencias college ecole edu
  education educational enseignement escola escolas escuela faculty forschung gymnasium investigacion
  istruzione learning libraries library musee museo museum observatory pesquisa recherche research ricerca
  school schools schule schulen science sciences scuola student studenten students technion wissenschaft
`);

export const PUBLIC_PHRASES: readonly string[] = [
  'national laboratory',
  'national laboratories',
  'department of',
  'city of',
  'state of',
  'county of',
  'town of',
  'office of the',
  'board of',
  'bureau of',
  'house of representatives',
  'united states',
  'united nations',
  'european commission',
  'european union',
  'world bank',
  'reserve bank',
  'central bank',
  'federal reserve',
  'banque de france',
  'air force',
  'public schools',
  'port authority',
  'transit authority',
  'airport authority',
  'housing authority',
  'land tirol',
  'freie und hansestadt',
];

/**
 * The same for customers, among whom the words mean nothing else: public bodies, in compounds and phrases too. As a
 * holder of an own network they are told by the words above.
 */
export const PUBLIC_CUSTOMER: RegExp =
  / (?:\S*(?:ministeri|ministry|amtsgericht|landgericht|oberlandesger|verwaltungsger|sozialgericht|kanzleramt|kreisverwalt|stadtverwalt|landratsamt|gemeindeverwalt|polizei|bezirksregierung|finanzamt|staatsanwalt|staatskanzlei|bundesamt|landesamt|regierungspras|feuerwehr|verbandsgemeinde|samtgemeinde|stadtgemeinde|marktgemeinde|gemeindeamt|burgermeisteramt|buergermeisteramt|bezirkshauptmann|bezirksamt|arbeitsagentur|jobcenter|zollamt|hauptzollamt|justizvollzug|gesundheitsamt|wasserverband|zweckverband|abwasserverband)\S*|landeshauptstadt|kreisstadt|magistrat|overheid|rijksoverheid|waterschap|hoogheemraadschap|veiligheidsregio|provinciehuis|gemeentehuis|gemeente|parlement|agentschap|ministerie|rechtbank|belastingdienst|mairie|prefecture|sous prefecture|gendarmerie|conseil (?:general|departemental|regional|municipal)|communaute (?:de communes|d agglomeration|dagglomeration|urbaine)|ville de|commune de|departement (?:de|du|des)|sdis|ccas|comune di|citta di|provincia di|regione \S+|questura|prefettura|procura|tribunale|carabinieri|polizia|vigili del fuoco|asl|azienda (?:ulss|sanitaria|usl|ospedaliera)|comunita montana|unione (?:dei )?comuni|ayuntamiento|ajuntament|concello|diputacion|generalitat|gobierno|gobernacion|alcaldia|junta de|xunta|cabildo|municipalidad|intendencia|secretaria de|policia|guardia civil|juzgado|ministerio publico|fiscalia|camara municipal|camara de vereadores|junta de freguesia|municipio|municipality|prefeitura|governo|tribunal|procuradoria|secretaria da|assembleia legislativa|urzad|gmina|powiat|starostwo|sad rejonowy|sad okregowy|komenda|prokuratura|izba skarbowa|zaklad ubezpieczen spolecznych|marszalkowski|wojewodzki|city (?:council|hall|government)|(?:county|borough|district|town|parish|village|regional|municipal) (?:council|government|court|office|commission|clerk)|city of|town of|county of|village of|township of|borough of|state of|department of|office of the|police|sheriff|sheriffs|fire (?:department|district|rescue|service)|courthouse|district court|superior court|federal government|local government|public (?:works|safety|health|library)|housing authority|port authority|water authority|health authority|nhs|primary care trust|council|embassy|consulate|ambassade|embajada|botschaft|high commission|united nations|unicef|undp|kommune|kommunen|lansstyrelsen|landstinget|fylkeskommune|kommunalforbund|kaupunki|kunta|mestsky urad|obecni urad|obecny urad|krajsky urad|mestska cast|obec \S+|mesto \S+|magistrat mesta|onkormanyzat\S*|polgarmesteri|kormanyhivatal|primaria|consiliul (?:judetean|local)|prefectura|belediyesi|belediye|bakanligi|valiligi|kaymakamligi|mudurlugu|baskanligi|ministarstvo|opcina|grad \S+|opstina|uprava|ministerstvo|administratsiya|administraciya|upravlenie|departament|prokuratura|gosudarstvennoe|federalnoe|dimos|perifereia|ypourgeio|dinas|kementerian|pemerintah|kejaksaan|jabatan|kerajaan|municipal corporation|nagar nigam|collectorate|government of|govt|secretariat|high court|supreme court|directorate|parliament|senate|house of representatives|armed forces|ministry) /u;

/** Schools and research, said of a customer. */
export const EDUCATION_CUSTOMER: RegExp =
  / (?:\S*(?:gymnasi|hochschul|universit|grundschul|realschul|hauptschul|volksschul|mittelschul|gesamtschul|berufsschul|berufskolleg|musikschul|schulzentrum|schulverband|sonderschul|forderschul|fachschul|bibliothe|politechni|polytechni|forschungs|fraunhofer|helmholtz|leibniz)\S*|volkshochschule|vhs|mediathek|school district|public schools?|high school|middle school|elementary school|primary school|secondary school|grammar school|schools?|college|colleges|library|libraries|community college|research (?:institute|center|centre|council|foundation)|institute of technology|institute for|institut fur|institut fuer|max planck|academy of sciences|liceo|scuola|scuole|istituto (?:comprensivo|tecnico|professionale|superiore|statale|di istruzione|d istruzione|nazionale)|direzione didattica|biblioteca|politecnico|ecole|ecoles|lycee|groupe scolaire|rectorat|academie de|centre de recherche|bibliotheque|mediatheque|colegio|escuela|escuelas|instituto de (?:educacion|ensenanza|investigacion)|ies|ceip|institut d|escola|escolas|faculdade|faculdades|instituto (?:federal|superior|politecnico|tecnologico)|agrupamento de escolas|szkola|szkoly|zespol szkol|przedszkole|liceum|technikum|instytut|akademia|zakladni skola|stredni skola|materska skola|gymnazium|zakladna skola|iskola|gimnazium|egyetem|foiskola|ovoda|skola|skolan|skole|skoler|hogskola|hogskolan|koulu|lukio|yliopisto|folkeskole|ungdomsskole|videregaende skole|basisschool|hogeschool|roc|middelbare school|onderwijs|okulu|lisesi|fakultesi|koleji|shkola|universitet|scoala|liceul|colegiul|osnovna skola|srednja skola|sekolah|universiti|politeknik|kolej) /u;

/** Of the weak words of public bodies those that a customer's name proves it by: clubs and churches are organisations as firms are. */
export const WEAK_PUBLIC_CUSTOMER: ReadonlySet<string> = listed(`
  administracion administration army assembly authority autoridad autorita autorite borough canton cantonal city comision
  commission commissioner commune comune congreso congress congresso county court courts customs defence defensa defense
  departamento departement department dipartimento difesa directorate federal federalnoe gosudarstvennoe inspectorate justice
  kanton militar military navy prefectura prefecture province provincia region regione secretariat secretary tax township
`);
