import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIFETIMES } from '../store/sqlite/workspace.ts';

/**
 * Behind TLS the name says to the browser that the cookie belongs to this host alone and never leaves TLS
 * (RFC 6265bis, 4.1.3.2); a server on plain HTTP, for trying out, cannot use it.
 */
const NAMES = { secure: '__Host-doorplate', plain: 'doorplate' } as const;

function isSecure(request: FastifyRequest, baseUrl: string | null): boolean {
  return baseUrl === null ? request.protocol === 'https' : baseUrl.startsWith('https:');
}

/** The session's token as the browser sent it; null without one. */
export function sessionCookieIn(request: FastifyRequest, baseUrl: string | null): string | null {
  const token = request.cookies[isSecure(request, baseUrl) ? NAMES.secure : NAMES.plain];
  return token === undefined || token === '' || token.length > 128 ? null : token;
}

/** Hands the token to the browser: out of reach of scripts and of other sites' requests. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  baseUrl: string | null,
  token: string,
): void {
  const secure = isSecure(request, baseUrl);
  reply.setCookie(secure ? NAMES.secure : NAMES.plain, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: LIFETIMES.sessionLongestMs / 1000,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply, baseUrl: string | null): void {
  const secure = isSecure(request, baseUrl);
  reply.clearCookie(secure ? NAMES.secure : NAMES.plain, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
