import type { Site } from '../contracts/hit.ts';
import type { Workspace } from '../store/sqlite/workspace.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import type { Whitelist } from '../whitelist/open-whitelist.ts';
import type { Questions } from './answer-question.ts';
import type { CompanyListsPort } from './company-lists-port.ts';
import type { OperatorPort } from './operator-port.ts';

/** The log of the server: codes only. `where` is a file and line of ours. */
export type ApiLog = { error(line: { readonly code: string; readonly where?: string }): void };

export type RestApiOptions = {
  readonly workspace: Workspace;
  readonly visits: Questions;
  /** The whitelist in force; asked for with every request, so that a new version is taken at once. */
  readonly whitelist: () => Whitelist;
  /** The whitelist in force, judged by the site's rules and what its customer and the operator have corrected. */
  readonly judgedFor: (site: Pick<Site, 'customerId' | 'release'>) => JudgedWhitelist;
  /**
   * Asks the release rules anew for everything that was ever seen: after every change of a correction, an objection or a
   * site's rules, before it is answered.
   */
  readonly judgeAnew: () => Promise<void>;
  readonly operator: OperatorPort;
  readonly companyLists: CompanyListsPort;
  /** True while somebody tries the product out on his own machine. */
  readonly evaluation: boolean;
  /** Origin of the installation; null: the origin of each request. */
  readonly baseUrl: string | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: ApiLog;
};
