import { listed } from './listed.ts';

/** Words that tell of a person or of a practice under a person's name. As words.ts writes names; written for this project. */

/** Said of persons alone, wherever they stand. */
export const PRIVATE_PHRASES: RegExp =
  / (?:private (?:person|persons|customer|customers|individual|user|client|residence|household|subscriber|house|home)|privatperson|privatpersonen|privatkund(?:e|en|in)|privat kunde|privatkund|privathaushalt|privatanschluss|residence of|home of|residencia de|particulier(?:e|en|s)?|klant particulier|persona (?:fisica|natural|particular|privata)|pessoa fisica|personne (?:physique|privee)|osoba (?:fizyczna|prywatna)|fyzicka osoba|fizicka osoba|fizicko lice|fizichna osoba|fizicheskoe litso|fiz litso|chastnoe litso|soukroma osoba|maganszemely|persoana fizica|person fizik|natuerliche person|naturliche person|eredi|erbengemeinschaft|heirs of|estate of|herederos de|vedova|inhaber|inhaberin|inh|proprietor|sole trader|sole proprietor|self employed|einzelunternehmer|einzelunternehmen|einzelfirma|einzelkaufmann|freiberufler|ditta individuale|impresa individuale|trabajador autonomo|trabajadora autonoma|empresario individual|empresario em nome individual|microempreendedor individual|auto entrepreneur|autoentrepreneur|micro entreprise|entreprise individuelle|entrepreneur individuel|eenmanszaak|zzp|zzper|enskild firma|enkeltmandsvirksomhed|enkeltpersonforetak|dzialalnosc gospodarcza|jednoosobowa dzialalnosc|osvc|zivnostnik|samozalozba|egyeni vallalkozo|intreprindere individuala|sahis firmasi|individual entrepreneur|individualnyy predprinimatel|fizychna osoba pidpryiemets) /u;

/** A household, where no word of a trade stands beside it. */
export const FAMILY_WORDS: ReadonlySet<string> = listed(
  'familie family famille familia famiglia fam famile rodzina rodina obitelj csalad family s residence residenz',
);

/** Titles and forms of address before a name; organisations bear none. */
export const TITLES: ReadonlySet<string> = listed(
  'dr drs dra prof professor dott dottore dottor dottssa dottoressa dssa drssa avv mudr judr phdr mvdr mgr rndr paeddr doc doktor docteur doctor doktorn dipl diplom herr frau herrn monsieur mme mlle madame signor signora sig sigra mrs mister senor senora srta dhr mevr mevrouw meneer rouva herra shri smt maitre me rev reverend pastor sir lady dame md dds dmd esq cpa phd mba rer',
);

/** The same, but abbreviations of other things too: they count only where the rest may be a name. */
export const DOUBTFUL_TITLES: ReadonlySet<string> = listed(
  'mr ms miss ing mag arch geom rag sr sra lic licda sri don dona hr fru fr bc di dna dn kfm eng engr adv atty mtro ir mr ra rae stb wp vet med',
);

