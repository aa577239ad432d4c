import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiCorrection, ApiCorrectionList, ApiNewCorrection } from '../../contracts/api.ts';
import { COMPANY_ID, CorrectionFile } from '../../contracts/corrections.ts';
import { fault, ok } from '../../contracts/result.ts';
import { currentId } from '../../whitelist/judged-whitelist.ts';
import { type Asker, customerRoute } from '../api-route.ts';
import { ANY_SITE, checkCorrection, type CorrectionGround } from '../correction-desk.ts';
import { correctionFile } from '../correction-file.ts';
import { apiCorrection } from '../corrections-of.ts';
import { nameable } from '../nameable.ts';
import type { RestApiOptions } from '../rest-api-options.ts';
import { NumberParams } from './number-params.ts';

/**
 * What people say against the whitelist: an operator for all customers, everybody else for his own. A change is in
 * force before it is answered.
 */
export function registerCorrectionRoutes(
  app: FastifyInstance,
  { workspace, whitelist, judgedFor, judgeAnew, clock }: RestApiOptions,
): void {
  const groundOf = ({ customer, installation }: Asker): CorrectionGround => {
    const { customerId, release } = installation === null ? { ...ANY_SITE, customerId: customer.id } : ANY_SITE;
    return {
      judged: judgedFor({ customerId, release }),
      inForce: workspace.correctionsInForce().filter((one) => one.customerId === null || one.customerId === customerId),
      isOperator: installation !== null,
    };
  };
  const shownTo = ({ customer, installation }: Asker) => {
    const isNameable = nameable(whitelist(), workspace.objectedCompanies());
    return [...customer.corrections(), ...(installation?.corrections() ?? [])]
      .filter(({ companyId }) => isNameable(companyId))
      .sort((one, other) => other.id - one.id);
  };

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/corrections',
    summary:
      "Corrections of one's own customer, for an operator also those for all; undone ones too, the latest first. Companies about which nothing may be said are left out",
    query: z.strictObject({ company_id: z.string().regex(COMPANY_ID).optional() }),
    answer: ApiCorrectionList,
    handle: ({ query, ...asker }) => {
      const asked = query.company_id === undefined ? null : currentId(whitelist(), query.company_id);
      const data = shownTo(asker)
        .filter(({ companyId }) => asked === null || currentId(whitelist(), companyId) === asked)
        .map((correction) => apiCorrection(correction, whitelist(), asker));
      return ok({ data, next_cursor: null });
    },
  });

  customerRoute(app, {
    method: 'POST',
    url: '/api/v1/corrections',
    summary: "Correct a company: for all customers as an operator, else for one's own; it holds at once",
    status: 201,
    body: ApiNewCorrection,
    answer: ApiCorrection,
    handle: async ({ body, ...asker }) => {
      const { session, installation, customer } = asker;
      if (session === null) throw new Error('a session route was opened to a key');
      const checked = checkCorrection(groundOf(asker), { companyId: body.company_id, change: body.change });
      if (!checked.ok) return checked;
      const correction = (installation ?? customer).addCorrection({
        company: checked.value,
        change: body.change,
        reason: body.reason,
        author: session,
      });
      await judgeAnew();
      return ok(apiCorrection(correction, whitelist(), asker));
    },
  });

  customerRoute(app, {
    method: 'DELETE',
    url: '/api/v1/corrections/:id',
    summary: 'Undo a correction: it stays in the list with who took it back and when',
    params: NumberParams,
    answer: ApiCorrection,
    handle: async ({ params, ...asker }) => {
      const { session, installation, customer } = asker;
      if (session === null) throw new Error('a session route was opened to a key');
      const undone =
        customer.undoCorrection(params.id, session.email) ?? installation?.undoCorrection(params.id, session.email);
      if (undone == null) return fault('CORRECTION_UNKNOWN');
      await judgeAnew();
      return ok(apiCorrection(undone, whitelist(), asker));
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/corrections/export',
    summary:
      "A file of the corrections in force: an operator's for all customers, else one's own customer's; without their authors",
    answer: CorrectionFile,
    handle: ({ reply, ...asker }) => {
      reply.header('content-disposition', 'attachment; filename="corrections.json"');
      const scope = asker.installation === null ? asker.customer.id : null;
      return ok(
        correctionFile(
          shownTo(asker).filter(({ customerId }) => customerId === scope),
          clock(),
        ),
      );
    },
  });
}
