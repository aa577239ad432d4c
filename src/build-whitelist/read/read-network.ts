import { isAccessPool } from '../../company/access-pool.ts';
import { displayName } from '../../company/display-name.ts';
import { mightBePerson } from '../../company/personal-names.ts';
import { providerTypeByName } from '../../company/provider-type.ts';
import type { Kind, ProviderType } from '../../contracts/company.ts';
import type { ConfidenceReason } from '../../contracts/confidence.ts';
import type { NetworkObject, OrganisationObject } from '../import/registry-objects.ts';
import { cleanLine } from './clean-line.ts';
import { completeName } from './complete-name.ts';
import { customerOfReseller } from './customer-of-reseller.ts';
import { cutAfterForm } from './cut-after-form.ts';
import { type JudgedName, judgeName, STANDINGS } from './judge-name.ts';
import { type NetworkReading, OPAQUE_READING, PERSON_READING } from './network-reading.ts';
import { type AddressReading, readAddressLines, readOrganisationAddress } from './read-address-lines.ts';
import { remember } from './remember.ts';
import { nameAndPlaceInNetname, placeInNetname, readNetname } from './read-netname.ts';

/** The same names, netnames and addresses come again and again in a registry. */
const shownName = remember((text, country) => displayName(text, country, null));
const judgeText = remember(judgeName);
const addressIn = remember((lines, country) => readAddressLines(lines.split('\n'), country));

/** A name that the object offers, and where it stands. */
type Candidate = JudgedName & {
  readonly from: 'descr' | 'organisation' | 'netname';
  /** Position among the `descr` lines; -1 elsewhere. */
  readonly line: number;
  readonly reseller: boolean;
};

/**
 * Reads who uses a network, and where, out of its registry object and the organisation linked to it
 * (identification.md, "Patterns that carry the answer"). What cannot be read for sure stays empty; of a natural
 * person nothing is kept.
 */
export function readNetwork(object: NetworkObject, organisation: OrganisationObject | null): NetworkReading {
  const named = chooseName(object, organisation);
  if (named === null) return OPAQUE_READING;
  const kind = kindOf(named, object, organisation);
  if (kind === 'person') return PERSON_READING;
  if (kind === 'opaque') return OPAQUE_READING;
  const address = addressOf(named, object, organisation, kind);
  const { parts } = named;
  const country = address.country ?? object.country ?? organisation?.country ?? null;
  const name = named.standing === 'pool' ? '' : shownName(named.text, country);
  return {
    kind,
    providerType: kind === 'provider' ? providerTypeOf(named, object) : null,
    name,
    legalForm: parts.form?.form ?? null,
    core: named.standing === 'pool' ? [] : parts.core,
    street: withoutPersons(address.street),
    postcode: address.postcode,
    city: address.city,
    country,
    holder: name === '' ? '' : named.text,
    reasons: reasonsOf(named, object, organisation),
  };
}

const rank = ({ standing }: JudgedName): number => STANDINGS.indexOf(standing);
const isNamed = (candidate: JudgedName): boolean => rank(candidate) >= STANDINGS.indexOf('person');

/**
 * The end organisation's name: `descr` first, because carriers write their customers there; the linked organisation
 * where it is the same one, or nothing else names anybody; the netname last. In ARIN every network has its own.
 */
function chooseName(object: NetworkObject, organisation: OrganisationObject | null): Candidate | null {
  const linked = organisation && candidateOf(organisation.name, object.country ?? organisation.country, 'organisation');
  if (object.format === 'arin') return linked ?? netnameCandidate(object);
  const described = describedName(object);
  if (described && linked && rank(linked) > rank(described) && isSame(described, linked)) {
    // Who runs a pool or a backbone of his own gives access to others.
    return described.standing === 'pool' ? { ...linked, standing: 'provider' } : linked;
  }
  if (described && isNamed(described) && !saysTradeAlone(described)) {
    return linked && isSame(described, linked) && isNamed(linked) ? better(described, linked) : described;
  }
  const netname = netnameCandidate(object);
  if (described && isNamed(described)) return netname?.standing === 'corporation' ? netname : described;
  if (netname && isNamed(netname) && netname.standing !== 'organisation') return netname;
  if (described && rank(described) >= STANDINGS.indexOf('pool')) {
    return described.standing === 'pool' && linked?.standing === 'provider' ? linked : described;
  }
  return linked ?? netname ?? poolOf(object);
}

/** "Oil Company" says what somebody does, not who he is. */
function saysTradeAlone({ parts, byName }: JudgedName): boolean {
  return byName.because === 'trade' && parts.core.length === 1 && (parts.form === null || parts.form.form === 'Co.');
}

