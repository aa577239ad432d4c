import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../contracts/api.ts';
import type { Result } from '../contracts/result.ts';
import type { CustomerWorkspace, InstallationWorkspace, SessionHolder } from '../store/sqlite/workspace.ts';
import { accessOf } from './access.ts';
import { sendProblem, type ProblemCode } from './problem.ts';

/** Who asks, once the route has been opened to him: always through his own customer's workspace. */
export type Asker = {
  readonly customer: CustomerWorkspace;
  readonly session: SessionHolder | null;
  /** What is the operator's alone; null for everybody else, and for every key. */
  readonly installation: InstallationWorkspace | null;
};

/** An operator of the installation, who has signed in. */
export type OperatorAsker = Asker & {
  readonly session: SessionHolder;
  readonly installation: InstallationWorkspace;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** null before the request was let in, and on public routes. */
    asker: Asker | null;
  }
}

/** What every handler is given: the checked parts of a request, and the request for its cookie alone. */
export type Asked<Query, Params, Body> = {
  readonly query: Query;
  readonly params: Params;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

type Declaration<
  Query extends z.ZodType,
  Params extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Given,
> = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  /** 200 where nothing else is said. */
  readonly status?: 201 | 202 | 204;
  /** Of the body; 8 KiB where nothing else is said. */
  readonly bodyLimitBytes?: number;
  readonly query?: Query;
  readonly params?: Params;
  readonly body?: Body;
  readonly answer: Answer;
  readonly handle: (
    asked: Given & Asked<z.output<Query>, z.output<Params>, z.output<Body>>,
  ) => Promise<Result<z.input<Answer>, ProblemCode>> | Result<z.input<Answer>, ProblemCode>;
};

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

/** Every fault has the shape of RFC 9457; which codes there are stands in docs/errors.md. */
const FAULTS = {
  description: 'A fault, as problem details',
  content: { 'application/problem+json': { schema: Problem } },
};
const BODY_LIMIT_BYTES = 8192;

/** Registers a route whose asker is known: what it reaches goes through `customer`. */
export function customerRoute<
  Answer extends z.ZodType,
  Query extends z.ZodType = Nothing,
  Params extends z.ZodType = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(app: FastifyInstance, declaration: Declaration<Query, Params, Body, Answer, Asker>): void {
  register(app, declaration, (request) => {
    if (request.asker === null) throw new Error('a customer route was opened to nobody');
    return request.asker;
  });
}

/** Registers a route that opens to operators alone. */
export function operatorRoute<
  Answer extends z.ZodType,
  Query extends z.ZodType = Nothing,
  Params extends z.ZodType = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(app: FastifyInstance, declaration: Declaration<Query, Params, Body, Answer, OperatorAsker>): void {
  register(app, declaration, ({ asker }) => {
    if (asker?.session == null || asker.installation === null) throw new Error('an operator route was opened');
    return { customer: asker.customer, session: asker.session, installation: asker.installation };
  });
}

/** Registers a route that everybody may use: signing in and redeeming a link. */
export function publicRoute<
  Answer extends z.ZodType,
  Query extends z.ZodType = Nothing,
  Params extends z.ZodType = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(app: FastifyInstance, declaration: Declaration<Query, Params, Body, Answer, unknown>): void {
  register(app, declaration, () => ({}));
}

function register<
  Query extends z.ZodType,
  Params extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Given,
>(
  app: FastifyInstance,
  declaration: Declaration<Query, Params, Body, Answer, Given>,
  givenBy: (request: FastifyRequest) => Given,
): void {
  const { method, url, summary, answer, handle, status = 200 } = declaration;
  const access = accessOf(method, url);
  app.route({
    method,
    url: url.slice(app.prefix.length),
    bodyLimit: declaration.bodyLimitBytes ?? BODY_LIMIT_BYTES,
    schema: {
      summary,
      tags: [url.split('/')[3] ?? ''],
      security:
        access === 'public'
          ? []
          : [{ session: [] }, ...(access === 'session' || access === 'operator' ? [] : [{ key: [] }])],
      querystring: declaration.query ?? NOTHING,
      params: declaration.params ?? NOTHING,
      ...(declaration.body === undefined ? {} : { body: declaration.body }),
      response: { [status]: answer, default: FAULTS },
    },
    handler: async (request, reply) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schemas above have made them so
      const checked = { query: request.query, params: request.params, body: request.body } as {
        query: z.output<Query>;
        params: z.output<Params>;
        body: z.output<Body>;
      };
      const outcome = await handle({ ...givenBy(request), ...checked, request, reply });
      if (!outcome.ok) return sendProblem(reply, outcome.fault);
      return reply.code(status).send(outcome.value);
    },
  });
}
