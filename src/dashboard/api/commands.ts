import type {
  ApiKeyCreated,
  ApiNewKey,
  ApiNewSite,
  ApiSession,
  ApiSetup,
  ApiSignIn,
  ApiSite,
} from '../../contracts/api.ts';
import { tell } from './request.ts';

const API = '/api/v1';

export const signIn = (body: ApiSignIn) => tell<ApiSession>('POST', `${API}/session`, body);
export const signOut = () => tell('DELETE', `${API}/session`);
export const redeemSetupLink = (body: ApiSetup) => tell<ApiSession>('POST', `${API}/setup`, body);
export const addSite = (body: ApiNewSite) => tell<ApiSite>('POST', `${API}/sites`, body);
export const createKey = (body: ApiNewKey) => tell<ApiKeyCreated>('POST', `${API}/keys`, body);
export const revokeKey = (id: number) => tell('DELETE', `${API}/keys/${id}`);