/** Where nothing names anybody, the netname may still tell that the range is an access pool. */
function poolOf({ netname, country }: NetworkObject): Candidate | null {
  const { written } = readNetname(netname, country);
  return isAccessPool(written)
    ? { ...judgeName(written, country), standing: 'pool', from: 'netname', line: -1, reseller: false }
    : null;
}

function candidateOf(written: string, country: string | null, from: Candidate['from'], line = -1): Candidate {
  return { ...judgeLine(written, country), from, line };
}

/** What a line, or an organisation's name, says about who uses the network. */
const judgeLine = remember((written, country): JudgedName & Pick<Candidate, 'reseller'> => {
  const { text, reseller } = cleanLine(isCoded(written) ? readNetname(written, country).text : written);
  const customer = customerOfReseller(text);
  const judged = textsIn(customer === null ? text : cleanLine(customer).text).map((each) =>
    judgeName(cutAfterForm(each, country), country),
  );
  const best = judged.reduce((one, other) => (rank(other) > rank(one) ? other : one));
  const pool =
    ENDS_WITH_CUSTOMERS.test(written) ||
    (best.standing !== 'corporation' && ENDS_WITH_CUSTOMER.test(written)) ||
    (!isNamed(best) && isAccessPool(written));
  return { ...best, ...(pool ? { standing: 'pool' } : {}), reseller: reseller || customer !== null };
});

/** A line in the manner of a netname: `TRAVELODGE-HOTELS-LTD`, `CUSTOMERS-OWNIT-SE`. */
function isCoded(written: string): boolean {
  return !written.includes(' ') && /[-_].*[-_]|_/.test(written);
}

/** Lines that speak of many customers name none of them. */
const ENDS_WITH_CUSTOMERS =
  /\b(?:customers|subscribers|clients|users|kunden|clienti|clientes|klienci|abonenty|abonnenten)\W*$/i;

const ENDS_WITH_CUSTOMER = /[\s_-](?:customer|client|subscriber|user|kunde)\W*$/i;

/** The texts in a line that may be the name: behind the name of an access product, before and in brackets at its end. */
function textsIn(text: string): readonly [string, ...string[]] {
  const behind = /^(?:[avs]?dsl|fttx|ftth|gpon|vpn|wi-?fi)\s+(\p{L}.*)$/iu.exec(text)?.[1];
  if (behind !== undefined) return [text, ...textsIn(behind)];
  const [, before, bracketed] = /^([^()]{2,}?)\s*\(\s*([^()]+?)\s*\)?$/.exec(text) ?? [];
  return before === undefined || bracketed === undefined ? [text] : [before, bracketed];
}

function netnameCandidate(object: NetworkObject): Candidate | null {
  const encoded = object.country === 'DE' ? nameAndPlaceInNetname(object.netname) : null;
  const text = encoded?.name ?? readNetname(object.netname, object.country).text;
  const judged = judgeText(text, object.country);
  if (judged.standing === 'nothing' || judged.standing === 'pool') return null;
  // A code of one word names nobody, and a first name alone is a code.
  if (
    encoded === null &&
    (judged.standing === 'text' || (judged.standing === 'person' && judged.parts.core.length < 2))
  ) {
    return null;
  }
  return { ...judged, from: 'netname', line: -1, reseller: false };
}

/**
 * The name among the `descr` lines: the strongest candidate that is no address. A first line that names something
 * stays the name where the stronger one is part of an address, or only says it more fully.
 */
function describedName({ descr, country }: NetworkObject): Candidate | null {
  // Nothing outranks a first line that names a corporation, and most objects have one: the rest need not be judged.
  const [firstLine] = descr;
  if (firstLine === undefined) return null;
  const leading = candidateOf(firstLine, country, 'descr', 0);
  if (leading.standing === 'corporation') return leading;
  // A first line without a digit is a name, whatever it looks like.
  const addressLines = new Set(
    descr.length < 2
      ? []
      : addressIn(descr.join('\n'), country).used.filter((line) => line > 0 || /\d/.test(descr[0] ?? '')),
  );
  const candidates = descr
    .map((line, position) => candidateOf(line, country, 'descr', position))
    .filter(({ line, standing }) => !addressLines.has(line) || standing === 'corporation');
  const best = strongest(candidates);
  const first = candidates[0];
  // What a person does ("Landhandel", "Hotel") does not make him a company.
  if (first?.standing === 'person' && best?.standing !== 'corporation') return first;
  if (
    !best ||
    !first ||
    first.parts.form !== null ||
    (first.standing !== 'text' && first.standing !== 'organisation')
  ) {
    return best;
  }
  const complete = completeName(
    first.text,
    descr.filter((_, position) => position !== first.line),
    country,
  );
  if (complete !== null)
    return { ...judgeName(complete, country), from: 'descr', line: first.line, reseller: first.reseller };
  const isLater = best.line > first.line && first.parts.core.length >= 2;
  return isLater && (addressLines.has(best.line) || /\d|,.*,/.test(descr[best.line] ?? '')) ? first : best;
}

