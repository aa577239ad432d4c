import { createHash } from 'node:crypto';

const LONGEST_SLUG = 40;

/** Small letters, digits and hyphens of a name; '' where nothing is left. Of long names a hash keeps those apart that begin alike. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  return `${slug.slice(0, LONGEST_SLUG - 9)}-${createHash('sha256').update(slug).digest('hex').slice(0, 8)}`;
}
