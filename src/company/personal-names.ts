import type { NameParts } from './legal-forms.ts';

/** Common first names of many countries, as words.ts writes them: enough to tell most persons from companies. */
const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
  aaron adam adrian adriana ahmad ahmed aidan alan albert alberto aleksandar aleksander aleksandr aleksei aleksey alessandro alex alexander alexandr alexandre alexandru alexei alexey alexis alfredo ali alice alina allan amanda amir ana anastasia anatoly anders andrea andreas andrei andrej andres andrew andrey andrii andris andrzej andy angel angela angelo anil anita anja ann anna anne anthony antoine anton antonio antonios ariel arjen arkadiusz armin arne arnold arthur artem artur arturo ashley axel
  barbara bart bartosz bas bastian ben benedikt benjamin bernard bernd bernhard bert bjoern bjorn bogdan boris brandon brendan brian bruce bruno bryan carl carlos carlo carol caroline carsten catalin catherine cedric cesar charles charlie chris christian christina christine christoph christophe christopher claude claudia claudio clemens colin constantin corey craig cristian cristina cynthia damian damien damir dan daniel daniela daniele danny dario darius dariusz dave david davide dean deborah denis dennis derek diana diego dieter dimitar dimitri dimitrios dirk dmitri dmitrii dmitriy dmitry dominic dominik donald dorian douglas duncan dusan dylan
  eduard eduardo edgar edward edwin egor elena elias elizabeth emanuel emil emilio emily emma emre enrico enrique eric erik ernst erwin eugen eugene eva evan evgeny evgeniy fabian fabio fabrice fatih federico felipe felix ferdinand fernando filip florian florin francesco francisco franck francois frank franz fred frederic frederick frederik friedrich gabor gabriel gabriele gary gavin geert georg george georgi georgios gerald gerard gerd gerhard gianluca giorgio giovanni giulio giuseppe glenn gonzalo gordon graham greg gregor gregory grzegorz guido guillaume gunther gustav gustavo guy hannes hans harald harold harry hasan hassan heather heiko heinrich heinz helen helmut hendrik henk henri henrik henry herbert herman hermann holger horst howard hugo hussein ian ibrahim igor ilia ilya imre inga ingo ioan ion irene irina ivan ivo iwan
  jack jacek jack jacob jaime jakob jakub james jamie jan jane janez janne janos jared jaroslav jaroslaw jason javier jay jean jeff jeffrey jelle jennifer jens jeremy jeroen jerome jerry jesper jesse jessica jesus jiri jim jimmy joachim joan joao joaquin joe joel joerg johan johann johannes john johnny jon jonas jonathan jordan jorge jorg joris jose josef joseph joshua josip juan juergen juha julia julian julien julio julius junior juri jurgen justin kai kamil karel karen karim karin karl karl-heinz karsten kaspar katarzyna katherine kay keith kelly ken kenneth kevin khalid kim kirill klaus knut konrad konstantin krisztian krzysztof kurt kyle lajos lars laszlo laura laurent lawrence lee leif leo leon leonardo leonid leszek lewis liam linda lionel lisa lorenzo louis luca lucas lucian luigi luis luka lukas lukasz luke lutz
  maciej magnus maik maksim maksym malte manfred manuel marc marcel marcello marcin marco marcos marcus marek margaret maria marian mariano marie marina mario marius mariusz mark marko markus marta martijn martin martina marvin massimo mateusz mathias mathieu mats matt matteo matthew matthias matthieu mattias maurice mauricio maurizio max maxim maxime maximilian mehdi mehmet melissa michael michaela michal michel michele michelle miguel mihai mihail mikael mike mikhail mikko milan milos miroslav mirko mitchell mohamed mohammad mohammed monika morten mustafa mykola nadine naresh natalia natalie nathan neil nicholas nick nicola nicolae nicolas nicole niels nikita niklas niko nikola nikolai nikolaos nikolas nikolay nils noah norbert norman olaf ole oleg oleh oleksandr oleksii oleksiy olga oliver olivier omar oscar oskar osman ottavio otto owen
  pablo paolo pascal patrice patricia patrick patrik paul paula paulo pavel pavlo pawel pedro per peter petr petra petros petru phil philip philipp philippe phillip pierre pieter piotr przemyslaw rafael rafal rahul rainer raj rajesh ralf ralph ramon randy raphael raul ray raymond rebecca reinhard reiner remco renato rene ricardo riccardo richard rick rob robert roberto robin rodrigo roger roland rolf roman ron ronald rory ross rostislav roy rudolf rui ruslan russell ryan sabine salvatore sam samantha samir samuel sander sandra sandro santiago sara sarah sascha scott sean sebastian sebastien sergei sergej sergey sergii sergio serhii serhiy seth shane shaun shawn simon simone slawomir sonia sorin stanislav stanislaw stefan stefano stefanos steffen stephan stephane stephen steve steven stuart suresh susan sven sylvain szymon tadeusz tamas tanja tatiana ted teodor terry theo theodor thierry thilo thomas thorsten tibor till tim timo timothy tobias todd tom tomas tomasz tommy tony torben torsten travis tristan tyler udo ulrich ulrik ute uwe vadim vadym valentin valerii valery vasil vasile vasily vasyl victor viktor vicente vincent vincenzo viorel vitalii vitaliy vitaly vlad vladimir vladislav volker volodymyr walter warren wayne werner wesley wilfried wilhelm willem william winfried wojciech wolfgang xavier yann yannick yaroslav yasin yuri yuriy yury yusuf yves zachary zbigniew zdenek zoltan zoran
  `
    .trim()
    .split(/\s+/),
);

/** Words that tell that a person trades under a business name, or a practice carries a person's name. */
const TRADING_AS =
  /\b(?:trading as|t\/a|d\/b\/a|dba|inh\.|inhaber|prop\.|proprietor|sole trader|einzelunternehmer|rechtsanwalt|rechtsanwalte|notar|notariat|dr\. med|zahnarzt|attorney at law|steuerberater|architekt)\b/iu;

/** Forms that one person founds for a business of his own. */
const ONE_PERSON_FAMILIES = new Set([
  'llc',
  'ltd',
  'gmbh',
  'ug',
  'srl',
  'doo',
  'ood',
  'sl',
  'bv',
  'sarl',
  'sas',
  'ou',
  'sro',
  'spzoo',
]);

/**
 * Whether a holder's name reads as a natural person or as a business under a person's name; `perhaps` for a
 * corporation that is named after somebody ("Dan Smith LLC", "Robert Bosch GmbH"). `written` is the name as the
 * source has it. Wide on purpose: a company taken for a person is lost, a person shown is a harm.
 */
export function readsAsPerson(written: string, { core, form }: NameParts): 'yes' | 'perhaps' | 'no' {
  if (TRADING_AS.test(written) || form?.shape === 'sole-trader') return 'yes';
  const plain = core.every((word) => /^\p{L}+$/u.test(word));
  if (!plain || core.length < 2 || core.length > 4) return 'no';
  const firstNameLeads = FIRST_NAMES.has(core[0] ?? '');
  if (form === null) return firstNameLeads || FIRST_NAMES.has(core.at(-1) ?? '') ? 'yes' : 'no';
  return firstNameLeads && core.length === 2 && ONE_PERSON_FAMILIES.has(form.family) ? 'perhaps' : 'no';
}
