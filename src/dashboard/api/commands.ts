import type {
  ApiCompanyImport,
  ApiCompanyUpload,
  ApiCorrection,
  ApiKeyCreated,
  ApiLookedUp,
  ApiNewCompanyImport,
  ApiNewCorrection,
  ApiNewKey,
  ApiNewSite,
  ApiObjection,
  ApiObjectionDecision,
  ApiObjectionSwitches,
  ApiReleaseChange,
  ApiSession,
  ApiSetup,
  ApiSignIn,
  ApiSite,
  ApiSiteObjection,
  ApiSiteRelease,
} from '../../contracts/api.ts';
import { sendFile, tell } from './request.ts';

const API = '/api/v1';

export const signIn = (body: ApiSignIn) => tell<ApiSession>('POST', `${API}/session`, body);
export const signOut = () => tell('DELETE', `${API}/session`);
export const redeemSetupLink = (body: ApiSetup) => tell<ApiSession>('POST', `${API}/setup`, body);
export const addSite = (body: ApiNewSite) => tell<ApiSite>('POST', `${API}/sites`, body);
export const createKey = (body: ApiNewKey) => tell<ApiKeyCreated>('POST', `${API}/keys`, body);
export const revokeKey = (id: number) => tell('DELETE', `${API}/keys/${id}`);

export const correct = (body: ApiNewCorrection) => tell<ApiCorrection>('POST', `${API}/corrections`, body);
export const undoCorrection = (id: number) => tell('DELETE', `${API}/corrections/${id}`);
export const setSiteRelease = (site: string, body: ApiReleaseChange) =>
  tell<ApiSiteRelease>('PATCH', `${API}/sites/${encodeURIComponent(site)}/release`, body);

export const setObjectionSwitches = (site: string, body: ApiObjectionSwitches) =>
  tell<ApiSiteObjection>('PATCH', `${API}/sites/${encodeURIComponent(site)}/objection`, body);

/** The address goes in the body: URLs are logged everywhere. */
export const lookUp = (address: string) => tell<ApiLookedUp>('POST', `${API}/operator/look-up`, { address });
export const decideObjection = (id: number, body: ApiObjectionDecision) =>
  tell<ApiObjection>('POST', `${API}/objections/${id}`, body);

export const uploadCompanyList = (file: Blob, format: 'csv' | 'xlsx') =>
  sendFile<ApiCompanyUpload>(`${API}/company-sources/uploads`, { format }, file);
export const importCompanyList = (body: ApiNewCompanyImport) =>
  tell<ApiCompanyImport>('POST', `${API}/company-sources/imports`, body);
export const removeCompanyList = (id: string) => tell('DELETE', `${API}/company-sources/${encodeURIComponent(id)}`);
