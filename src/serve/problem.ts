import type { FastifyReply } from 'fastify';
import type { Problem } from '../contracts/api.ts';

/** Answers with problem details (RFC 9457). `code` and `title` are ours; nothing of the request is repeated. */
export function sendProblem(reply: FastifyReply, status: number, code: string, title: string): FastifyReply {
  const problem: Problem = { type: 'about:blank', title, status, code };
  return reply.code(status).header('content-type', 'application/problem+json').send(problem);
}
