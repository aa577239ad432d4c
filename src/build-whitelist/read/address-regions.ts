import { ADDRESS_COUNTRIES } from '../address-countries.ts';

/** Regions of countries that the IEEE register has no form for; as words. */
const OTHER_REGIONS: Readonly<Record<string, string>> = {
  IN: 'andhra pradesh|arunachal pradesh|assam|bihar|chhattisgarh|chattisgarh|chhatisgarh|goa|gujarat|gujrat|haryana|himachal pradesh|jharkhand|karnataka|kerala|madhya pradesh|maharashtra|maharastra|manipur|meghalaya|mizoram|nagaland|odisha|orissa|punjab|rajasthan|sikkim|tamil nadu|tamilnadu|telangana|tripura|uttar pradesh|uttarakhand|uttaranchal|west bengal|jammu and kashmir|ladakh|delhi ncr|up|mp|ap|wb|tn|mh|ka|hr|gj|rj|pb|kl|ts',
  RU: 'moscow region|moskovskaya oblast|leningradskaya oblast|bashkortostan|tatarstan|crimea|dagestan|udmurtia|altai|primorsky krai|primorye|sverdlovsk region|urals|siberia',
  UA: 'crimea|kyivska oblast',
  PH: 'ncr|metro manila|national capital region',
  GB: 'west yorkshire|south yorkshire|north yorkshire|east riding of yorkshire|east riding|flintshire|denbighshire|monmouthshire|pembrokeshire|carmarthenshire|ceredigion|isle of man|county antrim|county down|county londonderry|county tyrone|co tyrone|co londonderry|perthshire|angus|ayrshire|moray|highland|argyll|dumfriesshire|clackmannanshire|west dunbartonshire|dunbartonshire|mid glamorgan|west glamorgan|huntingdonshire|tyne and wear|teesside|west sussex|gtr manchester|gb',
  ID: 'dki jakarta|jawa barat|west java|jawa timur|east java|jawa tengah|central java|banten|sumatera utara|north sumatra|kalimantan timur|sulawesi selatan|d i yogyakarta|riau|kepulauan riau',
  MY: 'selangor|selangor darul ehsan|pulau pinang|johor|kedah|perak|negeri sembilan|pahang|sarawak|sabah|wilayah persekutuan|w p kuala lumpur',
  IR: 'fars|khorasan|khorasan razavi|mazandaran|gilan|khuzestan|east azarbaijan|hormozgan',
  VN: 'binh duong province|dong nai|ba ria vung tau',
  SA: 'eastern province|western province|central province',
  PK: 'punjab|sindh|kpk|khyber pakhtunkhwa|balochistan',
  BD: 'dhaka division',
  IE: 'co kildare|kildare|co wicklow|co meath|meath|co louth|louth|co kerry|kerry|co clare|co mayo|mayo|co donegal|donegal|co tipperary|tipperary|co laois|laois|co offaly|co westmeath|co wexford|co waterford|co limerick|co sligo|co kilkenny|leinster|munster|connacht',
  RO: 'ilfov|jud ilfov|prahova|dambovita|dolj|timis|bihor|mures|hunedoara|caras severin|maramures|harghita|covasna|gorj|mehedinti|olt|teleorman|ialomita|neamt|vrancea|salaj|bistrita nasaud|valcea|arges',
  PT: 'algarve|madeira|acores|azores|alentejo',
  MT: 'gozo|malta',
  ZA: 'gauteng|western cape|kwazulu natal|kzn|eastern cape|northern cape|free state|limpopo|mpumalanga|north west|gp|wc|ec',
  PA: 'pa',
  CL: 'rm|region metropolitana',
  CO: 'antioquia|cundinamarca|valle|valle del cauca|atlantico|santander|bolivar|dc|d c',
  AR: 'ba|caba|df|sc|cf|capital federal',
  GH: 'western region|greater accra|ashanti',
  NG: 'lagos state|rivers state|ogun state|oyo state',
};

/** Regions by country, every name as words joined by blanks. */
export const ADDRESS_REGIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set([...ADDRESS_COUNTRIES.keys(), ...Object.keys(OTHER_REGIONS)])].map((country) => [
    country,
    new Set([
      ...(ADDRESS_COUNTRIES.get(country)?.regions ?? []).map((region) => region.join(' ')),
      ...(OTHER_REGIONS[country]?.split('|') ?? []),
    ]),
  ]),
);

/** Countries where the region stands behind the city without a comma. */
export const INLINE_REGIONS: ReadonlySet<string> = new Set(
  'US CA AU IN IT BR CN MX MY JP KR GB NL CO AR PH ZA NG RO'.split(' '),
);
