import { foldLetters } from './fold-letters.ts';

/**
 * Abbreviations in names of companies, each with what it stands for, as words.ts writes them. Where several languages
 * share one, the countries in which it is read so stand behind it. Written for this project.
 */
const ROWS: readonly (readonly [written: string, abbreviations: string, countries?: string])[] = [
  // German
  ['maschinen', 'masch'],
  ['maschinenfabrik', 'maschf maschfabr maschfbr maschfabrik maschinenfabr maschinenf'],
  ['maschinenbau', 'maschbau maschb'],
  ['fabrik', 'fabr fbr'],
  ['gebr', 'gebruder gebrueder gebroeders gebrs'],
  ['gesellschaft', 'ges gesellsch', 'DE AT CH LI LU IT'],
  ['verwaltungs', 'verw verwalt'],
  ['beteiligungs', 'beteil beteilig beteiligg'],
  ['vermogensverwaltungs', 'vermogensverw'],
  ['grundstucks', 'grundst grdst'],
  ['ingenieur', 'ing', 'DE AT CH LI LU'],
  ['deutsche', 'dt deut', 'DE AT CH'],
  ['allgemeine', 'allg'],
  ['chemische', 'chem', 'DE AT CH'],
  ['pharmazeutische', 'pharm pharmaz', 'DE AT CH'],
  ['elektrotechnik', 'elektrot'],
  ['landwirtschaftliche', 'landw landwirtsch'],
  ['grosshandel', 'grosshdl grossh'],
  ['handels', 'hdls'],
  ['handel', 'hdl'],
  ['vertriebs', 'vertr', 'DE AT CH'],
  ['dienstleistungs', 'dienstl dienstleist'],
  ['immobilien', 'immob', 'DE AT CH LI LU'],
  ['spedition', 'sped spedit'],
  ['transports', 'trans transp', 'FR BE'],
  ['transportes', 'transp', 'ES PT'],
  ['transport', 'transp', 'DE AT CH LI LU NL BE US GB IE CA AU NZ'],
  ['wohnungsbau', 'wohnungsb'],
  ['krankenhaus', 'krankenh krhs'],
  ['institut', 'inst', 'DE AT CH FR'],
  ['sankt', 'st skt saint sainte sint'],
  ['nachfolger', 'nachf nchf nfg'],
  ['sohne', 'soh'],
  ['kraftfahrzeug', 'kfz'],
  ['gemeinnutzige', 'gemeinn gem', 'DE AT'],
  // English
  ['brothers', 'bros'],
  ['international', 'intl internatl internat int'],
  ['manufacturing', 'mfg manuf manufg mnfg'],
  ['services', 'svcs srvcs svs'],
  ['service', 'svc'],
  ['association', 'assn assoc', 'US GB IE CA AU NZ'],
  ['associates', 'assocs'],
  ['management', 'mgmt mgt mgmnt'],
  ['engineering', 'engrg engg engr eng', 'US GB IE CA AU NZ ZA IN'],
  ['holdings', 'hldgs'],
  ['holding', 'hldg'],
  ['industries', 'inds'],
  ['industrial', 'indl'],
  ['group', 'grp'],
  ['national', 'natl'],
  ['national', 'nat', 'US GB IE CA AU NZ'],
  ['laboratories', 'labs'],
  ['building', 'bldg', 'US GB IE CA AU NZ'],
  ['investments', 'invs invts', 'US GB IE CA AU NZ'],
  ['center', 'ctr cntr centre'],
  ['american', 'amer'],
  ['systems', 'syst sys', 'US GB IE CA AU NZ'],
  ['equipements', 'equip', 'FR BE'],
  ['equipment', 'equip eqpt'],
  ['electrical', 'elec', 'US GB IE CA AU NZ'],
  ['construction', 'constr', 'US GB IE CA AU NZ FR'],
  ['distribution', 'distrib', 'US GB IE CA AU NZ FR'],
  ['technologies', 'techs'],
  ['products', 'prods'],
  ['properties', 'props'],
  ['insurance', 'ins', 'US GB IE CA AU'],
  ['financial', 'fin', 'US GB IE CA AU'],
  // French
  ['etablissements', 'ets etabl etabs'],
  ['compagnie', 'cie'],
  ['societe', 'ste soc', 'FR BE LU CH MC'],
  ['freres', 'frs'],
  ['generale', 'gle', 'FR BE'],
  ['travauxpublics', 'tp', 'FR'],
  ['immobilier', 'immo', 'FR BE LU'],
  // Italian
  ['fratelli', 'flli', 'IT CH'],
  ['industria', 'ind', 'IT PT BR'],
  ['industrie', 'indust', 'IT'],
  ['officine', 'offic', 'IT'],
  ['commerciale', 'comm', 'IT'],
  ['costruzioni', 'costr', 'IT'],
  ['societa', 'soc', 'IT'],
  ['autotrasporti', 'autotrasp', 'IT'],
  // Spanish and Portuguese
  ['hermanos', 'hnos'],
  ['compania', 'cia', 'ES MX AR CO CL PE EC'],
  ['companhia', 'cia', 'PT BR'],
  ['industrias', 'ind inds', 'ES MX AR CO CL PE'],
  ['construcciones', 'constr', 'ES MX AR CO CL PE'],
  ['distribuciones', 'distrib distr', 'ES'],
  ['sociedad', 'soc', 'ES MX AR CO CL PE'],
  ['comercio', 'com', 'BR PT'],
  ['irmaos', 'irs', 'PT BR'],
  // Dutch
  ['maatschappij', 'mij mpij'],
  ['handelsmaatschappij', 'handelmij handelsmij'],
  ['aannemersbedrijf', 'aannemersbedr'],
  ['technisch', 'techn', 'NL BE'],
  // Polish
  ['przedsiebiorstwo', 'przeds przedsieb'],
  ['zaklad', 'zakl'],
  ['spoldzielnia', 'spoldz'],
  ['handlowe', 'handl', 'PL'],
  ['handlowo', 'hand', 'PL'],
  ['uslugowe', 'uslug', 'PL'],
  ['produkcyjne', 'prod', 'PL'],
  ['przedsiebiorstwohandlowe', 'ph', 'PL'],
  ['przedsiebiorstwobudowlane', 'pb', 'PL'],
  ['zakladymiesne', 'zm', 'PL'],
];

type Meaning = { readonly written: string; readonly countries: ReadonlySet<string> | null };

const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = indexRows();

function indexRows(): Map<string, Meaning[]> {
  const index = new Map<string, Meaning[]>();
  for (const [written, abbreviations, countries] of ROWS) {
    const meaning = {
      written: foldLetters(written),
      countries: countries === undefined ? null : new Set(countries.split(' ')),
    };
    for (const abbreviation of abbreviations.split(' ')) {
      const key = foldLetters(abbreviation);
      index.set(key, [...(index.get(key) ?? []), meaning]);
    }
  }
  return index;
}

/** The end of a compound that is cut short ("Verwaltungsges.", "Transportges."). */
const CUT_COMPOUND = /^(\w{4,}s)ges$/;

/** What an abbreviation stands for in a country, as a folded word; any other word is itself. */
export function writeOut(word: string, country: string | null): string {
  const meaning = MEANINGS.get(word)?.find(
    ({ countries }) => countries === null || (country !== null && countries.has(country)),
  );
  return meaning?.written ?? word.replace(CUT_COMPOUND, '$1gesellschaft');
}
