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

function listed(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