/** The candidate of the highest standing, the first of equal ones; null where all are nothing. */
function strongest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, candidate) =>
      candidate.standing !== 'nothing' && (best === null || rank(candidate) > rank(best)) ? candidate : best,
    null,
  );
}

/** Whether two names are of one organisation: one begins with the other, or both with the same two words. */
function isSame(one: JudgedName, other: JudgedName): boolean {
  const [left, right] = [one.parts.core, other.parts.core];
  const [short, long] = [left.join(''), right.join('')].toSorted((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short.length < 3) return false;
  return long.startsWith(short) || (left.length > 2 && left[0] === right[0] && left[1] === right[1]);
}

/** Of two spellings of one name the one that says more: with its legal form, not cut short. */
function better(described: Candidate, linked: Candidate): Candidate {
  if (described.parts.form === null && linked.parts.form !== null) return { ...linked, line: described.line };
  return described;
}

function kindOf(named: Candidate, object: NetworkObject, organisation: OrganisationObject | null): Kind {
  const { standing, byName } = named;
  if (standing !== 'person' && object.maintainers.some((maintainer) => LESSORS.test(maintainer))) return 'provider';
  if (standing === 'organisation') return byName.kind;
  if (standing === 'corporation') {
    const { asHolder } = named;
    const hinted = asHolder.kind === 'provider';
    const unclear = byName.kind === 'provider' || hinted || asHolder.because === 'none';
    if (unclear && (looksLikeProviderSpace(object, organisation, hinted) || saysProvider(object))) return 'provider';
    if (unclear) return 'company';
    return byName.because === 'weak-word' ? 'company' : byName.kind;
  }
  if (standing === 'text') {
    const weak = byName.kind === 'provider' && named.parts.core.length <= 2;
    if (weak || isAccessPool(readNetname(object.netname, null).written)) return 'provider';
    return looksLikeName(named) ? 'company' : 'opaque';
  }
  return KIND_OF_STANDING[standing];
}

/** Another line or the netname says that the holder gives access or addresses to others. */
function saysProvider(object: NetworkObject): boolean {
  const { descr, remarks, netname } = object;
  return (
    [...descr, ...remarks].some((line) => SAYS_PROVIDER.test(line)) ||
    POOLED.test(netname) ||
    isNamedAfterItsRange(object)
  );
}

/** Blocks of 256 addresses and more that are called by their numbers are let, not used. */
function isNamedAfterItsRange({ netname, bounds }: NetworkObject): boolean {
  if (bounds.family === 6 || bounds.last - bounds.first < 255) return false;
  const octets = [24, 16, 8].map((shift) => String((bounds.first >>> shift) & 255));
  return netname.replaceAll(/[_.]/g, '-').includes(octets.join('-'));
}
const SAYS_PROVIDER =
  /\b(?:(?:internet|access|network|hosting|cloud|wireless|broadband) (?:access )?(?:and )?(?:service )?providers?|isp|hosting|data ?cent(?:er|re)|colocation|dedicated servers?)\b/i;
const POOLED = /(?:^|[-_])(?:dhcp|dynamic|dyn|pool\d*|dialup|pppoe|residential|cgn|isp|isp-?nets?)(?:$|[-_])/i;

const KIND_OF_STANDING = { nothing: 'opaque', pool: 'provider', provider: 'provider', person: 'person' } as const;

/** Two words or more without a digit, one of them longer than an abbreviation. */
function looksLikeName({ text, parts }: JudgedName): boolean {
  const { core } = parts;
  if (mightBePerson(text, parts)) return false;
  return core.length >= 2 && core.every((word) => /^\p{L}+$/u.test(word)) && core.some((word) => word.length > 3);
}

/**
 * Whether a network is more likely a provider's than its customer's, where the name does not tell: space that is
 * allocated to be given on, and networks larger than a company's line (of 64 to 255 addresses where the name hints at
 * the trade). Measured on registry objects: below, nearly all are customers; above, most are not.
 */
function looksLikeProviderSpace(
  object: NetworkObject,
  organisation: OrganisationObject | null,
  hinted: boolean,
): boolean {
  const { status, format, bounds } = object;
  // The operator's own list and licensed data name companies; what is no company says so itself.
  if (format === 'own' || format === 'mmdb') return false;
  if (/^ALLOCATED (?:PA|PORTABLE|UNSPECIFIED)/.test(status)) return true;
  if (organisation?.type === 'LIR' && status.startsWith('ALLOCATED')) return true;
  const addresses =
    bounds.family === 4 ? bounds.last - bounds.first + 1 : Number((bounds.last - bounds.first + 1n) >> 76n);
  if (hinted) return addresses >= 64;
  const isEndUser =
    format === 'ripe' || (format === 'arin' && status !== 'REALLOCATION') || status === 'ASSIGNED PORTABLE';
  return addresses >= (isEndUser ? 1024 : 256);
}

/** Maintainers under which address space is let to whoever pays, wherever and for whatever. */
const LESSORS = /^(?:CIL1|LARUS|IPXO|NETUTILS|INTERLIR|HEFICED|IPV4MALL|PREFIXBROKER)\b/;

function providerTypeOf(named: Candidate, object: NetworkObject): ProviderType {
  return (
    providerTypeByName(named.parts) ??
    providerTypeByName(judgeText(readNetname(object.netname, object.country).text, null).parts) ??
    'isp'
  );
}

const NO_ADDRESS: AddressReading = { street: null, postcode: null, city: null, country: null, used: [] };

/** The organisation's own address: out of the object, or out of the linked organisation where it is the same one. */
function addressOf(
  named: Candidate,
  object: NetworkObject,
  organisation: OrganisationObject | null,
  kind: Kind,
): AddressReading {
  if (named.standing === 'pool') return NO_ADDRESS;
  const lines =
    object.address.length > 0 ? object.address : object.descr.filter((_, position) => position !== named.line);
  const postcode = object.address.length > 0 && object.postcode !== null ? [object.postcode] : [];
  const inObject = lines.length > 0 ? addressIn([...lines, ...postcode].join('\n'), object.country) : NO_ADDRESS;
  if (inObject.postcode !== null) return inObject;
  const own =
    organisation !== null &&
    (named.from === 'organisation' || isSame(named, judgeLine(organisation.name, object.country)));
  const ofOrganisation = own
    ? readOrganisationAddress({ ...organisation, country: organisation.country ?? object.country })
    : NO_ADDRESS;
  if (ofOrganisation.postcode !== null) return ofOrganisation;
  if (inObject.city !== null) return inObject;
  if (ofOrganisation.city !== null) return ofOrganisation;
  const place = kind !== 'provider' && object.country === 'DE' ? placeOfNetname(named, object) : null;
  return { ...NO_ADDRESS, city: place };
}

/** "Erika Mustermann, Musterweg 1": who opens the letters is nobody's business. */
function withoutPersons(street: string | null): string | null {
  if (street === null || !street.includes(',')) return street;
  const kept = street.split(/,\s*/).filter((part) => judgeText(part, null).standing !== 'person' || /\d/.test(part));
  return kept.length > 0 ? kept.join(', ') : null;
}

function placeOfNetname(named: Candidate, object: NetworkObject): string | null {
  return named.from === 'netname'
    ? (nameAndPlaceInNetname(object.netname)?.place ?? null)
    : placeInNetname(object.netname, named.parts.core);
}

/** Characters that a registry has lost, or that no alphabet mixes. */
const DAMAGED = /\uFFFD|ï¿½|[\u0E00-\u0E7F].*[A-Za-z]|[A-Za-z].*[\u0E00-\u0E7F]|\p{L}\?\p{L}/u;

function reasonsOf(
  named: Candidate,
  object: NetworkObject,
  organisation: OrganisationObject | null,
): readonly ConfidenceReason[] {
  const date = object.date ?? organisation?.date ?? null;
  const { byName, parts } = named;
  const reasons: ConfidenceReason[] = [];
  if (parts.form) reasons.push('named-in-registry');
  else reasons.push('no-legal-form');
  if (DAMAGED.test(named.text)) reasons.push('name-damaged');
  if (named.from === 'organisation') reasons.push('own-organisation-record');
  if (named.from === 'netname') reasons.push('name-from-network-name');
  if (named.reseller) reasons.push('reseller-named');
  if (named.asHolder.kind === 'provider') reasons.push('provider-like-words');
  if (!parts.form && byName.because === 'none') reasons.push('kind-not-proven');
  if (date !== null && date < '2005') reasons.push('entry-before-2005');
  else if (date !== null && date < '2015') reasons.push('entry-before-2015');
  return reasons;
}
