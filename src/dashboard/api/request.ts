/** What went wrong with a question to the server. `status` 0: it could not be reached. */
export type RequestFault = Error & { readonly status: number; readonly code: string };

export function isRequestFault(error: unknown): error is RequestFault {
  return error instanceof Error && 'status' in error && 'code' in error;
}

function requestFault(status: number, code: string): RequestFault {
  return Object.assign(new Error(code), { status, code });
}

export type Search = Readonly<Record<string, string | number | null | undefined>>;

export function withSearch(path: string, search: Search): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Asks the REST API of the same origin; throws a RequestFault (see `exchange`). */
export async function ask<Answer>(path: string, search: Search, signal: AbortSignal): Promise<Answer> {
  return readAnswer(await exchange(withSearch(path, search), { signal }));
}

/** Tells the REST API to do something; throws a RequestFault. `undefined` for a command without a body. */
export async function tell<Answer = void>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return readAnswer(await exchange(path, { method, ...init }));
}

/** Sends a file as it is; throws a RequestFault. */
export async function sendFile<Answer>(path: string, search: Search, file: Blob): Promise<Answer> {
  const headers = { 'content-type': 'application/octet-stream' };
  return readAnswer(await exchange(withSearch(path, search), { method: 'POST', body: file, headers }));
}

type Exchanged = { readonly status: number; readonly text: string };

/**
 * One request with the session's cookie. Faults carry the code of the problem (RFC 9457), `OFFLINE` where the server
 * cannot be reached, `UNREADABLE` where its answer is no JSON.
 */
async function exchange(url: string, init: RequestInit): Promise<Exchanged> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw requestFault(0, 'OFFLINE');
  }
  const text = await response.text();
  if (!response.ok) throw requestFault(response.status, problemCode(text) ?? `HTTP_${response.status}`);
  return { status: response.status, text };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the shape
function readAnswer<Answer>({ status, text }: Exchanged): Answer {
  try {
    // The server checks its answers against the same shapes; checking them again here would ship a second validator.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  } catch {
    throw requestFault(status, 'UNREADABLE');
  }
}

function problemCode(text: string): string | null {
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem !== 'object' || problem === null || !('code' in problem)) return null;
    const { code } = problem;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
  } catch {
    return null;
  }
}
