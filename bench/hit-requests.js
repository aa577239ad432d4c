// The hits that the load generator sends: whole HTTP requests, base64. The same bytes go to the product and the base.

export const SITE = 'shop.example';
const REQUESTS = 4_000;
const BODY_BYTES = 304;
/** One hit in ten comes from a company of the whitelist: more than on a real site, so that visits are worked for. */
const COMPANY_EVERY = 10;
const PAGES = 300;
const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

export function hitRequests(companyAddresses) {
  const random = randomNumbers();
  const upTo = (limit) => Math.floor(random() * limit);
  return Array.from({ length: REQUESTS }, (_, number) => {
    const isCompany = companyAddresses.length > 0 && number % COMPANY_EVERY === 0;
    const address = isCompany
      ? companyAddresses[upTo(companyAddresses.length)]
      : `${11 + upTo(80)}.${upTo(256)}.${upTo(256)}.${upTo(256)}`;
    const body = padded({
      site: SITE,
      name: 'pageview',
      url: `https://${SITE}/products/pumps/model-${upTo(PAGES)}?utm_source=newsletter&utm_campaign=spring`,
      referrer: number % 3 === 0 ? '' : 'https://search.example/find?q=pumps',
    });
    return Buffer.from(
      `POST /api/event HTTP/1.1\r\nhost: ${SITE}\r\nuser-agent: ${AGENT}\r\norigin: https://${SITE}\r\n` +
        `content-type: text/plain\r\nx-forwarded-for: ${address}\r\ncontent-length: ${BODY_BYTES}\r\n\r\n${body}`,
    ).toString('base64');
  });
}

/** A hit of exactly BODY_BYTES, as the prototypes were measured with. */
function padded(hit) {
  const short = JSON.stringify({ ...hit, props: { plan: '' } }).length;
  return JSON.stringify({ ...hit, props: { plan: 'x'.repeat(BODY_BYTES - short) } });
}

/** A linear congruence: each run sends the same hits. */
function randomNumbers() {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}
