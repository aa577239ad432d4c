import { words } from './words.ts';

/** What a legal form says about who stands behind it; `partnership` and `sole-trader` need a known headcount. */
export type LegalShape = 'corporation' | 'partnership' | 'sole-trader' | 'association';

export type LegalForm = {
  /** As it is written in the list of legal forms. */
  readonly form: string;
  readonly shape: LegalShape;
  /** ISO 3166-1 countries in which the form exists; empty: used in many. */
  readonly countries: readonly string[];
  /** Forms of one family mean the same when two sources write one name (`Inc.` and `Corp.`). */
  readonly family: string;
  /** Written after or before the name, as words (words.ts), longest first where one contains the other. */
  readonly spellings: readonly string[];
};

type Row = readonly [form: string, shape: LegalShape, countries: string, family: string, spellings: string];

const GERMAN = 'DE AT CH LI LU IT';
const ENGLISH = '';

/**
 * Written from the national company acts; spellings as registers and network names use them, after words.ts has
 * taken case, accents and dots away ("S.p.A." is `spa`, "&" is `and`). The first row that fits wins, so that a
 * form stands before the one it ends with.
 */
const ROWS: readonly Row[] = [
  // Germany, Austria, Switzerland
  ['GmbH & Co. KGaA', 'corporation', GERMAN, 'kgaa', 'gmbh and co kgaa|gmbh co kgaa'],
  ['AG & Co. KGaA', 'corporation', GERMAN, 'kgaa', 'ag and co kgaa|ag co kgaa'],
  ['SE & Co. KGaA', 'corporation', GERMAN, 'kgaa', 'se and co kgaa|se co kgaa'],
  [
    'GmbH & Co. KG',
    'corporation',
    GERMAN,
    'gmbhcokg',
    'gmbh and co kg|gmbh and cokg|gmbh und co kg|gmbh co kg|gmbh and co|gmbh co|gmbhandco kg|gesellschaft mbh and co kg|ges mbh and co kg|gesmbh and co kg|mbh and co kg|gmbh and compagnie kg|gmbh and co kommanditgesellschaft',
  ],
  ['AG & Co. KG', 'corporation', GERMAN, 'agcokg', 'ag and co kg|ag co kg|aktiengesellschaft and co kg'],
  ['SE & Co. KG', 'corporation', GERMAN, 'secokg', 'se and co kg|se co kg'],
  ['Stiftung & Co. KG', 'corporation', GERMAN, 'stcokg', 'stiftung and co kg'],
  ['GmbH & Co. OHG', 'corporation', GERMAN, 'gmbhcoohg', 'gmbh and co ohg|gmbh co ohg'],
  ['UG & Co. KG', 'corporation', GERMAN, 'ugcokg', 'ug haftungsbeschrankt and co kg|ug and co kg'],
  ['Ltd. & Co. KG', 'corporation', GERMAN, 'ltdcokg', 'ltd and co kg|limited and co kg'],
  ['KGaA', 'corporation', GERMAN, 'kgaa', 'kgaa|kommanditgesellschaft auf aktien'],
  ['gGmbH', 'corporation', GERMAN, 'gmbh', 'ggmbh|gemeinnutzige gmbh'],
  [
    'GmbH',
    'corporation',
    GERMAN,
    'gmbh',
    'gmbh|gesellschaft mit beschrankter haftung|gesellschaft mbh|ges mbh|gesmbh|g m b h|mbh|gesellschaft m b h|ges m b h',
  ],
  [
    'UG',
    'corporation',
    'DE',
    'ug',
    'ug haftungsbeschrankt|unternehmergesellschaft haftungsbeschrankt|unternehmergesellschaft|ug',
  ],
  ['AG', 'corporation', 'DE AT CH LI LU', 'ag', 'aktiengesellschaft|ag|ag ltd|ag sa'],
  [
    'SE',
    'corporation',
    'DE AT FR NL BE LU PL CZ SK HU IE NO FI SE DK CY EE LV LT MT ES IT LI',
    'se',
    'se|societas europaea',
  ],
  ['eG', 'corporation', 'DE AT', 'eg', 'eg|e g|eingetragene genossenschaft|egen|egmbh'],
  [
    'e.K.',
    'sole-trader',
    'DE',
    'ek',
    'ek|e k|e kfm|e kfr|ekfm|eingetragener kaufmann|eu einzelunternehmen|einzelunternehmen|inh',
  ],
  ['e.U.', 'sole-trader', 'AT', 'eu', 'eu|e u'],
  [
    'PartG mbB',
    'partnership',
    'DE',
    'partg',
    'partg mbb|partgmbb|partnerschaft mbb|partnerschaftsgesellschaft mbb|partg|partnerschaftsgesellschaft',
  ],
  ['OHG', 'partnership', 'DE AT', 'ohg', 'ohg|offene handelsgesellschaft'],
  ['GbR', 'partnership', 'DE', 'gbr', 'gbr|gesellschaft burgerlichen rechts'],
  ['KG', 'partnership', 'DE AT CH', 'kg', 'kg|kommanditgesellschaft|and co kg|co kg'],
  ['e.V.', 'association', 'DE', 'ev', 'ev|e v|eingetragener verein'],
  ['AöR', 'association', 'DE', 'aor', 'aor|anstalt des offentlichen rechts|kor|kdor'],
  ['Stiftung', 'association', 'DE AT CH', 'stiftung', 'stiftung'],
  ['Genossenschaft', 'corporation', 'CH AT DE', 'genossenschaft', 'genossenschaft'],
  // France, Belgium, Luxembourg, Switzerland
  ['S.A.S.U.', 'corporation', 'FR', 'sas', 'sasu'],
  ['S.C.A.', 'corporation', 'FR LU BE', 'sca', 'sca|societe en commandite par actions'],
  ['S.N.C.', 'partnership', 'FR IT BE LU CH', 'snc', 'snc|societe en nom collectif'],
  ['S.C.S.', 'partnership', 'FR BE LU', 'scs', 'scs|societe en commandite simple'],
  [
    'S.A.R.L.',
    'corporation',
    'FR LU CH BE MA TN DZ SN CI MC LB',
    'sarl',
    'sarl|sarl au|s a r l|societe a responsabilite limitee|s ar l|sarlu',
  ],
  [
    'S.A.S.',
    'corporation',
    'FR CO MA SN',
    'sas',
    'sas|s a s|societe par actions simplifiee|sociedad por acciones simplificada',
  ],
  ['S.C.R.L.', 'corporation', 'BE', 'scrl', 'scrl|cvba|societe cooperative a responsabilite limitee|scop'],
  ['NV/SA', 'corporation', 'BE', 'nv', 'nv sa|sa nv'],
  ['BVBA', 'corporation', 'BE', 'bv', 'bvba|sprl|bvba sprl|sprl bvba'],
  [
    'SRL',
    'corporation',
    'BE IT RO MD ES AR BO PE PY DO UY CR GT HN NI SV',
    'srl',
    'srl|s r l|societa a responsabilita limitata|sociedad de responsabilidad limitada|s de rl|societate cu raspundere limitata',
  ],
  ['G.I.E.', 'association', 'FR', 'gie', 'gie|groupement d interet economique|g i e'],
  // Italy
  [
    'S.p.A.',
    'corporation',
    'IT CL DZ',
    'spa',
    'spa|s p a|societa per azioni|sociedad por acciones|societa per azioni unipersonale|spa a socio unico',
  ],
  ['S.r.l.s.', 'corporation', 'IT', 'srl', 'srls|srl unipersonale|srl a socio unico|srlu'],
  ['S.a.s.', 'partnership', 'IT', 'sas-it', 'sas di|societa in accomandita semplice'],
  [
    'S.c.a.r.l.',
    'corporation',
    'IT',
    'scarl',
    'scarl|scrl|scpa|soc coop|societa cooperativa|soc coop a rl|scaRL|societa consortile per azioni|soc consortile arl',
  ],
  // Spain, Portugal, Latin America
  [
    'S.A. de C.V.',
    'corporation',
    'MX SV HN',
    'sadecv',
    'sa de cv|s a de c v|s a de cv|sociedad anonima de capital variable|sapi de cv|sab de cv|sa de c v|s a p i de c v',
  ],
  ['S. de R.L. de C.V.', 'corporation', 'MX HN', 'srldecv', 's de rl de cv|s de r l de c v|srl de cv|s de rl de c v'],
  ['S.A.U.', 'corporation', 'ES AR', 'sa', 'sau|s a u|sociedad anonima unipersonal'],
  ['S.L.U.', 'corporation', 'ES', 'sl', 'slu|s l u|sociedad limitada unipersonal'],
  ['S.L.', 'corporation', 'ES', 'sl', 'sl|s l|sociedad limitada|sll|s coop'],
  [
    'S.A.',
    'corporation',
    '',
    'sa',
    'sa|s a|societe anonyme|sociedad anonima|sociedade anonima|societa anonima|spolka akcyjna|s a a|saa|sac|s a c|sa c|s a s a|sociedad anonima cerrada|sae|s a e|sal|s a l|sacv|saic|sacifia|sacif|sa cv',
  ],
  ['C.A.', 'corporation', 'VE EC', 'ca', 'c a|ca|compania anonima'],
  ['Cía. Ltda.', 'corporation', 'EC CL CO PE', 'ltda', 'cia ltda|compania limitada|y cia ltda|e cia ltda'],
  ['S/A', 'corporation', 'BR', 'sa', 's a brasil|sa brasil'],
  ['Unipessoal Lda.', 'corporation', 'PT', 'lda', 'unipessoal lda|sociedade unipessoal lda|unipessoal limitada'],
  ['Lda.', 'corporation', 'PT AO MZ', 'lda', 'lda|limitada lda'],
  ['Ltda.', 'corporation', 'BR CL CO PE BO', 'ltda', 'ltda|ltda me|ltda epp|ltda eireli|limitada|ltd a'],
  [
    'EIRELI',
    'corporation',
    'BR',
    'eireli',
    'eireli|eireli me|eireli epp|empresa individual de responsabilidade limitada',
  ],
  ['E.I.R.L.', 'sole-trader', 'PE CL FR', 'eirl', 'eirl|e i r l'],
  ['MEI', 'sole-trader', 'BR', 'mei', 'mei|me|epp'],
  // Netherlands
  ['B.V.', 'corporation', 'NL BE AW CW', 'bv', 'bv|b v|besloten vennootschap'],
  ['N.V.', 'corporation', 'NL BE CW AW SR', 'nv', 'nv|n v|naamloze vennootschap'],
  [
    'Coöperatie U.A.',
    'corporation',
    'NL',
    'cooperatie',
    'cooperatie ua|cooperatief ua|u a|ua|cooperatieve vereniging ua',
  ],
  ['V.O.F.', 'partnership', 'NL BE', 'vof', 'vof|v o f|vennootschap onder firma'],
  ['C.V.', 'partnership', 'NL BE', 'cv', 'cv'],
  // Nordic countries
  ['AB', 'corporation', 'SE FI', 'ab', 'ab|aktiebolag|a b|ab publ|aktiebolaget|publ'],
  ['HB', 'partnership', 'SE', 'hb', 'hb|handelsbolag'],
  ['KB', 'partnership', 'SE', 'kb', 'kb|kommanditbolag'],
  ['A/S', 'corporation', 'DK', 'as', 'a s|aktieselskab'],
  ['ApS', 'corporation', 'DK', 'aps', 'aps|anpartsselskab'],
  ['I/S', 'partnership', 'DK', 'is', 'i s|interessentskab'],
  ['K/S', 'partnership', 'DK', 'ks', 'k s|kommanditselskab'],
  ['P/S', 'corporation', 'DK', 'ps', 'p s|partnerselskab'],
  ['IVS', 'corporation', 'DK', 'ivs', 'ivs'],
  ['A.m.b.a.', 'corporation', 'DK', 'amba', 'amba|a m b a'],
  ['ASA', 'corporation', 'NO', 'as', 'asa|allmennaksjeselskap'],
  ['AS', 'corporation', 'NO EE DK', 'as', 'as|aksjeselskap|aktsiaselts'],
  ['SA', 'corporation', 'NO', 'sa', 'samvirkeforetak'],
  ['ANS', 'partnership', 'NO', 'ans', 'ans'],
  ['DA', 'partnership', 'NO', 'da', 'da'],
  ['Oyj', 'corporation', 'FI', 'oy', 'oyj|oyj abp|abp|julkinen osakeyhtio'],
  ['Oy', 'corporation', 'FI', 'oy', 'oy|oy ab|ab oy|osakeyhtio|o y'],
  ['Ky', 'partnership', 'FI', 'ky', 'ky|kommandiittiyhtio'],
  ['Tmi', 'sole-trader', 'FI', 'tmi', 'tmi|toiminimi'],
  ['Osk', 'corporation', 'FI', 'osk', 'osk|osuuskunta'],
  ['ehf.', 'corporation', 'IS', 'ehf', 'ehf|hf|ohf|slhf'],
  // Central and Eastern Europe
  [
    'Sp. z o.o. sp.k.',
    'corporation',
    'PL',
    'spzoospk',
    'sp z o o sp k|sp z oo sp k|sp zoo sp k|spolka z ograniczona odpowiedzialnoscia spolka komandytowa|sp z o o spolka komandytowa|sp z oo spolka komandytowa|spolka z ograniczona odpowiedzialnoscia sp k',
  ],
  [
    'Sp. z o.o.',
    'corporation',
    'PL',
    'spzoo',
    'sp z o o|sp z oo|sp zoo|spzoo|spolka z o o|spolka z oo|spolka z ograniczona odpowiedzialnoscia|sp z o|z oo|sp z 0 o',
  ],
  ['S.K.A.', 'corporation', 'PL', 'ska', 'ska|spolka komandytowo akcyjna'],
  ['Sp. k.', 'partnership', 'PL', 'spk', 'sp k|spk|spolka komandytowa'],
  ['Sp. j.', 'partnership', 'PL', 'spj', 'sp j|spj|spolka jawna'],
  ['s.c.', 'partnership', 'PL', 'sc', 's c|sc|spolka cywilna'],
  [
    's.r.o.',
    'corporation',
    'CZ SK',
    'sro',
    'sro|s r o|spol s r o|spol s ro|s ro|spol sro|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|spols r o',
  ],
  ['a.s.', 'corporation', 'CZ SK', 'as-cz', 'akciova spolecnost|akciova spolocnost|as|a s'],
  ['v.o.s.', 'partnership', 'CZ SK', 'vos', 'vos|v o s'],
  ['k.s.', 'partnership', 'CZ SK', 'ks-cz', 'k s|ks|komanditni spolecnost'],
  ['s.p.', 'association', 'CZ SK', 'sp-cz', 'statni podnik|s p'],
  ['z.s.', 'association', 'CZ', 'zs', 'z s|zs|zapsany spolek'],
  ['Zrt.', 'corporation', 'HU', 'zrt', 'zrt|zartkoruen mukodo reszvenytarsasag|private limited'],
  ['Nyrt.', 'corporation', 'HU', 'nyrt', 'nyrt|nyilvanosan mukodo reszvenytarsasag'],
  ['Rt.', 'corporation', 'HU', 'zrt', 'rt|reszvenytarsasag'],
  ['Kft.', 'corporation', 'HU', 'kft', 'kft|korlatolt felelossegu tarsasag'],
  ['Bt.', 'partnership', 'HU', 'bt', 'bt|beteti tarsasag'],
  [
    'd.o.o.',
    'corporation',
    'SI HR RS BA ME MK',
    'doo',
    'doo|d o o|d o o beograd|doo beograd|drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu',
  ],
  ['j.d.o.o.', 'corporation', 'HR', 'jdoo', 'jdoo'],
  ['d.d.', 'corporation', 'SI HR BA', 'dd', 'dd|d d|dionicko drustvo|delniska druzba'],
  ['a.d.', 'corporation', 'RS ME MK BA BG', 'ad', 'ad|a d|akcionarsko drustvo|akcionersko drustvo|ad beograd'],
  ['d.n.o.', 'partnership', 'SI', 'dno', 'dno'],
  ['k.d.', 'partnership', 'SI HR', 'kd', 'k d'],
  ['s.p.', 'sole-trader', 'SI', 'sp', 's p|sp'],
  ['EOOD', 'corporation', 'BG', 'ood', 'eood|ead ood|e o o d'],
  ['OOD', 'corporation', 'BG', 'ood', 'ood|o o d'],
  ['EAD', 'corporation', 'BG', 'ad', 'ead'],
  ['AD', 'corporation', 'BG', 'ad', 'ad'],
  ['ET', 'sole-trader', 'BG', 'et', 'et'],
  ['SRL', 'corporation', 'RO', 'srl', 'sc srl'],
  ['UAB', 'corporation', 'LT', 'uab', 'uab|uzdaroji akcine bendrove'],
  ['AB', 'corporation', 'LT', 'ab', 'akcine bendrove'],
  ['MB', 'corporation', 'LT', 'mb', 'mb|mazoji bendrija'],
  ['IĮ', 'sole-trader', 'LT', 'ii', 'individuali imone'],
  ['SIA', 'corporation', 'LV', 'sia', 'sia|sabiedriba ar ierobezotu atbildibu'],
  ['A/S', 'corporation', 'LV', 'as', 'akciju sabiedriba|as'],
  ['OÜ', 'corporation', 'EE', 'ou', 'ou|osauhing|oue'],
  ['FIE', 'sole-trader', 'EE', 'fie', 'fie'],
  // Former Soviet Union
  ['OOO', 'corporation', 'RU BY', 'ooo', 'ooo|o o o|obshchestvo s ogranichennoi otvetstvennostiu'],
  ['TOO', 'corporation', 'KZ', 'too', 'too|tovarishchestvo s ogranichennoy otvetstvennostyu'],
  ['TOV', 'corporation', 'UA', 'tov', 'tov|t o v'],
  [
    'PrJSC',
    'corporation',
    'UA RU',
    'jsc',
    'prjsc|private joint stock company|prat|pjsc|pat|public joint stock company|public joint stock',
  ],
  [
    'JSC',
    'corporation',
    'RU UA BY KZ UZ AM GE AZ KG TJ TM MD VN LT LV EG BG',
    'jsc',
    'cjsc|ojsc|jsc|joint stock company|closed joint stock company|open joint stock company|open joint stock|joint stock|zao|oao|pao|ao|aozt|aoot|private jsc|jscb|oaо',
  ],
  [
    'FOP',
    'sole-trader',
    'UA',
    'fop',
    'fop|pe|pp|private entrepreneur|private enterprise|chp|fizichna osoba pidpriemets|individual entrepreneur|ip|spd|flp|sole proprietor|spd fo|chastnoe predpriyatie|private person entrepreneur',
  ],
  [
    'FGUP',
    'association',
    'RU',
    'fgup',
    'fgup|gup|mup|federal state unitary enterprise|unitary enterprise|state enterprise|fgbu|fgbou',
  ],
  // Turkey, Greece, Cyprus, Israel, Arab countries
  [
    'A.Ş.',
    'corporation',
    'TR',
    'as-tr',
    'as|a s|anonim sirketi|anonim sti|a sirketi|san ve tic as|sanayi ve ticaret as|san tic as|ve ticaret as',
  ],
  [
    'Ltd. Şti.',
    'corporation',
    'TR',
    'ltdsti',
    'ltd sti|limited sirketi|ltdsti|ltd sirketi|san ve tic ltd sti|sanayi ve ticaret limited sirketi|ltd st',
  ],
  ['A.E.', 'corporation', 'GR', 'ae', 'ae|a e|sa gr|anonymi etairia|a e b e|aebe|abee|aee'],
  ['E.P.E.', 'corporation', 'GR', 'epe', 'epe|e p e'],
  ['IKE', 'corporation', 'GR', 'ike', 'ike|i k e|p c|single member pc|single member private company'],
  ['O.E.', 'partnership', 'GR', 'oe', 'oe|o e'],
  ['FZE', 'corporation', 'AE', 'fze', 'fze|fz llc|fzco|fzc|fz co|fz e'],
  [
    'W.L.L.',
    'corporation',
    'QA BH KW',
    'wll',
    'wll|w l l|kscc|kscp|k s c c|bsc|b s c|bsc c|qsc|qpsc|q p s c|q s c|ksc|k s c',
  ],
  ['PSC', 'corporation', 'AE IQ SA', 'psc', 'pjsc uae|psc'],
  ['P.J.S.', 'corporation', 'IR', 'pjs', 'pjs|p j s|private joint stock'],
  ['SAOG', 'corporation', 'OM', 'saog', 'saog|saoc|s a o g|s a o c'],
  // Asia
  [
    'Co., Ltd.',
    'corporation',
    'CN JP KR TW TH VN HK MM LA KH SG MY',
    'ltd',
    'co ltd|co limited|company limited|company ltd|coltd|co ltd co|co l t d|company limitd|co pvt ltd|joint stock company limited|corp ltd|corporation limited|corp limited|corporation ltd|co lt|cor ltd|co td|inc ltd|incorporated ltd',
  ],
  ['K.K.', 'corporation', 'JP', 'kk', 'kk|k k|kabushiki kaisha|kabushikigaisha'],
  ['G.K.', 'corporation', 'JP', 'gk', 'gk|g k|godo kaisha|llc japan|goudou gaisha'],
  ['Y.K.', 'corporation', 'JP', 'yk', 'yk|y k|yugen kaisha'],
  [
    'Sdn. Bhd.',
    'corporation',
    'MY BN',
    'sdnbhd',
    'sdn bhd|sdn berhad|sendirian berhad|sdnbhd|m sdn bhd|malaysia sdn bhd|sdn bhd malaysia',
  ],
  ['Bhd.', 'corporation', 'MY', 'bhd', 'bhd|berhad'],
  ['Pte. Ltd.', 'corporation', 'SG FJ', 'pteltd', 'pte ltd|pte limited|private limited singapore|pteltd|pte'],
  [
    'Pvt. Ltd.',
    'corporation',
    'IN PK LK BD NP ZW MV BT',
    'pvtltd',
    'pvt ltd|private limited|pvt limited|private ltd|pvtltd|p ltd|p limited|pvt|opc private limited|opc pvt ltd|smc private limited|private limted|private',
  ],
  ['Tbk', 'corporation', 'ID', 'pt', 'tbk|persero tbk|persero|pt tbk'],
  ['PT', 'corporation', 'ID', 'pt', 'pt|p t|perseroan terbatas'],
  ['CV', 'partnership', 'ID', 'cv-id', 'cv'],
  ['PCL', 'corporation', 'TH', 'pcl', 'public company limited|public co ltd|pcl|plc th|public company ltd|public co'],
  // English-speaking countries, and their forms elsewhere
  [
    'Pty Ltd',
    'corporation',
    'AU ZA NA BW SZ PG',
    'ptyltd',
    'pty ltd|pty limited|proprietary limited|ptyltd|pty|proprietary ltd|p l',
  ],
  ['RF (Pty) Ltd', 'corporation', 'ZA', 'ptyltd', 'rf pty ltd'],
  ['CC', 'corporation', 'ZA NA', 'cc', 'cc|close corporation'],
  ['SOC Ltd', 'corporation', 'ZA', 'socltd', 'soc ltd|soc limited|soc'],
  ['PLC', 'corporation', 'GB IE MT CY NG KE TH MY LK GH', 'plc', 'plc|p l c|public limited company|public limited'],
  ['DAC', 'corporation', 'IE', 'dac', 'dac|designated activity company'],
  ['ULC', 'corporation', 'CA IE GB', 'ulc', 'ulc|unlimited liability company|unlimited company|uc'],
  ['LLP', 'partnership', '', 'llp', 'llp|l l p|limited liability partnership|pllp|lllp'],
  ['PLLC', 'corporation', 'US', 'llc', 'pllc|professional limited liability company|p l l c'],
  ['L.P.', 'partnership', '', 'lp', 'lp|l p|limited partnership'],
  [
    'LLC',
    'corporation',
    '',
    'llc',
    'llc|l l c|limited liability company|limited liability co|lc|ltd liability company|l l c u|limited liability|co llc|company llc',
  ],
  [
    'Inc.',
    'corporation',
    '',
    'inc',
    'inc|incorporated|co inc|company inc|corp inc|incorp|and co inc|inc usa|incorporation|and company inc|inc corporation|corporation inc|inc co|inc corp',
  ],
  ['Corp.', 'corporation', '', 'inc', 'corporation|corp|corporate|coporation'],
  ['P.C.', 'corporation', 'US', 'pc', 'professional corporation|a professional corporation|p c'],
  ['N.A.', 'corporation', 'US', 'na', 'national association|n a|na'],
  ['F.S.B.', 'corporation', 'US', 'fsb', 'fsb|f s b'],
  [
    'Ltd.',
    'corporation',
    ENGLISH,
    'ltd',
    'ltd|limited|l t d|ltd co|limited ltd|ltd ltd|ltee|limitee|lte|ltd lt|ltd liability|lltd|ltd uk|uk ltd company|limied|ltd inc',
  ],
  ['Co.', 'corporation', ENGLISH, 'inc', 'and company|and co|company|co|coy|compagnie|and cie|cie|cia'],
];

