/**
 * Words by which carriers, access providers, hosters, clouds, data centres, VPNs, registrars and exchanges call
 * themselves, in the languages of their registers, as words.ts writes them (lower case, no accents). Written for
 * this project from the trade's own vocabulary; a manufacturer who uses one of them is lost, on purpose:
 * precision before recall.
 */

/** Whole words. */
export const PROVIDER_WORDS: ReadonlySet<string> = listed(`
  access adsl anycast aruba backbone bandwidth bredband breedband bredbandsbolaget bnet broadband broadcast broadcasting bulkhead
  cable cablenet cablevision cabo cabos caching carrier carriers catv cdn cellular cloud clouds clouding cloudy co-location colo coloc colocation colocations
  com communication communications comms comunicacao comunicacion comunicaciones comunicacoes comunicazioni
  conectividad conectividade conexao conexion connect connected connecting connection connections connectivity crawl crawler
  data datacenter datacenters datacentre datacentres datacentrum datacentar datahouse datahub datanet dc dedicated dialup digitalnet dns domain domains
  dominios dsl edge exchange eyeball fibe fiber fibernet fibers fibra fibras fibre fibreoptic ftth ftth gateway gigabit gpon gprs gsm hosted hoster hosters hosting hostings
  hosts hotspot iaas idc interconnect interconnection interconnexion internet internetes internetdienst internetdienste internetprovider ip ips ipv4 ipv6 isp isps ispn ix ixp
  kabel kabelfernsehen kabelnoord kabeltv kablo kommunikation kommunikationsnetz komunikacije konnekt lan latency linkup lte mobil mobile mobily mobitel movil moviles
  mpls mvno nameserver nap net netcom neting netlink nets network networking networks netz netze netzwerke netzwerk nic node nodes noc nren
  online optic optica optical optik optika p2p paas peering pon pop proxies proxy provedor provedora provider providers proveedor rede redes reti rete registrar registry
  reseau reseaux resolver rural-net satcom satelital satellite satellites scraper security seti server servers servidor servidores serveur serveurs serwery sdwan
  sip skynet sms speed speednet spectrum stream streaming streams superonline surf telco telcom telcos tele teleco telecable telecom telecomm telecommunication telecommunications telecomunicacao
  telecomunicaciones telecomunicacoes telecomunicazioni telecoms telefon telefonia telefonica telefonica telefono telefonos telefonija telefoni telegraph telekom telekomunikacija telekomunikacije telekomunikacja
  telekomunikasi telekomunikasyon telekommunikation telematica telematics telenet teleport telephone telephonic telephony televizija tier tor transit transito trunk tunnel
  tv tvk uplink vds virtual virtualnet voice voip vpn vps vsat wan web webcam webhost webhosting webnet wifi wimax wireless wireline wisp www xdsl
  iletisim haberlesme internetu siec sieci sieciowe siti tieto tietoliikenne verkko verkot nat natt stadsnat bynet elnet fibernat kuitu laajakaista
  hizmetleri bilisim bilgi
  svyaz sviaz telesvyaz telesystems teleseti elektrosvyaz rostelecom setevye
  hostmaster whois backhaul darkfiber wavelength roaming simcard sim esim m2m iot dth iptv ott pbx ucaas cpaas sase saas
`);

/** Parts of words: "Unitelecom", "Breitbandnetz", "Serverprofis". */
export const PROVIDER_PARTS: readonly string[] = [
  ...listed(`
  telecom telekom telcom telec telef telenet telephon telemat televis teleport tellcom
  internet intranet ethernet broadband breitband bredband breedband adsl vdsl wifi wireless fibra fibre fibernet glasfaser
  hosting webhost dedicat datacent datacenter rechenzentr colocat serverpark serverraum servers
  cloud virtuozzo proxies netzwerk networks netwerk netcom netserv netsys netlink connex conect connect konnekt
  kommunikation communic comunic komunik kabelnetz cabletv kabeltv kabelfern satcom satellit mobilkom svyaz sviaz
  provedor provider registrar domeny domain voip vpn
`),
];

/** Ends of words of five letters and more: "Ufanet", "Vialis-Tel", "Worldlink". */
export const PROVIDER_ENDINGS: readonly string[] = [
  ...listed('net nets tel telco host isp dsl serv servers cloud wifi link links fiber voip vps hub'),
];

/** Words that end so and mean something else. */
export const ENDING_EXCEPTIONS: ReadonlySet<string> = listed(`
  planet magnet cabinet bonnet garnet cornet hornet sonnet kinet minet gannet bassinet linnet
  hotel motel mattel intel chattel vestel cartel michel daniel gabriel bechtel mantel kittel schrittel hintel vogtel martel nagel
  observ conserv reserv uplinks blink github
  ghost
`);

/** Words that stand next to each other. */
export const PROVIDER_PHRASES: readonly string[] = [
  'data center',
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

function listed(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
