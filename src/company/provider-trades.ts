import { listed } from './listed.ts';

/**
 * Words that are the trade of networks itself, strong enough to outweigh a legal form: a customer of a carrier who is
 * called so is a carrier, an access provider or a hoster too. Written for this project, as words.ts writes names.
 */
export const PROVIDER_TRADE_WORDS: ReadonlySet<string> = listed(`
  backhaul bandwidth banda bnet bredband breedband broadband broadnet cablevision cabletv catv cdn cloud clouds cloudy colo coloc colocation colocations
  comunicaciones comunicacoes comunicazioni communications conectividad conectividade datacenter datacenters datacentre datacentres datacentrum ddos esim fiberoptics fibernet
  fibra ftth fttx glasfaser gpon gsm haberlesme hosted hoster hosters hosting hostings hotspot hotspots iaas iletisim interconnect interconnexion internetdienste internetprovider
  iptv isp ispn isps ixp kablo laajakaista mvno nameserver netcom networks netze netzwerke ott pbx provedor provedora proveedor provider providers proxies proxy redes registrar
  roaming satcom sdwan servers serveurs servidores serwery sieci stadsnat svyaz sviaz telco telcom telcos telecable telecom telecomm telecoms telecommunication telecommunications telecomunicacao
  telecomunicaciones telecomunicacoes telecomunicazioni telefon telefoni telefonia telefonica telefonija telegraph telekabel telekom telekommunikation telekommunikations telekomunikacija telekomunikacije telekomunikacja telekomunikasi telekomunikasyon
  telephone telephony teleport telesystems televizija tietoliikenne ucaas vds voip vpn vps vsat webhost webhosting wifi wimax wireless wireline wisp internet relay
`);

/** Parts of words of the same meaning. */
export const PROVIDER_TRADE_PARTS: RegExp =
  /^.*(?:telecom|telekom|telcom|telefon|telephon|broadband|breitband|bredband|breedband|wifi|glasfaser|fibernet|hosting|webhost|datacent|rechenzentr|colocat|kabelnetz|kabelfern|cabletv|kabeltv|telewizjakabl|internetprovid|internetdienst|virtuozzo|satcom|vpn|voip|cloudserv|serverhous|provedor|telecomunic).*$|^.{3,}(?:cloud|hosts?|servers?)$/u;

/** Words that stand next to each other. */
export const PROVIDER_TRADE_PHRASES: RegExp =
  / (?:data cent(?:er|ers|re|res)|centro de datos|cable tv|cable television|tv cable|tv kabel|kabel tv|televisao a cabo|televisione via cavo|telewizja kablowa|kabelova televize|internet service|internet services|internet solutions|internet access|internet exchange|it hostline|managed hosting|dedicated servers?|cloud (?:services?|hosting|computing|innovation|solutions)|web host(?:ing)?|mobile (?:network|networks|operator|communications?|internet|telephony)|network (?:operator|operations center|service provider)|fiber optic network|comunicacao multimidia|comunicacao multimidia|servicos de comunicacao|provedor de acesso|proveedor de internet|fournisseur d acces|reseaux? (?:et telecom|cables?)|research and education network|electric cooperative|mutual telephone|rural telephone|telephone (?:company|cooperative|association)|ip transit|domain registrar|name server|proxy service|hot spot|wi fi|public wlan) /u;

/** Brands of makers of software and equipment, which run networks for others too: as a customer they are a company. */
export const CUSTOMER_BRANDS: ReadonlySet<string> = new Set(
  'ibm|apple|oracle|cisco|cisco systems|fujitsu|ericsson|huawei|zte|adobe|adobe systems|avaya|avast|bitdefender|blackberry|broadcom ca|check point software technologies|citrix|citrix systems|eset|f5|f5 networks|f secure|withsecure|forcepoint|fortinet|hewlett packard enterprise|hitachi systems|infoblox|kaspersky|kyndryl|mcafee|mitel|nvidia|opera|palo alto networks|parallels|proofpoint|qualys|rapid7|salesforce|servicenow|sophos|symantec|teamviewer|trend micro|zoho|linkedin|twitter|spotify|itochu techno solutions|general dynamics information technology|sky uk|american tower|barracuda|barracuda networks|verisign|infosys cloud|teleste|televes|trellian|tiktok|bytedance|uber|canon it solutions|nielsen|intuit|kount|square|radware|quantum|penguin computing|alarm com|comarch|criteo|target|iron mountain|toya|bird|box|core|dana|edge|iris|access|systems|wave|wind|ati|signal|zoom|majestic|moz|roku'.split(
    '|',
  ),
);

/** Words that stand behind a provider's brand and leave it one. */
export const NEUTRAL_BESIDE_BRAND: ReadonlySet<string> = listed(`
  a ag and as at austria bv business carrier center centre co com communication communications company corp corporate corporation customer customers de del di do e enterprise fibre for gmbh group gruppe grupo global
  holding holdings ii iii inc infrastructure int international internet it italia ltd limited mobile mobil mobile net network networks of online operations plc sa sas service services solution solutions spa systems technology technologies tech telecom television the trading tv und uk us usa wholesale wireless y
  latin digital lab labs management media data digital distribution region regional retail residential branch office hq zentrale nv oy ab srl llc lp innovation innovations europe emea apac asia americas latam nederland deutschland france espana polska romania osterreich schweiz suisse svizzera belgium belgique hungary magyarorszag hrvatska srbija slovensko cesko bulgaria lietuva latvija eesti suomi norge sverige danmark portugal brasil brazil mexico chile peru colombia argentina india china japan singapore australia canada england wales scotland ireland
`);
