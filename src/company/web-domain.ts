/** Hosts on which many companies have a page: they are no company's own. */
const SHARED_HOSTS =
  /(?:^|\.)(?:(?:facebook|linkedin|xing|instagram|twitter|x|youtube|blogspot|wordpress|wixsite|jimdo(?:free|site)|gmail|yahoo|hotmail|outlook)\.com|sites\.google\.com|jimdo\.de|gmx\.(?:de|net|at|ch)|web\.de|t-online\.de)$/;

/** The host of a company's website out of a URL or a domain, without `www.`; null where it is none of its own. */
export function webDomain(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\d?\./, '')
    .replace(/[/:?#].*$/, '')
    .replace(/\.$/, '');
  if (host.length > 253 || !/^(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u.test(host)) return null;
  return /^[\d.]+$/.test(host) || SHARED_HOSTS.test(host) ? null : host;
}
