import { Command } from 'commander';
import {
  type CompanyExplanation,
  type ExplainedCandidate,
  explainCompany,
} from '../../../build-whitelist/layers/explain-company.ts';
import { CommandFault } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { print } from '../../terminal.ts';
import { MISS_WORDS, REASON_WORDS } from './match-words.ts';

type Flags = {
  readonly data?: string;
  readonly city?: string;
  readonly postcode?: string;
  readonly country?: string;
  readonly json?: boolean;
};

const LONGEST_TEXT = 200;

/** `doorplate company explain`: which company of the lists a network's holder would be, and why; or why none. */
export function companyExplainCommand(): Command {
  return withDataFlag(new Command('explain'))
    .description('say which company of the imported lists a name would be matched to, and why, or why to none')
    .argument('<name>', 'name of a network’s holder, with its legal form')
    .option('--city <city>', 'its city')
    .option('--postcode <postcode>', 'its postcode')
    .option('--country <country>', 'its country, as two letters (DE)')
    .option('--json', 'as JSON')
    .action(async (name: string, flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      const country = flags.country?.toUpperCase() ?? null;
      if (country !== null && !/^[A-Z]{2}$/.test(country)) {
        throw new CommandFault('--country takes two letters, such as DE', 'usage');
      }
      const texts = [name, flags.city ?? '', flags.postcode ?? ''];
      if (name.trim() === '' || texts.some(({ length }) => length > LONGEST_TEXT)) {
        throw new CommandFault(`name, city and postcode have 1 to ${LONGEST_TEXT} characters`, 'usage');
      }
      const explained = await explainCompany(settings.data, {
        name,
        country,
        postcode: flags.postcode ?? null,
        city: flags.city ?? null,
      });
      print(flags.json === true ? JSON.stringify(asJson(explained), null, 2) : describe(explained));
    });
}

function asJson({ match, miss, candidates }: CompanyExplanation): object {
  return {
    match,
    miss,
    ...(miss !== null && { why: MISS_WORDS[miss].why, helps: MISS_WORDS[miss].helps }),
    candidates: candidates.map(({ list, company, score, reasons, miss: why, isChosen }) => ({
      list,
      chosen: isChosen,
      score,
      reasons,
      miss: why,
      company,
    })),
  };
}

function describe({ match, miss, candidates }: CompanyExplanation): string {
  const lines: string[] = [];
  if (match !== null) lines.push(`Matched, score ${match.score}: ${inWords(match.reasons)}`);
  if (miss !== null) lines.push(`No match: ${MISS_WORDS[miss].why}.`, `What would help: ${MISS_WORDS[miss].helps}.`);
  if (candidates.length > 0) lines.push('', 'Compared with:');
  for (const candidate of candidates) lines.push(...describeCandidate(candidate));
  return lines.join('\n');
}

function describeCandidate({ list, company, score, reasons, miss, isChosen }: ExplainedCandidate): string[] {
  const { name, street, postcode, city, country, register, lei } = company;
  const place = [street, [postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
  const numbers = [register?.authority, register?.number, lei === null ? null : `LEI ${lei}`].filter(Boolean).join(' ');
  const verdict = miss === null ? `score ${score}: ${inWords(reasons)}` : `no: ${MISS_WORDS[miss].why}`;
  return [`${isChosen ? '* ' : '  '}${[name, place, numbers].filter(Boolean).join('; ')} (${list})`, `    ${verdict}`];
}

function inWords(reasons: readonly (keyof typeof REASON_WORDS)[]): string {
  return reasons.map((reason) => REASON_WORDS[reason]).join(', ');
}
