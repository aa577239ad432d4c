import type { FastifyServerOptions } from 'fastify';
import { problemCodeOf } from './problem-of-error.ts';
import { sendProblem } from './problem.ts';

/**
 * Options for the server around the REST API: `Fastify({ ...serverOptions(), logger: false })`. What the framework
 * answers by itself, before any plugin is asked, would otherwise repeat the URL.
 */
export function serverOptions(): Pick<FastifyServerOptions, 'frameworkErrors' | 'routerOptions'> {
  return {
    frameworkErrors(error, _request, reply) {
      sendProblem(reply, problemCodeOf(error));
    },
    // A domain has up to 253 characters; the default of 100 would refuse it.
    routerOptions: { maxParamLength: 300 },
  };
}
