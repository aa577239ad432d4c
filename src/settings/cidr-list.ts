import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const MOST_RANGES = 256;

/** A list of address ranges in CIDR notation (a single address means itself), separated by commas or as a list. */
export const cidrList = z
  .union([z.string().max(16_384), z.array(z.string().max(64)).max(MOST_RANGES)])
  .transform((given) => (typeof given === 'string' ? given.split(/[\s,]+/).filter((part) => part !== '') : given))
  .pipe(z.array(z.string().refine(isRange)).max(MOST_RANGES));

function isRange(text: string): boolean {
  return ipaddr.isValidCIDR(text) || ipaddr.isValid(text);
}
