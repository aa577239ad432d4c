import type { PageRule, SiteCollection } from '../contracts/hit.ts';

/** The rules of a site on its pages, ready to be asked. */
export type PageRules = {
  /** Label of the first group whose pattern the page matches; null without one. */
  groupOf(path: string): string | null;
  /** Labels of all milestones whose pattern the page matches, each once. */
  milestonesOf(path: string): readonly string[];
};

/** Tells whether a page's path matches. */
export type PagePattern = (path: string) => boolean;

/** A longer pattern matches nothing: it could not have been entered. */
const LONGEST_PATTERN = 512;

const SLASH = 47;
const ASTERISK = 42;
const QUESTION_MARK = '?';

/** What stands for letters in a compiled pattern, where every other number is a character. */
const LETTERS_BUT_SLASH = -1;
const LETTERS = -2;

/**
 * Compiles the pattern of a PageRule (contracts/hit.ts). A slash at the end of the page or the pattern makes no
 * difference. A pattern with a question mark is compared with the page and its kept parameters, another one with the
 * page alone. A text takes at most its own length times that of the pattern, whatever both hold: all ways to read the
 * pattern are followed at once, none is tried again.
 */
export function compilePagePattern(pattern: string): PagePattern {
  if (pattern.length > LONGEST_PATTERN || !pattern.startsWith('/')) return () => false;
  const asksQuery = pattern.includes(QUESTION_MARK);
  const tokens = tokensOf(withoutLastSlash(written(pattern)));
  const firstLetters = tokens.findIndex((token) => token < 0);
  const start = firstLetters < 0 ? tokens.length : firstLetters;
  const literal = String.fromCharCode(...tokens.slice(0, start));
  const matches = firstLetters < 0 ? (path: string) => path === literal : follow(tokens, start, literal);
  return (path) => {
    const question = asksQuery ? -1 : path.indexOf(QUESTION_MARK);
    const page = (question < 0 ? path : path.slice(0, question)).toLowerCase();
    return matches(page) || (page.endsWith('/') && matches(withoutLastSlash(page)));
  };
}

/** As paths are stored: in lower case, beyond ASCII percent-encoded. */
function written(pattern: string): string {
  return pattern
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => encodeURIComponent(/\p{Cs}/u.test(letter) ? '\uFFFD' : letter))
    .toLowerCase();
}

function withoutLastSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function tokensOf(pattern: string): readonly number[] {
  const tokens: number[] = [];
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.charCodeAt(at) !== ASTERISK) {
      tokens.push(pattern.charCodeAt(at));
      continue;
    }
    let end = at + 1;
    while (pattern.charCodeAt(end) === ASTERISK) end++;
    tokens.push(end - at > 1 ? LETTERS : LETTERS_BUT_SLASH);
    at = end - 1;
  }
  return tokens;
}

/** Follows every position in the pattern that the letters so far can have led to. */
function follow(tokens: readonly number[], start: number, literal: string): PagePattern {
  const end = tokens.length;
  // The turn in which a position was reached last, so that none is followed twice.
  const reachedIn = new Int32Array(end + 1);
  let turn = 0;
  let here: number[] = [];
  let next: number[] = [];

  function reach(position: number): void {
    for (let at = position; reachedIn[at] !== turn; at++) {
      reachedIn[at] = turn;
      next.push(at);
      // Stars may stand for no letter at all.
      if (at === end || (tokens[at] ?? 0) >= 0) return;
    }
  }

  function swap(): void {
    [here, next] = [next, here];
    next.length = 0;
    turn++;
  }

  return (path) => {
    if (!path.startsWith(literal)) return false;
    reachedIn.fill(-1);
    turn = 0;
    next.length = 0;
    reach(start);
    swap();
    for (let at = start; at < path.length && here.length > 0; at++) {
      const code = path.charCodeAt(at);
      for (const position of here) {
        const token = tokens[position];
        if (token === code) reach(position + 1);
        else if (token === LETTERS || (token === LETTERS_BUT_SLASH && code !== SLASH)) reach(position);
      }
      swap();
    }
    return here.includes(end);
  };
}

const NO_LABELS: readonly string[] = [];
const NO_RULES: PageRules = { groupOf: () => null, milestonesOf: () => NO_LABELS };

const compiled = new WeakMap<SiteCollection, PageRules>();

/** The rules of a site; compiled at the first question and kept as long as what the site has set up. */
export function pageRulesOf(collection: SiteCollection): PageRules {
  const known = compiled.get(collection);
  if (known !== undefined) return known;
  const rules = compileRules(collection);
  compiled.set(collection, rules);
  return rules;
}

function compileRules({ milestones, pageGroups }: SiteCollection): PageRules {
  if (milestones.length === 0 && pageGroups.length === 0) return NO_RULES;
  const groups = compileEach(pageGroups);
  const goals = compileEach(milestones);
  return {
    groupOf: (path) => groups.find(({ matches }) => matches(path))?.label ?? null,
    milestonesOf(path) {
      const labels = goals.filter(({ matches }) => matches(path)).map(({ label }) => label);
      return labels.length < 2 ? labels : [...new Set(labels)];
    },
  };
}

function compileEach(rules: readonly PageRule[]): readonly { readonly label: string; readonly matches: PagePattern }[] {
  return rules.map(({ pattern, label }) => ({ label, matches: compilePagePattern(pattern) }));
}
