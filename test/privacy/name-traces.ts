import { hashTraces, textTraces, type Trace } from './address-traces.ts';

/** Every form in which a name could have been left behind, of whatever spelling. */
export function tracesOfName(name: string): readonly Trace[] {
  const spellings = new Map([
    ['as written', name],
    ['small letters', name.toLowerCase()],
    ['capitals', name.toUpperCase()],
    ['without accents', bare(name)],
    ['without accents, small letters', bare(name).toLowerCase()],
    ['without accents, capitals', bare(name).toUpperCase()],
    ['umlauts written out', writtenOut(name)],
    ['umlauts written out, small letters', writtenOut(name).toLowerCase()],
    ['umlauts written out, capitals', writtenOut(name).toUpperCase()],
    ['reversed', [...name].reverse().join('')],
  ]);
  const traces: Trace[] = hashTraces([...spellings.values()]);
  for (const [form, text] of spellings) {
    traces.push(
      ...textTraces(form, text),
      { form: `${form}, latin-1`, bytes: Buffer.from(text, 'latin1') },
      { form: `${form}, hex`, bytes: Buffer.from(Buffer.from(text).toString('hex')) },
      { form: `${form}, escaped`, bytes: Buffer.from(escaped(text)) },
    );
  }
  return traces;
}

function bare(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

function writtenOut(name: string): string {
  return name.replaceAll(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter).replaceAll('ß', 'ss');
}

/** As JSON may write it. */
function escaped(name: string): string {
  return [...name]
    .map((letter) =>
      (letter.codePointAt(0) ?? 0) < 128 ? letter : `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )
    .join('');
}
