import type { Stretch } from './segments.ts';

/** A stretch of addresses as CIDR where it is one, else `first-last`. */
export function prefixText({ first, last }: Stretch, bits: 32 | 128): string {
  const size = last - first + 1n;
  const isPrefix = (size & (size - 1n)) === 0n && first % size === 0n;
  const text = bits === 32 ? dotted : colons;
  return isPrefix ? `${text(first)}/${bits - (size.toString(2).length - 1)}` : `${text(first)}-${text(last)}`;
}

function dotted(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
}

/** RFC 5952: lower case, the longest run of two or more zero words shortened, the first of equal ones. */
function colons(address: bigint): string {
  const words = Array.from({ length: 8 }, (_, position) => (address >> BigInt(112 - position * 16)) & 0xffffn);
  const text = words.map((word) => word.toString(16)).join(':');
  const runs = [...text.matchAll(/\b0(?::0)+\b/g)];
  const longest = runs.reduce<RegExpExecArray | null>(
    (best, run) => (best === null || run[0].length > best[0].length ? run : best),
    null,
  );
  if (!longest) return text;
  const before = text.slice(0, longest.index).replace(/:$/, '');
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}
