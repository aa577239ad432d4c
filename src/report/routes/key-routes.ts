import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiKeyCreated, ApiKeyList, ApiNewKey, type ApiKey } from '../../contracts/api.ts';
import { fault, ok } from '../../contracts/result.ts';
import type { ApiKeyEntry } from '../../store/sqlite/workspace.ts';
import { customerRoute } from '../api-route.ts';
import { NumberParams } from './number-params.ts';

/** Keys for programs; only people make and remove them. */
export function registerKeyRoutes(app: FastifyInstance): void {
  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/keys',
    summary: 'The keys, without the keys themselves',
    answer: ApiKeyList,
    handle: ({ customer }) => ok({ data: customer.keys().map((key) => apiKey(key)), next_cursor: null }),
  });

  customerRoute(app, {
    method: 'POST',
    url: '/api/v1/keys',
    summary: 'Make a key; this answer is the only one that shows it',
    status: 201,
    body: ApiNewKey,
    answer: ApiKeyCreated,
    handle: ({ customer, body }) => {
      const made = customer.addKey({ label: body.label, scope: body.scope, expiresAt: body.expires_at });
      return made.ok ? ok({ ...apiKey(made.value.key), token: made.value.token }) : made;
    },
  });

  customerRoute(app, {
    method: 'DELETE',
    url: '/api/v1/keys/:id',
    summary: 'Remove a key; it stops working at once',
    status: 204,
    params: NumberParams,
    answer: z.undefined(),
    handle: ({ customer, params }) => (customer.removeKey(params.id) ? ok(undefined) : fault('KEY_UNKNOWN')),
  });
}

function apiKey(key: ApiKeyEntry): ApiKey {
  return {
    id: key.id,
    label: key.label,
    scope: key.scope,
    created_at: key.createdAt,
    expires_at: key.expiresAt,
  };
}
