import { isCompanyBrand } from './company-brands.ts';
import { readLegalForm } from './legal-forms.ts';
import { FIRST_NAMES, SURNAMES } from './name-lists.ts';
import { isProviderBrand } from './provider-brands.ts';
import { isProviderWord } from './read-kind.ts';
import { INSTITUTION_WORDS, TRADE_PARTS, TRADE_WORDS } from './trade-words.ts';
import { words } from './words.ts';

/** Words of access products and of address management that no company calls itself by. */
const SURE_WORDS: ReadonlySet<string> = listed(`
  adsl adsl2 xdsl vdsl sdsl dsl idsl shdsl hdsl fttb fttc ftth fttx gpon epon docsis cmts pppoe ppp dhcp dhcpv4 dhcpv6 bras bng dslam pppox llu wimax lte umts gprs ggsn apn hspa cgnat cgn snat
  dialin dialup dial dyn dynip dynpool ippool iprange dynamic dynamique dynamisch dynamische dinamico dinamica dinamicos dinamicas dynamiczne dynamiczny dinamik
  static statisch statische statically estatico estatica estaticas statique statico statica statiche statyczne statik pool pools poole pula pulas
  broadband boardband bredband bredbaand bredbånd breitband breedband banda larga bandalarga ancha haut debit
  residential residenziale residencial residenciales domestic households subscribers subscriber abonnes abonenten abonenci abonent abonentov abonenty abonentow uzytkownicy utilisateurs
  customers custumers costumers users clienti clientes clients klienci klienti kunden klanten kunder asiakkaat kliyent
  linknet linknets linkage loopback loopbacks p2p ptp pointtopoint backbone transfernet subnet subnets vlan vlans assignment assignments allocation allocated unallocated unassigned reserved
  cablemodem cablemodems isdn nat pat nated hotspot hotspots interconnection interconnections interlink interlinks infrastructure infrastruktur infrastruttura infraestructura addressing loopb
`);

/** Words that stand beside them and name nobody. */
const NEUTRAL_WORDS: ReadonlySet<string> = listed(`
  a access accessi acces acesso all an and area areas assigned at au aux ab bras bloc block blocks blok business by cable capacity circuit city class client cluster co commercial connect connected connection connections connectivity consumer core corporate customer cust corp da data de dedicated dei del delivery der des device devices di die division do dos ds du
  e edge en end enterprise ethernet etth eu europe external extern face fast fiber fibre fibra fixed for fur fuer from full ftth gateway generic global group home host hosts hosting i id idc in infra int internal internet intern ip ips ipv4 ipv6 is isp iz kabel ko kunde la lan layer le leased line lines link links local location management managed mobile mobil mobily mpls multi
  na nas net nets netz network networks netzwerk new no node noc nodes nodo of office on only op operator os other our pa part per pi point pop por pour pppoe prefix primary private professional professionel professionnel proxy pub public pubblica public
  r range ranges red rede region remote reserve rete retail router routers routing sales sat section segment server servers service services serving set shared single site sites small sme soho space special standard sub subscriber switch system systems
  te tech temp temporary test the this to type und uplink use used user utenti van various vas via vlan voip vpn vps wan web wholesale wifi wireless with within w wlan x z zone zona zakelijk particulier prive users customerid customer kpn bt
  address addresses adresse adressen adres adresy indirizzi direcciones enderecos ipadressen
`);

/** Pool words that ordinary firms use as well: beside a trade word they say nothing. */
const DOUBTFUL_WORDS: ReadonlySet<string> = listed(
  'pools static statik dynamic dynamik dynamique dynamisch dinamik dinamica dinamico dial domestic residential nat pat debit haut larga ancha banda ppp dyn pula bras lte reserved linkage clients kunden users assignment allocation',
);

/** Marks of an unnamed access customer in running text. */
const PHRASES =
  /\b(?:point[- ]to[- ]point|dial[- ]?(?:up|in)|ip[- ]?pools?|static(?:ally)? (?:ip|assigned)|fixed ip|private ip|public ip|ip address(?:es)?|dynamic (?:ip|pool|range)|link ?nets?|lease[d]? lines?|banda (?:larga|ancha)|haut d[eé]bit|mobile (?:devices|internet|data|apn)|(?:3|4|5)g (?:pool|mobile|apn|network|data|users|customers)|residential (?:customers?|users?|internet|pool)|customers? (?:block|pool|network|range|assignments?|p2p|in|link)|p2p links?|transfer net(?:work)?s?|assigned (?:for|to) (?:dynamic|static|customers?|subscribers?)|network infrastructure|public subnet|ip range|address (?:pool|block|space))\b/iu;

/**
 * Whether a text names nobody but an access product, a pool of addresses or a carrier's own plant ("BT-ADSL", "TDC IP
 * Customers", "static IP / WARSZAWA / POLAND"). A legal form, a trade word or a person's name beside it outweighs.
 */
export function isAccessPool(text: string): boolean {
  const said = words(text.replaceAll(/([a-zäöü])([A-Z]{2,})/g, '$1 $2')).map(
    (word) => word.replace(/\d+$/, '') || word,
  );
  const sure = said.filter((word) => SURE_WORDS.has(word));
  if (sure.length === 0 && !PHRASES.test(text)) return false;
  const parts = readLegalForm(said, null);
  if (parts.form?.shape === 'corporation' || parts.form?.shape === 'association') {
    // "Vodafone Ltd static pool": the carrier itself; anybody else is its customer.
    return parts.form.form.length > 2 && isProviderBrand(said) && sure.length > 0;
  }
  if (isProviderBrand(said)) return true;
  const rest = said.filter(
    (word) => !SURE_WORDS.has(word) && !NEUTRAL_WORDS.has(word) && !/\d/.test(word) && !isProviderWord(word),
  );
  if (rest.length === 0) return true;
  if (isCompanyBrand(rest)) return false;
  if (rest.some((word) => INSTITUTION_WORDS.has(word) || TRADE_WORDS.has(word) || TRADE_PARTS.test(word))) return false;
  if (rest.length <= 3 && rest.length >= 2 && rest.some((word) => FIRST_NAMES.has(word) || SURNAMES.has(word))) {
    return false;
  }
  return sure.some((word) => !DOUBTFUL_WORDS.has(word)) || PHRASES.test(text) || new Set(sure).size > 1;
}

function listed(text: string): ReadonlySet<string> {
  return new Set(words(text));
}
