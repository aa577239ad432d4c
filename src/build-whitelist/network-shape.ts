import type { Network } from './read-networks.ts';

/** Size and shape of all networks of one organisation. */
export type Shape = {
  readonly networks: number;
  readonly ranges4: number;
  readonly addresses4: number;
  readonly ranges6: number;
  /** In units of /48. */
  readonly sites6: number;
  readonly countries: number;
};

export function sumShapes(sum: Shape | undefined, network: Network): Shape {
  return {
    networks: (sum?.networks ?? 0) + 1,
    ranges4: (sum?.ranges4 ?? 0) + network.ranges4,
    addresses4: (sum?.addresses4 ?? 0) + network.addresses4,
    ranges6: (sum?.ranges6 ?? 0) + network.ranges6,
    sites6: (sum?.sites6 ?? 0) + network.sites6,
    countries: Math.max(sum?.countries ?? 0, network.countries.size, network.countries6.size),
  };
}

/** From these figures on a network serves others than its own holder (docs/whitelist.md, "Shape"). */
type Limits = { readonly [Figure in keyof Shape]: number };

/** An organisation whose address another register confirms, or whose name is known for another trade. */
const CONFIRMED: Limits = {
  networks: 20,
  ranges4: 160,
  addresses4: 20_000_000,
  ranges6: 60,
  sites6: 1_200_000,
  countries: 10,
};

/** A holder of whom only the name speaks for a company. */
const BY_TRADE: Limits = {
  networks: 8,
  ranges4: 60,
  addresses4: 600_000,
  ranges6: 6,
  sites6: 140_000,
  countries: 4,
};

/** A holder of whom nothing does. */
const BY_NOTHING: Limits = { networks: 4, ranges4: 24, addresses4: 131_072, ranges6: 4, sites6: 66_000, countries: 3 };

/** Whether size and shape of the address space are those of a carrier, hoster or content network. */
export function looksLikeProvider(shape: Shape, confirmed: boolean, namesTrade: boolean): boolean {
  const limits = confirmed ? CONFIRMED : namesTrade ? BY_TRADE : BY_NOTHING;
  return (
    shape.networks >= limits.networks ||
    shape.ranges4 >= limits.ranges4 ||
    shape.addresses4 >= limits.addresses4 ||
    shape.ranges6 >= limits.ranges6 ||
    shape.sites6 >= limits.sites6 ||
    shape.countries >= limits.countries
  );
}
