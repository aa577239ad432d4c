import type { ProviderType } from '../contracts/company.ts';
import { beginsWithBrand, brandIndex } from './brand-index.ts';
import type { NameParts } from './legal-forms.ts';
import { isProviderBrand } from './provider-brands.ts';
import { isProviderWord } from './read-kind.ts';

/** Well-known names of one type; all other providers' brands are told by their words, else they sell access. */
const BRANDS: readonly (readonly [ProviderType, string])[] = [
  [
    'vpn',
    'nordvpn|tefincom|mullvad|expressvpn|express vpn|surfshark|protonvpn|proton ag|protonmail|purevpn|cyberghost|ipvanish|private internet access|windscribe|hidemyass|hide me|avast vpn|vyprvpn|torguard|perfect privacy|ivpn|tunnelbear|packethub|m247 vpn',
  ],
  ['relay', 'icloud private relay|zscaler|apple private relay|netskope|iboss|tor exit|applied privacy|emerald onion'],
  [
    'cloud',
    'amazon|aws|microsoft|azure|google|alibaba|aliyun|alicloud|tencent|oracle|digitalocean|digital ocean|linode|akamai|vultr|choopa|upcloud|scaleway|exoscale|kamatera|cloudflare|fastly|huawei cloud|yandex cloud|ibm cloud|softlayer|rackspace|salesforce|heroku|cloudscale|ucloud|volcano engine|baidu|sap cloud',
  ],
  [
    'hosting',
    'hetzner|ovh|leaseweb|contabo|ionos|1and1|1 and 1|strato|godaddy|go daddy|hostinger|hosteurope|host europe|transip|velia|velianet|servers com|m247|online sas|ikoula|infomaniak|keyweb|netcup|plusserver|mittwald|equinix|interxion|digital realty|telehouse|cyrusone|quadranet|colocrossing|psychz|cloud innovation|xneelo|hostpoint|green ch|all inkl|one com|loopia|gandi|aruba|seeweb|home pl|nazwa|world4you|combahton|datacamp|worldstream|serverius|hivelocity|limestone|singlehop|webhostone|redstation|fasthosts|ukfast|rapidswitch|iomart|hostway|mojohost|psinet|wholesale internet|nforce|g core|gcore|selectel|timeweb|reg ru|avast hosting|peg tech|ipxo|larus',
  ],
  [
    'mobile',
    't mobile|vodafone mobile|telefonica moviles|claro|movistar|tele2 mobil|h3g|three ireland|hutchison|wind tre|orange mobile|sfr mobile|free mobile|bouygues|drei|3g|yoigo|polkomtel|p4|play|kyivstar|lifecell|megafon|beeline|mobifone|airtel|bharti|jio|reliance jio|vodacom|mtn|safaricom|glo mobile|digicel|telkomsel|xl axiata|indosat|smartfren|globe telecom|smart communications|dna|elisa mobile|ee limited|everything everywhere|o2|salt mobile|docomo|kddi|softbank|sk telecom|celcom|maxis|digi telecommunications|dtac|ais|viva|zain|mobily|batelco|etisalat|du|turkcell|avea|us cellular|cricket|metropcs|cellco|verizon wireless|sprint|bell mobility|rogers wireless|virgin mobile|lycamobile|lebara',
  ],
];

/** Words of one type, the surest first: what says VPN is no mere hoster, what says hosting no mere carrier. */
const WORDS: readonly (readonly [ProviderType, RegExp])[] = [
  ['vpn', /^(?:vpns?|vpnservice|openvpn|wireguard|.*vpn)$/u],
  ['relay', /^(?:relays?|proxy|proxies|proxys|tor|anonymizer|anonymous|anonymity|sase)$/u],
  ['wifi', /^(?:wifi|hotspots?|wlan|freifunk|freewifi|kiwiwifi|.*wifi|.*hotspot)$/u],
  [
    'mobile',
    /^(?:mobile|mobil|mobily|mobiles|moviles|movil|moveis|movel|mobilfunk|mobilkom|mobitel|cellular|celular|gsm|gprs|ggsn|umts|lte|apn|3g|4g|5g|wireless3g|mvno|esim|simcard|komorkowa|hspa)$/u,
  ],
  ['cloud', /^(?:clouds?|cloudy|iaas|paas|saas|.{2,}cloud|cloud.{2,})$/u],
  [
    'hosting',
    /^(?:hosting|hostings|hoster|hosters|hosted|host|hosts|webhost.*|.+hosting|hosting.+|.{3,}host|servers?|server.+|.+servers?|serveurs?|servidor(?:es)?|serwery|datacent(?:er|ers|re|res|rum)|.*datacent.*|rechenzentr.*|colo|coloc|colocation|.*colocat.*|vps|vds|dedicated|dedicat.*|registrar|domains?|domeny|dominios|cdn|ddos|idc|housing)$/u,
  ],
  [
    'isp',
    /^(?:.*(?:telecom|telekom|telef|telenet|internet|broadband|breitband|bredband|adsl|fibra|fibre|fiber|glasfaser|cable|kabel|communic|kommunik|comunic|komunik).*|isps?|ftth|dsl|net|nets|networks?|netz|.{3,}net|.{3,}tel|telco|telcom|tv|catv|wisp)$/u,
  ],
];

const INDEX = BRANDS.map(([type, table]) => [type, brandIndex(table)] as const);

/** What kind of provider a name tells of; null where its words tell of none. */
export function providerTypeByName({ core }: NameParts): ProviderType | null {
  const pair = core.map((word, position) => `${word} ${core[position + 1] ?? ''}`.trim());
  if (pair.some((two) => two === 'data center' || two === 'data centre' || two === 'data centers')) return 'hosting';
  if (pair.some((two) => two === 'wi fi')) return 'wifi';
  if (pair.includes('private relay')) return 'relay';
  const branded = INDEX.find(([, index]) => beginsWithBrand(index, core))?.[0] ?? null;
  const said = WORDS.find(([, pattern]) => core.some((word) => pattern.test(word)))?.[0];
  // "Amazon VPN" says more than Amazon; "Vodafone Mobile Internet" more than its owner's main trade.
  if (said === 'vpn' || said === 'relay' || said === 'wifi') return said;
  if (branded) return branded;
  if (said) return said;
  return isProviderBrand(core) || core.some(isProviderWord) ? 'isp' : null;
}
