import type { FastifyInstance } from 'fastify';
import { ApiObjection, ApiObjectionDecision, ApiObjectionList } from '../../contracts/api.ts';
import { fault, ok } from '../../contracts/result.ts';
import type { StoredObjection } from '../../store/sqlite/objection-table.ts';
import { operatorRoute } from '../api-route.ts';
import type { RestApiOptions } from '../rest-api-options.ts';
import { NumberParams } from './number-params.ts';

/** Objections of organisations: only an operator decides, and only he sees them. */
export function registerObjectionRoutes(app: FastifyInstance, { judgeAnew }: RestApiOptions): void {
  operatorRoute(app, {
    method: 'GET',
    url: '/api/v1/objections',
    summary: 'Objections of organisations, the latest first',
    answer: ApiObjectionList,
    handle: ({ installation }) =>
      ok({ data: installation.objections().map((objection) => apiObjection(objection)), next_cursor: null }),
  });

  operatorRoute(app, {
    method: 'POST',
    url: '/api/v1/objections/:id',
    summary: 'Decide about an objection: confirmed it hides the organisation from now on, declined it does not',
    params: NumberParams,
    body: ApiObjectionDecision,
    answer: ApiObjection,
    handle: async ({ installation, session, params, body }) => {
      const decided = installation.decideObjection(params.id, body.decision, session.email);
      if (decided === null) return fault('OBJECTION_UNKNOWN');
      await judgeAnew();
      return ok(apiObjection(decided));
    },
  });
}

function apiObjection(objection: StoredObjection): ApiObjection {
  return {
    id: objection.id,
    company_id: objection.companyId,
    company_name: objection.companyName,
    token: objection.token,
    state: objection.state,
    filed_at: objection.filedAt,
    hidden_until: objection.hiddenUntil,
    decided_at: objection.decidedAt,
  };
}