/** Practices: without a corporation's form they are a person's or several persons', whether or not a name follows. */
export const PRACTICE: RegExp =
  /^(?:notar|notare|notarin|notariat|notariats|notarkanzlei|notarburo|notarbuero|notaria|notarias|notario|notarios|notaio|notai|notaire|notaires|notariale|notaris|notarissen|notariskantoor|notariaat|notariusz|notariusza|notarialna|notarialny|notarius|notary|notarija|notarjevka|notariasa|kozjegyzo|rechtsanw.{1,12}|rechtsanwaelt.*|rechtsanwalt.*|anwalt|anwalte|anwaelte|anwaltin|anwaltsburo|anwaltsbuero|anwaltskanzlei|anwaltssozietat|anwaltssozietaet|kanzlei|patentanw.*|fachanwalt|advokat|advokaten|advokater|advokaterne|advokatfirma|advokatfirmaet|advokatburo|advokatur|advokatkontor|advokatu|advokatska|advokatni|advokaat|advocaat|advocaten|advocatenkantoor|advogado|advogados|advogada|advocacia|abogado|abogados|abogada|avvocato|avvocati|avvocatessa|avocat|avocate|avocats|avukat|avukatlik|adwokat|adwokaci|adwokatow|adwokacka|adwokacki|radca|radcow|radcy|kancelaria|ugyved|ugyvedi|odvetnik|odvetnica|odvetniki|odvjetnik|odvjetnicki|asianajaja|asianajotoimisto|attorney|attorneys|solicitor|solicitors|barrister|barristers|steuerberat(?:er|erin|ung|ungsburo|ungsbuero|ungskanzlei)|steuerkanzlei|steuerburo|steuerbuero|steuerbevollmachtigter|wirtschaftspruefer|wirtschaftsprufer|buchprufer|commercialista|commercialisti|contador|zahnarzt|zahnarzte|zahnaerzte|zahnarztin|zahnarztpraxis|zahnarztliche|zahnaerztliche|zahnmedizin|kieferorthopad.*|kieferorthopaed.*|arzt|aerzte|arztin|arztpraxis|aerztin|arztehaus|praxis|gemeinschaftspraxis|hausarzt.*|frauenarzt.*|kinderarzt.*|augenarzt.*|hautarzt.*|facharzt.*|internist|internisten|orthopade|orthopadie|urologe|radiologe|radiologische|tierarzt.*|heilpraktiker.*|hebamme.*|psychotherapeut.*|physiotherapeut.*|physiotherapie|krankengymnastik|logopad.*|ergotherap.*|tandarts|tandartsen|tandartspraktijk|tandlage.*|tandlaege.*|tannlege.*|tandlakare.*|hammaslaakari.*|huisarts|huisartsen|huisartsenpraktijk|dierenarts|dierenartsen.*|fysiotherap.*|praktijk|dentista|dentisti|dentistico|odontologo|odontologa|odontoiatrico|odontoiatra|medico|medici|medecin|medecins|dentiste|dentistes|chirurgien|chirurgiens|kinesitherap.*|osteopath|osteopathe|infirmier|infirmiere|lekarz|lekarska|lekarski|lekarzy|stomatolog.*|gabinet|ordinace|ordination|ordinacija|fogorvos.*|fogaszat|orvos|orvosi|allatorvos.*|architekt|architektin|architekturburo|architekturbuero|architekten|architektenburo|architektenbuero|architektka|architetto|architetta|arquitecto|arquitecta|arquiteto|architecte|architect|ingenieurburo|ingenieurbuero|ingenieurkontor|planungsburo|planungsbuero|zivilingenieur|ziviltechniker|ziviltechnikerburo|sachverstandig.*|sachverstaendig.*|gutachter|vermessungsburo|vermessungsbuero|geometra|perito|ragioniere|ragionier|farmacista|podologue|podologie|podologo|psychologue|psychologo|psycholog|psychologe|chiropractor|orthodontist|dentist|hudlakare|muratore|idraulico|elettricista|fisioterapista|fisioterapeuta|veterinario|veterinaire)$/u;

/** Two or three words of the same meaning. */
export const PRACTICE_PHRASES: RegExp =
  / (?:studio (?:legale|medico|dentistico|notarile|commerciale|tecnico|associato|professionale|odontoiatrico|veterinario|tributario|fiscale|avv|dott|ing|arch|geom|rag)|cabinet (?:dentaire|medical|avocats?|d avocats?|davocats?|dr|docteur|veterinaire|comptable|notarial)|etude (?:notariale|maitre|me|d avocats?|davocats?)|office notarial|office of dr|law offices?|law firm|law group|law practice|public notary|dental (?:practice|clinic|surgery|office)|dr med|dr rer|dr iur|dr jur|dr phil|dipl ing|dipl kfm|radca prawny|med dent|med vet|clinica (?:dental|dr|dra|dott)|consultorio|bufete|despacho (?:de abogados|juridico|profesional|contable)|escritorio de advocacia|steuer und recht|gabinet (?:stomatologiczny|lekarski)|zubni ordinace) /u;

/** Bodies of a profession, which are no practice. */
export const PROFESSIONAL_BODY: RegExp =
  /(?:kammer|attorney general|attorneys general|prosecut|commonwealth|prezesa|prezydent|sejm|rady|superior court|supreme court|district court|court of|verband|verbande|verein|vereinigung|gericht|minister|universi|hochschul|ordine|ordre|colegio|colegios|collegio|chambre|consejo|consiglio|conseil|conselho|camara|camera|izba|komora|kamara|barreau|society|association|board|council|institut|instituto|istituto|akademie|academy|kongress|stiftung|foundation|versorgungswerk|kasse|krankenhaus|hospital|forum|union|ordem|federation|bundesamt|landesamt|software|magazin|zeitung|verlag|zeitschrift|schule|school)/u;

/** Words that make a firm of a family's or of partners' names. */
export const KINSHIP: ReadonlySet<string> = listed(
  'partner partners partnerzy partneri partenaires sozien sohne soehne sohn tochter toechter sons son hijos hijo filhos fils freres frere bros brothers brother gebruder gebrueder gebr figli figlio fratelli flli erben erven synowie syn zonen zn zoon sonner soner associes asociados associados associati associates kollegen collegen colleghi socios soci cie sozietat sozietaet sorelle hermanos irmaos hnos brodr brodrene broderna veljekset',
);

/** Ordinary trades that one person runs: beside a surname alone they make a business under that name. */
export const PARTICLES: ReadonlySet<string> = listed(
  'de da do dos das del della dello delle dei degli dalla dal di du des van von vom zu zum zur der den ten ter te la le lo el al bin ibn ben abu ap mac mc o d y e af av zum zer',
);

export const SAINTS: ReadonlySet<string> = listed(
  'san santa santo sankt st sao saint sainte ste saints sveti sveta svata svaty svatej szent swietego swietej sw agios agia hagia hl heilig heilige heiligen heiliger sint santi santos',
);
