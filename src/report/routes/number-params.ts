import { z } from 'zod';

/** Whatever else stands in the path is nothing that exists. */
export const NumberParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
});
