/**
 * Words of trades and industries, as words.ts writes them: a holder whose name carries one and no provider's word is
 * taken for a company that uses its network itself. Written for this project, after the divisions of NACE. Trades
 * behind which small providers and lessors of addresses like to stand (media, software, trading, energy) are left out.
 */
export const COMPANY_WORDS: ReadonlySet<string> = new Set(
  `
  accountants accounting acero aeroport aeropuerto aerospace agricultural agriculture airbus aircraft
  airline airlines airport airways alimentos aluminium aluminum apparel assicurazioni assurance assurances
  attorneys auditors auto automobil automobile automobiles automotive aviation bahn bakery banc banca
  bancaire banco bancolombia bancorp bancshares bank banka bankas bankasi banken bankhaus banking banque
  bauunternehmung bearings bergbau beverage beverages biologics biopharma bioscience biosciences biotech
  brauerei breweries brewery brewing casinos cement chemical chemicals chemie chemische chocolate clearing
  clinics concrete constructora cosmetics creditbank cruises dairy dental diagnostics drilling druck
  druckerei edilizia einzelhandel farma farmaceutica farming ferries financial flughafen food foods footwear
  forsakring forsikring freight genomics glas grocers grosshandel halbleiter handelsgesellschaft healthcare
  hochbau hospital hospitals hydraulics industrias insurance insurer klinik kliniken klinikum kunststoff
  laboratorios landesbank lawyers lebensmittel lotterie lottery luchthaven lufthavn machinery manufacturer
  manufacturing maschinenbau maschinenfabrik medical medicine medizintechnik mercantile metal metall metals
  minerals mines mining mobel mobler moebel mortgage motorenwerke motors motorsport newspaper newspapers
  nuclear oil oilfield packaging pankki paper papier payroll petrol petroleos petroleum pharma
  pharmaceutical pharmaceuticals pharmacy pharmazeutische polymers presse printing publications publishers
  publishing pulp pumpen pumps quimica raiffeisen raiffeisenbank railroad railway railways rechtsanwalte
  refinery refining reifen reinsurance restaurant restaurants retailer retailers rubber ruckversicherung
  salud sanitarium saude seguradora seguros semiconductor semiconductors sewerage shipping shoes sparebank
  sparkasse spedition stahl steel supermarket supermarkets supermarkt supermercados surgical therapeutics
  tires tobacco tourism toys trucking tyres vakuutus valves verlag verlagsgruppe verpackung versicherung
  versicherungen versicherungs verzekeringen volksbank waterworks werke werkzeug wirtschaftsprufung
  wohnungsbau zeitungsverlag zement
  `
    .trim()
    .split(/\s+/),
);

/** Parts of long compound words. */
export const COMPANY_PARTS: readonly string[] = [
  'versicher',
  'sparkasse',
  'maschinen',
  'werkzeug',
  'pharm',
  'insurance',
  'automob',
  'brauerei',
  'klinik',
  'spital',
  'chemi',
  'stahl',
];
