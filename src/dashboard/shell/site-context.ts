import { createContext, useContext } from 'react';
import type { ApiSession, ApiSite } from '../../contracts/api.ts';

export type SignedIn = {
  readonly session: ApiSession;
  /** null: no site has been added yet. */ readonly site: ApiSite | null;
};

export const SignedInContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('SIGNED_IN_CONTEXT_MISSING');
  return signedIn;
}

/** For screens that the shell shows only once there is a site. */
export function useSite(): ApiSite {
  const { site } = useSignedIn();
  if (!site) throw new Error('SITE_MISSING');
  return site;
}
