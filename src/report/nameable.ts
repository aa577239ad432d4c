import { mayBeListed } from '../company/may-be-listed.ts';
import { currentId, type WhitelistLookup } from '../whitelist/judged-whitelist.ts';

/**
 * Which companies may be named where many corrections are listed, and to an operator: none that has objected, and no
 * person and nothing too small by what the sources say (identification.md, "Release rules": the last three). One that
 * the whitelist in force does not know is named as it was when it was corrected.
 */
export function nameable(whitelist: WhitelistLookup, objected: ReadonlySet<string>): (companyId: string) => boolean {
  const objecting = new Set([...objected].map((id) => currentId(whitelist, id)));
  return (companyId) => {
    if (objecting.has(currentId(whitelist, companyId))) return false;
    const index = whitelist.indexOfCompany(companyId);
    return index === null || mayBeListed(whitelist.record(index));
  };
}
