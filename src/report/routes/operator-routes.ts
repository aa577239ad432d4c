import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiLookedUp, ApiLookUp, ApiOrganisation } from '../../contracts/api.ts';
import { COMPANY_ID } from '../../contracts/corrections.ts';
import { fault, ok } from '../../contracts/result.ts';
import { operatorRoute, type OperatorAsker } from '../api-route.ts';
import { correctionsOf } from '../corrections-of.ts';
import { nameable } from '../nameable.ts';
import { lookedUp, operatorCard, type OperatorCardParts } from '../operator-card.ts';
import type { RestApiOptions } from '../rest-api-options.ts';

/** What only an operator sees: organisations that are withheld, by an address that he types or by their id. */
export function registerOperatorRoutes(app: FastifyInstance, { workspace, whitelist, operator }: RestApiOptions): void {
  const partsFor = (asker: OperatorAsker): OperatorCardParts => ({
    isNameable: nameable(whitelist(), workspace.objectedCompanies()),
    correctionsOf: (companyId) => correctionsOf(whitelist(), asker.installation.corrections(), companyId, asker),
  });

  operatorRoute(app, {
    method: 'POST',
    url: '/api/v1/operator/look-up',
    summary: 'What is known of an address: it is forgotten with the answer, which does not repeat it',
    body: ApiLookUp,
    answer: ApiLookedUp,
    handle: ({ body, ...asker }) => ok(lookedUp(operator.lookUp(body.address.trim()), partsFor(asker))),
  });

  operatorRoute(app, {
    method: 'GET',
    url: '/api/v1/operator/organisations/:id',
    summary: 'What is known of an organisation, whether it is shown or withheld',
    params: z.strictObject({ id: z.string().regex(COMPANY_ID) }),
    answer: ApiOrganisation,
    handle: ({ params, ...asker }) => {
      const found = operator.judged().ofCompany(params.id);
      const card = found && operatorCard(found, partsFor(asker));
      return card === null ? fault('ORGANISATION_UNKNOWN') : ok(card);
    },
  });
}
