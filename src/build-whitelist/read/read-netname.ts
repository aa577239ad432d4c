import { words } from '../../company/words.ts';

/** What the short name of a network tells once its codes are taken off. */
export type NetnameReading = {
  /** Parts in order, as written: `TRAVELODGE`, `HOTELS`, `LTD`. */
  readonly parts: readonly string[];
  /** The same as a text with blanks. */
  readonly text: string;
  /** The whole netname as words, codes and all. */
  readonly written: string;
};

/** Parts that say what a network is or whose customer, and nothing about the customer. */
const CODES = new Set(
  (
    'net nets network networks lan wan vlan subnet sub block blk pool range dmz adsl sdsl vdsl dsl xdsl fttx ftth fttp gpon cust customer customers client clients kunde ' +
    'kunden static dynamic infra infrastructure hosting colo coloc dc inet internet ip ipv4 ipv6 ips hwy highway line link links p2p ptp vpn voip srv res mgd ' +
    'assigned assignment allocation public nat gw router fiber fibre wifi prof biz bus'
  ).split(' '),
);

/** Splits a netname and takes codes and numbers off both of its ends; a leading country code goes where it is the object's own. */
export function readNetname(netname: string, country: string | null): NetnameReading {
  const parts = netname.split(/[-_.\s/]+/).filter((part) => part !== '');
  let from = 0;
  let to = parts.length;
  while (to > from && (isCode(parts[to - 1] ?? '') || (to - from > 1 && parts[to - 1] === country))) to -= 1;
  while (from < to && (isCode(parts[from] ?? '') || (to - from > 1 && parts[from] === country))) from += 1;
  const kept = parts.slice(from, to);
  return { parts: kept, text: kept.join(' '), written: parts.join(' ') };
}

function isCode(part: string): boolean {
  return CODES.has(part.toLowerCase()) || /\d{3,}|^\d+$/.test(part);
}

/** First words of place names of several words. */
const PLACE_BEGINNINGS = new Set(
  'bad neu alt st sankt gross klein nieder ober unter hohen markt burg schloss kloster seebad bergisch kamp idar garmisch castrop clausthal rheda hessisch preussisch schwaebisch villingen sulzbach bietigheim'.split(
    ' ',
  ),
);
/** Words between the parts of a place name: "Ludwigshafen am Rhein". */
const PLACE_LINKS = new Set('am an im i in bei b ob der a d v vor unter'.split(' '));
/** Parts before or after a place that are none. */
const NO_PLACE = new Set(
  'net gmbh ag kg co mbh ev se ug de und u holding gruppe group deutschland germany international europe dtag wan awf nl filiale niederlassung werk standort zentrale hansestadt stadt inet'.split(
    ' ',
  ),
);
/** Places that netnames write without their umlaut; any other is shown as it stands. */
const UMLAUTS = new Map(
  'Düsseldorf Düren Fürth Fürstenfeldbruck Gütersloh Göttingen Göppingen Köln Lübeck Lüneburg Ludwigslüst München Mönchengladbach Mülheim Münster Nürnberg Nördlingen Nürtingen Osnabrück Saarbrücken Schwäbisch Tübingen Tönisvorst Würzburg Zülpich Böblingen Lörrach Rödermark Küssnacht Günzburg Görlitz Grünwald Dülmen Hürth Jülich Kümmersbruck Bünde Löhne Lübbecke Mühldorf Mühlheim Neumünster Plön Pößneck Rüsselsheim Schönebeck Süßen Überlingen Völklingen Wülfrath'
    .split(' ')
    .map((place) => [unaccented(place), place]),
);

function unaccented(place: string): string {
  return place.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}

/**
 * The place in a netname of the form NAME-PLACE-NET (Deutsche Telekom's): what follows the words of a name that is
 * known from elsewhere. null where the parts before it are not that name's, or nothing is left.
 */
export function placeInNetname(netname: string, core: readonly string[]): string | null {
  const parts = partsBeforeNet(netname);
  return parts === null ? null : placeOf(parts.slice(Math.max(1, nameParts(parts, core))));
}

/** The same where nothing else names the organisation: the last part (or more) is the place, the rest the name. */
export function nameAndPlaceInNetname(netname: string): { readonly name: string; readonly place: string } | null {
  const parts = partsBeforeNet(netname);
  if (parts === null) return null;
  for (const length of [3, 2, 1]) {
    const name = parts.slice(0, -length).join(' ');
    const place = parts.length > length ? placeOf(parts.slice(-length)) : null;
    if (place !== null && /\p{L}{3}/u.test(name)) return { name, place };
  }
  return null;
}

/** The parts of NAME-PLACE-NET before NET; null for a netname of another form. */
function partsBeforeNet(netname: string): readonly string[] | null {
  const parts = netname.split('-').filter((part) => part !== '');
  if (parts.length < 3 || parts.pop()?.toUpperCase() !== 'NET') return null;
  const last = parts.at(-1)?.toLowerCase() ?? '';
  if (parts.length > 2 && (last === 'hansestadt' || last === 'stadt')) parts.pop();
  return parts;
}

/** How many parts at the beginning stand for words of the name: whole, cut short, or as its initials. */
function nameParts(parts: readonly string[], core: readonly string[]): number {
  const glued = core.join('');
  const initials = core.map((word) => word[0]).join('');
  const stands = (part: string): boolean => {
    const plain = words(part).join('');
    return (
      core.some((word) => word === plain || (plain.length >= 3 && word.startsWith(plain))) ||
      (plain.length >= 2 && (glued.startsWith(plain) || initials.startsWith(plain))) ||
      NO_PLACE.has(plain)
    );
  };
  let taken = 0;
  while (taken < parts.length && stands(parts[taken] ?? '')) taken += 1;
  // A place may be part of the name: "Sparkasse Aalen" in SPARKASSE-AALEN-NET stands in Aalen.
  return taken === parts.length ? taken - 1 : taken;
}

/** null unless the parts have the form of one place name. */
function placeOf(parts: readonly string[]): string | null {
  const plain = parts.map((part) => part.toLowerCase());
  const first = plain[0] ?? '';
  const known = PLACE_BEGINNINGS.has(first) || PLACE_LINKS.has(plain[1] ?? '');
  const good =
    parts.length > 0 &&
    parts.length <= 4 &&
    parts.every(
      (part, position) =>
        /^\p{L}+$/u.test(part) &&
        (part.length >= 3 || PLACE_LINKS.has(plain[position] ?? '') || first === part.toLowerCase()),
    ) &&
    first.length >= 2 &&
    (parts.length === 1 || known) &&
    (parts.length > 1 || first.length >= 3) &&
    !plain.some((part) => NO_PLACE.has(part));
  return good ? parts.map((part, position) => shown(part, position)).join(' ') : null;
}

function shown(part: string, position: number): string {
  const plain = part.toLowerCase();
  if (position > 0 && PLACE_LINKS.has(plain)) return plain;
  return UMLAUTS.get(plain) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