export const LEGAL_FORMS: readonly LegalForm[] = ROWS.map(([form, shape, countries, family, spellings]) => ({
  form,
  shape,
  countries: countries === '' ? [] : countries.split(' '),
  family,
  spellings: spellings.split('|').map((spelling) => words(spelling).join(' ')),
}));

/** Forms that registers of these countries write before the name. */
const LEADING = new Set(
  'ooo|o o o|oao|zao|pao|ao|jsc|pjsc|cjsc|ojsc|llc|uab|ab|sia|as|pt|pt tbk|tov|t o v|too|fop|pp|pe|chp|prat|prjsc|pat|fgup|gup|mup|sc|ou|et|private enterprise|joint stock company|limited liability company|open joint stock company|closed joint stock company|private joint stock company|public joint stock company|public joint stock|private joint stock|federal state unitary enterprise|unitary enterprise|state enterprise|individual entrepreneur|ip|cv|oy|kk|joint stock|societe anonyme|spolka z ograniczona odpowiedzialnoscia'.split(
    '|',
  ),
);

type Spelled = { readonly form: LegalForm; readonly words: readonly string[] };

const BY_LAST_WORD = indexBy((spelled) => spelled.words.at(-1) ?? '');
const BY_FIRST_WORD = indexBy((spelled) => spelled.words[0] ?? '', true);

