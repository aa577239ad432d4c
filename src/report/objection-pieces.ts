import type { ApiSiteObjection } from '../contracts/api.ts';

/** The path on a site's own origin that the set-up text recommends; where a site chose another one, its owner changes it. */
const RECOMMENDED_PREFIX = '/d';

const LINK_TEXT = {
  de: 'Der Zählung durch Doorplate widersprechen',
  en: 'Object to being counted by Doorplate',
} as const;

/**
 * What a site's privacy page offers its visitors (docs/objection.md): a link to the opt-out page on the site's own
 * origin, or a block that works where the script comes from `origin`, another host. The domain is one of a stored site.
 */
export function objectionPieces(domain: string, origin: string): Pick<ApiSiteObjection, 'link' | 'block'> {
  const path = `${RECOMMENDED_PREFIX}/privacy/${domain}`;
  const link = (language: 'de' | 'en'): string =>
    `<a href="${path}?lang=${language}" rel="nofollow">${LINK_TEXT[language]}</a>`;
  const block = (language: 'de' | 'en'): string =>
    `<div data-doorplate-opt-out lang="${language}"></div>\n<script defer src="${quoted(origin)}/opt-out.js?site=${domain}"></script>`;
  return {
    link: { path, text: LINK_TEXT, html: { de: link('de'), en: link('en') } },
    block: { de: block('de'), en: block('en') },
  };
}

/** As the value of an attribute: without settings the origin is what the request names. */
function quoted(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
