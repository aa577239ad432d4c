/**
 * Words of public bodies and of education, in the languages of their registers, as words.ts writes them.
 * Written for this project.
 */
export const PUBLIC_WORDS: ReadonlySet<string> = listed(`
  government govt gouvernement gobierno governo regierung ministry ministere ministerio ministero ministerstvo ministerium ministerie ministarstvo ministerul bakanligi
  municipality municipal municipio municipalidad municipalite comune commune gemeente gemeinde stadt stadtverwaltung landkreis kreisverwaltung kommun kommune kommunen kaupunki kunta city county borough township
  council parliament parlament parlamento senate senado senat congress congreso congresso assembly bundestag bundesamt bundesministerium bundeswehr bundesanstalt bundesagentur landesamt landesbetrieb
  department departement departamento department ministerial federal bundes state provincia province prefecture prefectura prefeitura prefeitura regione region generalitat junta diputacion ayuntamiento secretaria secretariat secretary
  police policia polizei politie army navy marine militar military defence defense defensa difesa airforce force armed gendarmerie customs aduana zoll tax finanzamt treasury
  court courts tribunal justice justicia justiz judicial ministerio embassy consulate nations unicef unesco who nato europarl
  agency agencia agence agenzia authority autoridad autorite autorita administration administracion administration directorate inspectorate office commission commissioner comision
  institute institut instituto istituto laboratory laboratories-national national nacional nationale federalnoe gosudarstvennoe rijkswaterstaat landratsamt regierungsrat kanton canton
  verein verband association asociacion associacao associazione foundation fundacion fundacao fondation stiftung society societe-savante union church iglesia diocese kirche
  dod usaisc army-navy ndaa usda nasa noaa fbi dhs doe
`);

export const EDUCATION_WORDS: ReadonlySet<string> = listed(`
  university universities universitat universitaet universite universita universidad universidade universiteit universitet universitetet universitas uniwersytet univerzita univerzitet univerza unversity univ
  universitatea universitesi yliopisto ulikool egyetem sveuciliste universitato universitario universitaria
  college colleges colegio collegio kolleg school schools schule schulen schulverwaltung scuola ecole ecoles escuela escola escolas skola skole szkola koulu okul lycee gymnasium lyceum
  hochschule fachhochschule hogeschool hogskola hogskolan hogskole hochschulen politecnico politechnika polytechnic polytechnique politecnica technion akademie academy academia academie akademia akademi akademija
  campus faculty facultad faculdade fakultat student students studenten studentenwerk education educational educacion educacao enseignement bildung istruzione learning
  research forschung recherche investigacion pesquisa ricerca research-institute forschungszentrum wissenschaft science sciences ciencias library libraries bibliothek biblioteca bibliotheque museum museo musee
  isd usd k12 edu nren observatory planck fraunhofer helmholtz leibniz cern desy cnrs inria csic
`);

function listed(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
