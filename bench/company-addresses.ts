/** Prints, as one line of JSON, an address of each organisation that a data folder's whitelist shows. Arguments: data folder. */
import { DEFAULT_RELEASE_RULES, releaseReason } from '../src/company/release-rules.ts';
import { openWhitelist } from '../src/whitelist/open-whitelist.ts';

const MOST = 300;

const [folder = ''] = process.argv.slice(2);
const whitelist = openWhitelist(folder);
const addresses: string[] = [];
for (let index = 0; index < whitelist.recordCount && addresses.length < MOST; index += 1) {
  if (releaseReason(whitelist.record(index), DEFAULT_RELEASE_RULES) !== null) continue;
  const first = whitelist.firstAddress4(index);
  if (first === null || whitelist.find4(first) !== index) continue;
  addresses.push(`${first >>> 24}.${(first >>> 16) & 255}.${(first >>> 8) & 255}.${first & 255}`);
}
process.stdout.write(`${JSON.stringify(addresses)}\n`);
