/** Classes of autonomous systems in the lists that operators bring; the order is that of the layer file. */
export const AS_CLASSES = ['isp', 'hosting', 'business', 'education', 'government'] as const;
export type AsClass = (typeof AS_CLASSES)[number];
