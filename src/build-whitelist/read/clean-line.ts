/** What a line of a registry object says once the carrier's decoration is taken off. */
export type CleanLine = {
  /** The name or text that is left; '' where nothing is. */
  readonly text: string;
  /** The line said, beside the name, that a reseller or carrier stands between ("sold by", "network for"). */
  readonly reseller: boolean;
};

/**
 * Words that carriers put before a customer's name, taken off one after the other. Each expression is anchored at the
 * start; general forms of many registries, no single objects.
 */
const BEFORE: readonly RegExp[] = [
  // Customer, order and circuit numbers: "cust 2961;", "2-4030451_", "SMEMKT2024102202431_", "ID: 12 -", "#12345".
  /^(?:cust(?:omer)?|client|kunde|kunden|klant|kunde-?nr|cliente|abonent|order|id|ref|site|circuit)?[\s.:#-]*(?:no|nr|id|number)?[\s.:#-]*\d[\d-]{2,}\s*[_;:,|-]+\s*/i,
  /^[A-Z]{2,}[A-Z0-9]*\d{6,}\s*[_;:|-]+\s*/,
  /^#?\d{4,}\s+(?=\p{L})/u,
  /^\d[\dA-Z-]{3,}_+(?=\p{L})/u,
  /^[A-Z]{2,6}\d{6,}\s+(?=\p{L})/u,
  /^(?:re-?)?(?:assigned|assign|allocated|allocate|delegated)\s+to\s+/i,
  /^(?:[avs]?dsl|fttx|fttc|ftth|gpon|vpn|wi-?fi|internet|leased line)\s*[:=]\s*/i,
  // Names of services before the name: "Network for", "DSL for", "assigned to", "Customer:", "End user -".
  /^(?:(?:the|a|an|static|public|additional|dedicated|corporate|internet|ip|ips|ipv4|ipv6|wan|lan|fixed|business|office|assigned|private)\s+)*(?:network|networks|net|lan|wan|subnet|range|ranges|block|blocks|addresses|address space|ip space|pool|dsl|adsl|sdsl|vdsl|leased line|connection|uplink|internet access|access|link|service|services|hosting|assignment|allocation|assigned|allocated|reserved|delegated|reassigned|prefix|allocation)\s*(?:for|of|to|by customer|customer)\s*[:-]?\s+/i,
  /^(?:end[ -]?)?(?:customer|client|kunde|klant|cliente|client[eè]?|abonn[eé]|user|kund|asiakas|klient|zakaznik|ugyfel|tenant|organi[sz]ation|company|firma|name|nome|nombre|organizacja)\s*(?:name|nr\.?|network|lan)?\s*[:=-]+\s*/i,
  /^(?:[\p{L}\d.&]+\s+){1,3}(?:customer|client|kunde|cust)\s*[:–-]+\s*/iu,
  /^(?:[\p{L}\d.&]+\s+){1,3}(?:network|net|line|link|dsl|adsl|subnet|block|range)\s+(?:for|of|to)\s+/iu,
  /^(?:for|to|of|c\/s|a\/c|m\/s\.?|fa\.|firma)\s+/i,
  /^additional\s+(?:block|range|ips?|subnet|network)\s+/i,
  /^[-–—_*=+#.:;,/\\|>~\s]+/,
];

/** What they put after it. */
const AFTER: readonly RegExp[] = [
  /\s+(?:public |private |customer )?(?:subnets?|ip space|address space|ip block|ip range)$/i,
  /(?<=\b(?:s\.?p\.?a|s\.?r\.?l|s\.?l)\.?)\s+(?:unico socio|a socio unico|unipersonale|network)$/i,
  /(?<=\p{L})\d{6,}$/u,
  // Time stamps and customer numbers that carriers glue to a name: "KELLWOOD COMPANY-060228022931", "PRO NET CORP - 2695".
  /\s*[-_–#]+\s*\d{4,}$/,
  /\s+[-_–#(]+\s*\d{3,}\)?$/,
  /\s*[-–,;(]+\s*(?:customer|cust|client|kunde|customers? (?:network|lan|link|block)|internal network|network|lan|wan|dmz|lab infrastructure|infrastructure|public subnets?|subnets?|ip space|office network|static ips?|public ips?|internet access|server|servers|adsl|sdsl|dsl|fttx|ftth|vpn|voip|internet|head ?quarters?|hq|main office|head office|terminal [ivx\d]+)\)?$/i,
  /\s*\((?:[^()]*\b(?:network|networks|wireless|internet|client|customer|kunde|static|adsl|dsl|pool|lan|ip)\b[^()]*)\)$/i,
  /\s*[-–]\s*[A-Z]{2,4}\d{3,}[A-Z\d]*$/,
  /[-–—_*=+#:;,/\\|<~\s]+$/,
];

/** A reseller or carrier named after the customer: "X Ltd sold by Y Ltd". */
const RESOLD =
  /[\s,;(-]+(?:sold|provided|hosted|managed|supplied|serviced|operated|resold|delivered)\s+(?:by|via|through)\b.*$/i;
const VIA = /[\s,;(-]+(?:via|through|over|behind)\s+(?=\p{Lu}).*$/u;
/** A carrier named before the customer: "Mastertel Network For EDVAYZOR LIMITED". */
const THROUGH_CARRIER =
  /^\p{L}[\p{L}\d.&-]*(?:\s+[\p{L}\d.&-]+){0,2}\s+(?:network|net|internet|line|link|service|customer)s?\s+for\s+/iu;

/** A name written as one word with its legal form: "NUOVAROSSISRL". */
const GLUED_FORM = /^(\p{Lu}{5,})(SRL|SPA|GMBH|LTD|LLC|LTDA|SARL|BVBA)$/u;

/** The same with a form in mixed case, as Japan's registry has it: "MusterCo.,Ltd.". */
const GLUED_CO = /(?<=\p{L}{2})(\p{Ll})(Co\.?,? ?Ltd\.?|Inc\.|Corp\.)$/u;

/** HTML entities of careless entry forms. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
};

/** Takes the decoration off a line; what is left may be a name, an address or nothing. */
export function cleanLine(line: string): CleanLine {
  let text = line
    .replaceAll(/&(?:amp|quot|apos|lt|gt|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const resold = RESOLD.test(text) || THROUGH_CARRIER.test(text);
  text = text.replace(RESOLD, '').replace(THROUGH_CARRIER, '').replace(VIA, '');
  text = untilStable(text, BEFORE);
  text = untilStable(text, AFTER);
  return { text: unquoted(text).replace(GLUED_FORM, '$1 $2').replace(GLUED_CO, '$1 $2'), reseller: resold };
}

/** Takes one beginning or end off after the other, as long as a name of two letters or more is left. */
function untilStable(text: string, expressions: readonly RegExp[]): string {
  let rest = text;
  for (let pass = 0; pass < 4; pass += 1) {
    const before = rest;
    for (const expression of expressions) {
      const shorter = rest.replace(expression, '').trim();
      if (/\p{L}.*\p{L}/u.test(shorter)) rest = shorter;
      else if (!/\p{L}.*\p{L}/u.test(rest)) return '';
    }
    if (rest === before) return rest;
  }
  return rest;
}

function unquoted(text: string): string {
  const pair = /^["'«“„](.*)["'»”“]$/u.exec(text);
  return (pair?.[1] ?? text).trim();
}
