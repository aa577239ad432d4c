/** Shortest and longest password, in characters (not UTF-16 units). */
export const PASSWORD_RULE = { shortest: 12, longest: 1024 } as const;

export type PasswordFault =
  | { readonly kind: 'too-short'; readonly missing: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'different' };

/** What keeps a new password from being taken; null when it is good. */
export function passwordFault(password: string, repeated: string): PasswordFault | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_RULE.shortest) return { kind: 'too-short', missing: PASSWORD_RULE.shortest - length };
  if (length > PASSWORD_RULE.longest) return { kind: 'too-long' };
  return password === repeated ? null : { kind: 'different' };
}

/** The token of a setup link: it stands behind `#`, so that it reaches no server and no log. */
export function setupToken(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token');
  return token && token.length <= 128 ? token : null;
}
