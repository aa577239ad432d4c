import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';
import type { MachineReason } from '../contracts/reasons.ts';
import { MONITOR_WORDS, OVERLOOKED, SCANNER_WORDS } from './machine-words.ts';

/** Longest part of a user agent that is looked at. */
const LONGEST_AGENT = 512;

/**
 * User agents of current browsers, as their makers have frozen them (Chromium's user-agent reduction, and what Firefox
 * and Safari send): most traffic, told without asking the long list. Only spellings of which `isbot` is known to say no.
 */
const COMMON_BROWSER =
  /^Mozilla\/5\.0 \((?:Windows NT 10\.0; Win64; x64|Macintosh; Intel Mac OS X 10[_.]\d{1,2}(?:_\d)?|X11; Linux x86_64|Linux; Android 10; K|iPhone; CPU iPhone OS \d{2}_\d{1,2}(?:_\d)? like Mac OS X)(?:\) AppleWebKit\/\d{3}\.\d{1,2}(?:\.\d{1,2})? \(KHTML, like Gecko\)(?: Chrome\/\d{2,3}\.0\.0\.0)?(?: Version\/\d{2}\.\d{1,2}(?:\.\d)?)?(?: Mobile(?:\/15E148)?)? Safari\/\d{3}\.\d{1,2}(?:\.\d{1,2})?(?: Edg\/\d{2,3}\.0\.0\.0)?|; rv:\d{2,3}\.0\) Gecko\/20100101 Firefox\/\d{2,3}\.0)$/;

/**
 * Which kind of machine sent the hit; null for a person's browser. A browser that fetches ahead of a visit that may
 * never come says so (`Sec-Purpose` of the Fetch standard, its forerunners `Purpose` and `X-Moz`); a prerendered page
 * that is shown later sends its hit then, without the header. Else by `isbot`, or because there is no user agent.
 */
export function machineIn(headers: IncomingHttpHeaders): MachineReason | null {
  const agent = headers['user-agent'];
  if (agent === undefined) return 'bot';
  return isAheadOfVisit(headers) ? 'prefetch' : machineOfAgent(agent);
}

function machineOfAgent(agent: string): MachineReason | null {
  if (agent.length < 2) return 'bot';
  if (COMMON_BROWSER.test(agent)) return null;
  const part = agent.slice(0, LONGEST_AGENT);
  const words = part.toLowerCase();
  if (!isbot(part) && !holdsOneOf(words, OVERLOOKED)) return null;
  if (holdsOneOf(words, MONITOR_WORDS)) return 'monitor';
  return holdsOneOf(words, SCANNER_WORDS) ? 'scanner' : 'bot';
}

function holdsOneOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

function isAheadOfVisit(headers: IncomingHttpHeaders): boolean {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz'];
  return purpose !== undefined && /prefetch|preview|prerender/i.test(String(purpose));
}
