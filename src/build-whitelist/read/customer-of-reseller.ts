import { readLegalForm } from '../../company/legal-forms.ts';
import { isProviderBrand } from '../../company/provider-brands.ts';
import { words } from '../../company/words.ts';

/** Resellers that stand before their customers' names in ARIN, cut short ("METTEL-MARINE FASTENERS, INC."). */
const RESELLERS = new Set(
  'acc mettel gcn bcm tpx twtc xo ntt lumen spectrum granite megapath earthlink windstream'.split(' '),
);

/**
 * The customer's part of "RESELLER-CUSTOMER" or "RESELLER INC-CUSTOMER", as carriers in ARIN glue them together;
 * null where the hyphen belongs to the name ("COCA-COLA BOTTLING").
 */
export function customerOfReseller(text: string): string | null {
  const glued = /^(?<before>[^-]+)-(?<behind>\p{L}[^-]*\p{L}.*)$/u.exec(text)?.groups;
  if (!glued) return null;
  const { before = '', behind = '' } = glued;
  const head = words(before);
  const parts = readLegalForm(head, null);
  const isReseller =
    (parts.form !== null && parts.form.form !== 'Co.' && parts.formWords.atEnd > 0 && parts.core.length > 0) ||
    (head.length === 1 && (RESELLERS.has(head[0] ?? '') || isProviderBrand(head)));
  return isReseller && words(behind).length >= 2 ? behind.trim() : null;
}
