import { Command } from 'commander';
import { EMBEDDED, IMPORT_SOURCES, type ImportSource, type Source } from '../../../build-whitelist/sources.ts';
import { print } from '../../terminal.ts';

/** `doorplate whitelist sources`: the table of all sources. Doorplate downloads none of them. */
export function sourcesCommand(): Command {
  return new Command('sources')
    .description('what whitelist data exists, where, and under which terms; Doorplate downloads none of it by itself')
    .option('--json', 'as JSON: embedded and importable sources')
    .action((flags: { json?: boolean }) => {
      const embedded = Object.values(EMBEDDED);
      if (flags.json === true) {
        print(JSON.stringify({ embedded, importable: IMPORT_SOURCES }, null, 2));
        return;
      }
      print('Embedded: read from packages that are installed with Doorplate.\n');
      for (const source of embedded) print(`${describeEmbedded(source)}\n`);
      print('To be brought by you: get the files from their publisher, then import them.\n');
      for (const source of IMPORT_SOURCES) print(`${describeImportable(source)}\n`);
    });
}

function describeEmbedded(source: Source): string {
  return lines(source.title, [
    ['from', `npm package ${source.packageName}, ${source.url}`],
    ['files', source.format],
    ['licence', source.licence],
    ['terms', source.terms],
    ['attribution', source.attribution],
  ]);
}

function describeImportable(source: ImportSource): string {
  const { acknowledge } = source;
  return lines(source.title, [
    ['from', source.where],
    ['publisher', [source.publisher, source.url].filter(Boolean).join(', ')],
    ['files', source.files],
    ['licence', source.licence],
    ['terms', source.terms],
    ['attribution', source.attribution],
    [
      'import',
      `doorplate whitelist import --format ${source.format}${acknowledge === null ? '' : ` --terms-accepted ${acknowledge}`} FILE…`,
    ],
  ]);
}

function lines(title: string, rows: readonly (readonly [name: string, text: string])[]): string {
  return [title, ...rows.map(([name, text]) => `  ${`${name}:`.padEnd(12)} ${text}`)].join('\n');
}