function indexBy(key: (spelled: Spelled) => string, leadingOnly = false): ReadonlyMap<string, readonly Spelled[]> {
  const index = new Map<string, Spelled[]>();
  for (const form of LEGAL_FORMS) {
    for (const spelling of form.spellings) {
      if (leadingOnly && !LEADING.has(spelling)) continue;
      const spelled = { form, words: spelling.split(' ') };
      const others = index.get(key(spelled)) ?? [];
      index.set(
        key(spelled),
        [...others, spelled].toSorted((one, other) => other.words.length - one.words.length),
      );
    }
  }
  return index;
}

/** A name taken apart: the words that distinguish it, and its legal form. */
export type NameParts = {
  readonly core: readonly string[];
  readonly form: LegalForm | null;
  /** How many words of the whole name the form takes at its start and at its end. */
  readonly formWords: { readonly atStart: number; readonly atEnd: number };
};

/**
 * Reads the legal form of a name written as words. `country` decides between forms that are spelled alike
 * (`AS` in Norway and Turkey); a form of another country is taken only where no other fits.
 */
export function readLegalForm(name: readonly string[], country: string | null): NameParts {
  const atEnd = best(BY_LAST_WORD.get(name.at(-1) ?? ''), country, (spelled) => endsWith(name, spelled.words));
  const atStart = best(BY_FIRST_WORD.get(name[0] ?? ''), country, (spelled) => startsWith(name, spelled.words));
  const end = atEnd?.words.length ?? 0;
  const start = atStart?.words.length ?? 0;
  if (end > 0 && end < name.length) {
    // "PT Foo Tbk", "UAB Foo, JSC": both ends are the form.
    const both = start > 0 && start + end < name.length;
    return {
      core: name.slice(both ? start : 0, name.length - end),
      form: (both && atStart ? atStart.form : atEnd?.form) ?? null,
      formWords: { atStart: both ? start : 0, atEnd: end },
    };
  }
  if (start > 0 && start < name.length) {
    return { core: name.slice(start), form: atStart?.form ?? null, formWords: { atStart: start, atEnd: 0 } };
  }
  return { core: name, form: null, formWords: { atStart: 0, atEnd: 0 } };
}

function best(
  candidates: readonly Spelled[] | undefined,
  country: string | null,
  fits: (spelled: Spelled) => boolean,
): Spelled | null {
  const fitting = (candidates ?? []).filter(fits);
  const longest = fitting[0]?.words.length ?? 0;
  const equal = fitting.filter((spelled) => spelled.words.length === longest);
  return (
    equal.find(({ form }) => country !== null && form.countries.includes(country)) ??
    equal.find(({ form }) => form.countries.length === 0) ??
    equal[0] ??
    null
  );
}

function endsWith(name: readonly string[], ending: readonly string[]): boolean {
  const from = name.length - ending.length;
  return from >= 0 && ending.every((word, position) => name[from + position] === word);
}

function startsWith(name: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= name.length && beginning.every((word, position) => name[position] === word);
}

/** A legal form by its name in the list, in a country where the name stands for several. */
export function formByName(name: string, country: string | null): LegalForm | null {
  const named = LEGAL_FORMS.filter(({ form }) => form === name);
  return named.find(({ countries }) => country !== null && countries.includes(country)) ?? named[0] ?? null;
}
