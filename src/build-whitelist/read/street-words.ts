/**
 * Words that make a line a street or a part of a building and keep it from being a city, in the languages of the
 * registries; without accents, as company/words.ts writes them.
 */
const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const STREET_WORDS: ReadonlySet<string> = listed(`
  street st str strt road rd avenue ave av avn lane ln drive dr boulevard blvd bulevar bulevard bulvar bdul blv court ct
  crescent cres close terrace parade pde highway hwy freeway fwy parkway pkwy expressway expwy turnpike route rte
  circle cir loop way alley broadway quay wharf mews row walk esplanade motorway bypass causeway
  house building bldg bld tower towers floor flr fl suite ste unit room rm level lvl block blk flat apartment apt
  office plaza center centre park estate complex campus wing annex basement ground plot lot shop door gate gf warehouse
  box pobox pmb mailbox postbus postfach postboks postnummer apartado casilla caixa bag
  rue allee allees chemin impasse quai route cours boulevard faubourg passage sentier bp cedex zac zi zone
  via viale vicolo corso piazza piazzale largo strada localita contrada lungarno
  calle  avenida avda avd carrera cra cr kra carretera ctra paseo plaza pza camino cl diagonal transversal tv calzada
  autopista poligono edificio edif piso oficina  ofic  torre urb urbanizacion colonia col esquina 
  rua travessa praca praceta alameda estrada rodovia sala andar lote quadra bloco conj
  gewerbepark industriepark technologiepark gewerbegebiet industriegebiet gewerbezentrum businesspark
  zona industriale industrial zi
  strasse platz weg gasse allee ring damm ufer gebaeude stock etage
  ulica ul ulitsa  aleja aleje pl plac os osiedle rynek prospekt prosp pr prospect shosse shossee  pereulok nab
  naberezhnaya bul ulice namesti nam trg bulevar  korp korpus kv pom pomeshchenie  stroenie proezd proyezd
  vulitsa vul vulytsya prov provulok
  utca   korut tanya
  gata gatan vagen vag plan torg box
  vej alle gade plads torv
  tie katu kuja
  gate gaten vei veien
  straat laan plein weg kade gracht dreef singel
  cad caddesi cadde sok sokak sk mah mahallesi mahalle bulvari blok   iskani apt plaza
  iela gatve pr prospekts
  gatve pl
  tn mnt pst
  jalan jl jln lorong persiaran kavling lantai gedung
  marg nagar chowk sector phase opp opposite near behind beside village vill dist district taluka tehsil
  soi thanon moo
  ro gil dong
     numero number km
  triq odos leoforos
  sangkat khan phum
  etaj parter sc ap cladirea corp entr entrance res mkr kvartal zhk hall chambers sect arcade cottage farm stadium airport
`);

/** Endings of compound street names; the word must be longer than the ending by two letters. */
export const STREET_ENDINGS: readonly string[] = [
  'strasse',
  'straße',
  'strase',
  'str',
  'gasse',
  'platz',
  'allee',
  'chaussee',
  'gatan',
  'gata',
  'vagen',
  'vaegen',
  'vag',
  'grand',
  'torget',
  'gade',
  'vej',
  'vejen',
  'plads',
  'veien',
  'gaten',
  'katu',
  'kuja',
  'straat',
  'straatweg',
  'laan',
  'plein',
  'gracht',
  'kade',
  'singel',
  'dreef',
  'pad',
  'weg',
  'damm',
  'ufer',
  'guertel',
  'gurtel',
  'zeile',
  'steig',
  'utca',
  'utja',
  'ulica',
];

/** Words of a line that is about reaching somebody, abuse, or the network, never about a place. */
export const NOISE_WORDS: ReadonlySet<string> = listed(`
  phone tel telephone telefon telefono telefone fax fon mobile mob email mail contact person attn attention www http https
  abuse spam report reports please send hours noc hostmaster admin administrator
  static dynamic pool pools adsl dsl xdsl vdsl ftth fttb fiber fibre broadband internet network networks net customer
  customers client clients subscriber subscribers user users ip ips ipv addresses allocated assigned assignment
  allocation space range block subnet infrastructure backbone router routers loopback nat pppoe dhcp dialup lan wan
  vpn mpls voip service services server servers hosting colocation housing datacenter datacentre datacenters wifi
  hotspot provider registry telecom telecommunications communications telekom services wholesale residential soho
  provisioning link links linknet transfer null id reserved unknown test dept department division branch group
  enterprise corporation company subsidiary statically business transit peering pop node office
  headquarters hq billing accounts payable private dummy information systems solutions technologies technology
  product point access cable
`);
