/**
 * Words of trades and industries, as words.ts writes them: a holder whose name carries one and no provider's word is
 * taken for a company that uses its network itself. Written for this project, after the divisions of NACE.
 */
export const COMPANY_WORDS: ReadonlySet<string> = new Set(
  `
  bank banc banca banco bancorp bancshares bancaire banka bankasi banken banking banque bankas bankhaus sparkasse volksbank raiffeisen raiffeisenbank landesbank sparebank pankki credit creditbank
  insurance assurance assurances seguros seguradora assicurazioni versicherung versicherungen versicherungs verzekeringen forsikring forsakring vakuutus insurer reinsurance ruckversicherung mutual
  asset assets investment investments investors capital equity securities brokerage brokers broker trading trade traders fund funds finance financial financiera finanz finanzas wealth leasing mortgage hedge payments payment pay exchange-clearing clearing
  pharma pharmaceutical pharmaceuticals pharmacy pharmazeutische farma farmaceutica laboratorios biotech biosciences bioscience biopharma therapeutics medical medicine medizintechnik diagnostics hospital hospitals klinik kliniken klinikum clinic clinics health healthcare salud saude dental surgical biologics genomics
  automotive automobile automobiles automobil motor motors auto tyres tires reifen aerospace aviation aircraft airlines airline airways aeroport airport flughafen luchthaven lufthavn aeropuerto shipping maritime marine ferries rail railway railways railroad bahn cargo freight logistics logistik logistica logistique transport transportes transporte spedition trucking express-cargo
  manufacturing manufacturer fabrik fabrika factory industries industrie industria industrial industriel industrias werke works steel stahl acero metals metal metall aluminium aluminum copper mining minerals mines bergbau cement zement concrete glass glas paper papier pulp packaging verpackung plastics kunststoff chemical chemicals chemie quimica chemische polymers rubber textile textiles apparel fashion footwear shoes
  maschinenbau machinery machines machine maschinenfabrik tools werkzeug engineering ingenieure elektronik electronics elektrotechnik semiconductor semiconductors halbleiter instruments instrumentation optics photonics laser sensors valves pumps pumpen bearings hydraulics controls automation robotics
  energy energie energia power electric electricity elektrizitaetswerke elektrizitatswerk gas oil petroleum petrol petroleos refinery refining oilfield drilling pipeline solar wind-energy nuclear water wasser waterworks sewerage stadtwerke
  food foods alimentos lebensmittel beverage beverages brewery brauerei breweries brewing wine wines dairy milch meat fleisch agro agriculture agricultural farms farming sugar coffee tea bakery chocolate candy tobacco
  retail retailer retailers stores store supermarket supermarkets supermarkt supermercados markt handel handels handelsgesellschaft einzelhandel grocery grocers mercantile wholesale-foods grosshandel furniture mobel moebel mobler hardware-stores apparel jewelry cosmetics
  construction bau bauunternehmung builders building hochbau constructora edilizia realty estate immobilien properties property housing wohnungsbau developers
  hotel hotels resort resorts casino casinos gaming-casino lottery lotterie lotto restaurant restaurants travel tours tourism reisen cruises leisure
  law legal rechtsanwalte lawyers attorneys consulting consultants consultancy beratung accountants accounting audit auditors wirtschaftsprufung advisory advisors staffing recruitment personnel payroll
  media publishing publishers publications verlag verlagsgruppe zeitung newspaper newspapers press presse druck printing druckerei pictures films studios entertainment theatres theater advertising marketing werbung
  toys sports sporting motorsport fitness football stadium
  software
  `
    .trim()
    .split(/\s+/),
);

/** Parts of long compound words. */
export const COMPANY_PARTS: readonly string[] = [
  'versicher',
  'bank',
  'sparkasse',
  'maschinen',
  'werkzeug',
  'fabrik',
  'pharm',
  'logisti',
  'insurance',
  'automob',
  'brauerei',
  'verlag',
  'druckerei',
  'klinik',
  'spital',
  'chemi',
  'stahl',
  'metall',
];
