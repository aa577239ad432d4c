import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';

/** Longest part of a user agent that is looked at. */
const LONGEST_AGENT = 512;

/**
 * User agents of current browsers, as their makers have frozen them (Chromium's user-agent reduction, and what Firefox
 * and Safari send): most traffic, told without asking the long list. Only spellings of which `isbot` is known to say no.
 */
const COMMON_BROWSER =
  /^Mozilla\/5\.0 \((?:Windows NT 10\.0; Win64; x64|Macintosh; Intel Mac OS X 10[_.]\d{1,2}(?:_\d)?|X11; Linux x86_64|Linux; Android 10; K|iPhone; CPU iPhone OS \d{2}_\d{1,2}(?:_\d)? like Mac OS X)(?:\) AppleWebKit\/\d{3}\.\d{1,2}(?:\.\d{1,2})? \(KHTML, like Gecko\)(?: Chrome\/\d{2,3}\.0\.0\.0)?(?: Version\/\d{2}\.\d{1,2}(?:\.\d)?)?(?: Mobile(?:\/15E148)?)? Safari\/\d{3}\.\d{1,2}(?:\.\d{1,2})?(?: Edg\/\d{2,3}\.0\.0\.0)?|; rv:\d{2,3}\.0\) Gecko\/20100101 Firefox\/\d{2,3}\.0)$/;

/**
 * Whether a program sent the hit, not a person's browser: by `isbot`, by a missing user agent, or because the browser
 * fetched ahead of a visit that may never come (`Sec-Purpose` of the Fetch standard, its forerunners `Purpose` and
 * `X-Moz`).
 */
export function isMachine(headers: IncomingHttpHeaders): boolean {
  const agent = headers['user-agent'];
  return agent === undefined || isAheadOfVisit(headers) || isBotAgent(agent);
}

export function isBotAgent(agent: string): boolean {
  if (agent.length < 2) return true;
  return !COMMON_BROWSER.test(agent) && isbot(agent.slice(0, LONGEST_AGENT));
}

function isAheadOfVisit(headers: IncomingHttpHeaders): boolean {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz'];
  return purpose !== undefined && /prefetch|preview|prerender/i.test(String(purpose));
}
