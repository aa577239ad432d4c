import { listed } from './listed.ts';

/**
 * Words by which carriers, access providers, hosters, clouds, data centres, VPNs, registrars and exchanges call
 * themselves, in the languages of their registers, as words.ts writes them (lower case, no accents). Written for
 * this project from the trade's own vocabulary; a manufacturer who uses one of them is lost, on purpose:
 * precision before recall.
 */

/** Whole words. */
export const PROVIDER_WORDS: ReadonlySet<string> = listed(`
  ddos dwdm link links streaming roaming mainstreaming
  adsl backbone backhaul bandwidth bnet bredband bredbandsbolaget breedband broadband bynet cable cablenet
  cablevision cabo cabos caching catv cdn cloud clouds cloudy co-location colo coloc colocation colocations
  comms communication communications comunicacao comunicacion comunicaciones comunicacoes comunicazioni
  conectividad conectividade connectivity cpaas darkfiber datacentar datacenter datacenters datacentre
  datacentres datacentrum datahouse datahub datanet dedicated dialup dns domains dominios dsl dth elektrosvyaz
  esim eyeball fibe fiber fibernat fibernet fibers fibra fibras fibre fibreoptic ftth gateway gigabit gpon
  gprs gsm haberlesme hosted hoster hosters hosting hostings hostmaster hotspot iaas idc iletisim interconnect
  interconnection interconnexion internet internetdienst internetdienste internetes internetprovider internetu
  iot ip ips iptv ipv4 ipv6 isp ispn isps ix ixp kabel kabelfernsehen kabelnoord kabeltv kablo kommunikation
  kommunikationsnetz komunikacije konnekt kuitu laajakaista linkup lte m2m moviles mpls mvno nameserver nap
  net netcom neting netlink nets network networking networks netz netze netzwerk netzwerke noc nren ott p2p
  paas pbx provedor provedora proveedor provider providers proxies proxy rede redes registrar registry reseau
  reseaux resolver rete reti roaming rostelecom saas sase satcom satelital satellite satellites scraper sdwan
  server servers serveur serveurs servidor servidores serwery setevye siec sieci sieciowe sim simcard siti
  skynet speednet stadsnat superonline sviaz svyaz telco telcom telcos telecable teleco telecom telecomm
  telecommunication telecommunications telecoms telecomunicacao telecomunicaciones telecomunicacoes
  telecomunicazioni telefon telefoni telefonia telefonica telefonija telefono telefonos telegraph telekom
  telekommunikation telekomunikacija telekomunikacije telekomunikacja telekomunikasi telekomunikasyon
  telematica telematics telenet telephone telephonic telephony teleport teleseti telesvyaz telesystems
  televizija tietoliikenne transit transito tunnel tvk ucaas uplink vds verkko verkot virtualnet voip vpn vps
  vsat wavelength webhost webhosting webnet whois wifi wimax wireless wireline wisp www xdsl
`);

/** Words of the trade that others use as well: they decide only where nothing else speaks for a company. */
export const WEAK_PROVIDER_WORDS: ReadonlySet<string> = listed(`
  access anycast aruba bilgi bilisim broadcast broadcasting bulkhead carrier carriers cellular clouding com
  comp computing conexao conexion connect connected connecting connection connections crawl crawler data
  datasystems dc dev developer digitalnet digitech domain edge elnet exchange hizmetleri host hosted hosts ict
  informacao informacion informatica informatics informatik information informatique infraestructura
  infrastructure infrastructures integrator interactive internetwork it itc lan latency managed mobil mobile
  mobily mobitel movil nat natt nic node nodes online optic optica optical optik optika peering pon pop
  security seti sip sistemas sms spectrum speed stream streaming streams surf tecnologia tecnologias tele
  television tier tieto tor trunk tv virtual voice wan web webcam
`);

/** Parts of words of which the same is true: they may mislead. */
export const WEAK_PROVIDER_PARTS: readonly string[] = [...listed('data inform comput')];

/** Parts of words: "Unitelecom", "Breitbandnetz", "Serverprofis". */
export const PROVIDER_PARTS: readonly string[] = [
  ...listed(`
  telecom telekom telcom telec telef telenet telephon telemat televis teleport tellcom
  internet intranet ethernet broadband breitband bredband breedband adsl vdsl wifi wireless fibra fibre fibernet glasfaser
  hosting webhost dedicat datacent datacenter rechenzentr colocat serverpark serverraum servers hoster hostline infocomm
  cloud virtuozzo proxies netzwerk networks netwerk netcom netserv netsys netlink connex conect connect konnekt
  kommunikation communic comunic komunik kabelnetz cabletv kabeltv kabelfern satcom satellit mobilkom svyaz sviaz
  provedor provider registrar domeny domain voip vpn
`),
];

/** Ends of words of five letters and more: "Ufanet", "Vialis-Tel", "Worldlink". */
export const PROVIDER_ENDINGS: readonly string[] = [
  ...listed('net nets tel telco host isp dsl serv server servers cloud wifi link links fiber voip vps hub'),
];

/** Words that end so and mean something else. */
export const ENDING_EXCEPTIONS: ReadonlySet<string> = listed(`
  planet magnet cabinet bonnet garnet cornet hornet sonnet kinet minet gannet bassinet linnet
  hotel motel mattel intel chattel vestel cartel michel daniel gabriel bechtel mantel kittel schrittel hintel vogtel martel nagel
  observ observer conserv reserv uplinks blink github
  ghost
`);

/** Words that stand next to each other. */
export const PROVIDER_PHRASES: readonly string[] = [
  'data center',
  'data services',
  'digital streaming',
  'data centers',
  'data centre',
  'data centres',
  'data centrum',
  'centro de datos',
  'information technology services',
  'it services',
  'it solutions',
  'managed services',
  'computer center',
  'computing center',
  'rechen zentrum',
  'name server',
  'research and education network',
  'electric cooperative',
  'electric membership',
  'rural electric',
  'utilities board',
  'utility board',
  'public utility',
  'municipal utilities',
  'light and power',
  'mutual telephone',
  'autonomous system',
];
