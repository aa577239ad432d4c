import type { RevenueClass, SizeEvidence } from '../contracts/company.ts';
import type { WithheldReason } from '../contracts/reasons.ts';

export const PAGE_LANGUAGES = ['de', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Everything that the page says; `{}` stands for a value. */
export type OrganisationWords = {
  readonly title: string;
  readonly otherLanguage: string;
  readonly lead: string;
  readonly nothing: string;
  readonly neverShown: string;
  readonly heldTitle: string;
  readonly heldLead: string;
  readonly fields: {
    readonly name: string;
    readonly address: string;
    readonly legalForm: string;
    readonly industry: string;
    readonly size: string;
    readonly revenue: string;
    readonly register: string;
    readonly lei: string;
    readonly domain: string;
  };
  readonly unknown: string;
  readonly onlyCountry: string;
  readonly people: string;
  readonly peopleFrom: string;
  readonly evidence: Readonly<Record<Exclude<SizeEvidence, 'stated'>, string>>;
  readonly revenue: Readonly<Record<RevenueClass, string>>;
  readonly sourcesTitle: string;
  readonly sourceHead: readonly [source: string, date: string, licence: string];
  readonly shownTitle: string;
  readonly shown: string;
  readonly shownOnRequest: string;
  readonly withheld: string;
  readonly reasons: Readonly<Record<WithheldReason, string>>;
  readonly objectTitle: string;
  readonly objectLead: string;
  readonly objectButton: string;
  readonly objectionPending: string;
  readonly objectionNotHiding: string;
  readonly objectionConfirmed: string;
  readonly filedTitle: string;
  readonly filedHidden: string;
  readonly filedNotHidden: string;
  readonly filedConfirmed: string;
  readonly tokenLabel: string;
  readonly proofTitle: string;
  readonly proofLead: string;
  readonly proofRecord: string;
  readonly proofFile: string;
  /** Stands where the organisation's domain is not known. */
  readonly someDomain: string;
  readonly proofCheck: string;
  readonly back: string;
  readonly changedTitle: string;
  readonly changed: string;
  readonly notFromHereTitle: string;
  readonly notFromHere: string;
  readonly throttledTitle: string;
  readonly throttled: string;
  readonly aboutTitle: string;
  readonly about: readonly string[];
};

export const ORGANISATION_WORDS: Readonly<Record<PageLanguage, OrganisationWords>> = {
  de: {
    title: 'Was über Ihre Organisation gespeichert ist',
    otherLanguage: 'English',
    lead: 'Doorplate zeigt den Betreibern von Websites, welche Firmen sie besuchen, niemals welche Personen. Hier steht, was diese Installation über die Organisation gespeichert hat, aus deren Netz Sie diese Seite gerade aufrufen.',
    nothing: 'Über das Netz, aus dem Sie kommen, ist keine Organisation gespeichert. Besuche von dort bleiben anonym.',
    neverShown: 'Über das Netz, aus dem Sie kommen, wird niemandem etwas gezeigt. Besuche von dort bleiben anonym.',
    heldTitle: 'Gespeicherte Angaben',
    heldLead: 'Diese Angaben sind der Organisation zugeordnet, die das Netz nach den genannten Quellen nutzt:',
    fields: {
      name: 'Name',
      address: 'Anschrift',
      legalForm: 'Rechtsform',
      industry: 'Branche',
      size: 'Größe',
      revenue: 'Umsatz im Jahr',
      register: 'Registereintrag',
      lei: 'LEI',
      domain: 'Domain',
    },
    unknown: 'nicht gespeichert',
    onlyCountry: 'nur das Land, in dem das Netz registriert ist',
    people: '{} Beschäftigte',
    peopleFrom: 'mindestens {} Beschäftigte',
    evidence: {
      'two-registers':
        'keine Zahl; fünf oder mehr Beschäftigte werden vermutet, weil zwei unabhängige Register sie führen',
      'large-network':
        'keine Zahl; fünf oder mehr Beschäftigte werden vermutet, weil sie ein großes eigenes Netz betreibt',
    },
    revenue: {
      'under-1m': 'unter 1 Mio. €',
      '1m-2m': '1 bis 2 Mio. €',
      '2m-5m': '2 bis 5 Mio. €',
      '5m-10m': '5 bis 10 Mio. €',
      '10m-50m': '10 bis 50 Mio. €',
      '50m-100m': '50 bis 100 Mio. €',
      '100m-500m': '100 bis 500 Mio. €',
      'over-500m': 'über 500 Mio. €',
    },
    sourcesTitle: 'Woher die Angaben stammen',
    sourceHead: ['Quelle', 'Stand', 'Lizenz'],
    shownTitle: 'Ob die Organisation gezeigt wird',
    shown:
      'Ja: Websites dieser Installation erfahren, dass jemand aus dieser Organisation sie besucht hat und welche Seiten aufgerufen wurden, nicht wer.',
    shownOnRequest:
      'Nur Websites, die Behörden oder Bildungseinrichtungen ausdrücklich ausgewählt haben, erfahren, dass jemand aus dieser Organisation sie besucht hat, nicht wer.',
    withheld: 'Nein: {}',
    reasons: {
      provider: 'Das Netz gehört einem Anbieter, dessen Kundschaft nicht zu ihm gehört.',
      opaque: 'Es ließ sich nicht feststellen, wer das Netz nutzt.',
      'personal-name': 'Der Name liest sich wie der einer Person.',
      'kind-not-chosen': 'Behörden und Bildungseinrichtungen werden nur gezeigt, wo eine Website das ausgewählt hat.',
      'organisation-objected': 'Die Organisation hat widersprochen.',
      hidden: 'Sie wurde von Hand ausgeblendet.',
      'incomplete-location': 'Ihre Anschrift ist nicht vollständig bekannt.',
      'too-small': 'Sie hat weniger Beschäftigte, als für eine Anzeige nötig sind.',
      'unknown-size': 'Es ist nicht belegt, dass sie groß genug ist.',
      'low-confidence': 'Die Zuordnung ist zu unsicher.',
    },
    objectTitle: 'Widersprechen',
    objectLead:
      'Ein Widerspruch gilt für alle Websites dieser Installation. Die Organisation wird sofort verborgen, vorläufig für höchstens 14 Tage: So lange haben die Betreiber Zeit, ihn zu bestätigen. Sich in einem Netz zu befinden heißt noch nicht, für die Organisation zu sprechen; deshalb erhalten Sie ein Kennzeichen, mit dem sie sich ausweisen kann.',
    objectButton: 'Widerspruch einlegen',
    objectionPending: 'Am {} wurde Widerspruch eingelegt. Über ihn ist noch nicht entschieden.',
    objectionNotHiding:
      'Vor Kurzem wurde schon einmal Widerspruch eingelegt und nicht bestätigt. Ein neuer Widerspruch liegt den Betreibern zur Entscheidung vor, verbirgt die Organisation aber erst, wenn er bestätigt ist.',
    objectionConfirmed: 'Der Widerspruch ist bestätigt. Die Organisation wird nicht gezeigt.',
    filedTitle: 'Ihr Widerspruch ist eingegangen',
    filedHidden: '{name} wird ab sofort nicht mehr gezeigt, vorläufig bis {date}.',
    filedNotHidden:
      'Für {name} wurde vor Kurzem schon einmal Widerspruch eingelegt und nicht bestätigt. Der neue liegt den Betreibern vor und gilt, sobald sie ihn bestätigen.',
    filedConfirmed: 'Der Widerspruch von {name} ist bereits bestätigt. Die Organisation wird nicht gezeigt.',
    tokenLabel: 'Ihr Kennzeichen',
    proofTitle: 'So weist sich die Organisation aus',
    proofLead:
      'Damit der Widerspruch bestätigt werden kann, veröffentlicht die Organisation das Kennzeichen auf ihrer Domain, auf einem dieser Wege:',
    proofRecord: 'als TXT-Eintrag im DNS der Domain {domain} mit dem Inhalt',
    proofFile: 'als Textdatei unter der Adresse',
    someDomain: 'ihre-domain.example',
    proofCheck:
      'Die Betreiber prüfen das von Hand; dieser Server ruft selbst keine fremden Adressen auf. Notieren Sie das Kennzeichen: Es ist auch Ihr Bezug, wenn Sie sich an die Betreiber wenden.',
    back: 'Zurück zu den gespeicherten Angaben',
    changedTitle: 'Das Netz hat gewechselt',
    changed:
      'Sie kommen jetzt aus einem anderen Netz als vorhin. Sehen Sie bitte noch einmal nach, was gespeichert ist.',
    notFromHereTitle: 'Der Widerspruch kam nicht von dieser Seite',
    notFromHere:
      'Ein Widerspruch lässt sich nur auf der Seite dieser Installation einlegen. Öffnen Sie die Seite bitte selbst und versuchen Sie es noch einmal.',
    throttledTitle: 'Im Augenblick fragen zu viele',
    throttled:
      'Damit niemand diese Seite benutzt, um Netze auszuforschen, ist sie für alle zusammen begrenzt. Bitte versuchen Sie es in {} Minuten noch einmal.',
    aboutTitle: 'Was beim Nachsehen geschieht',
    about: [
      'Nachgesehen wird allein für die Adresse, von der Ihre Anfrage kommt. Eine andere lässt sich nicht angeben.',
      'Ihre Adresse wird dafür einen Augenblick im Arbeitsspeicher verarbeitet und sofort vergessen. Sie wird nicht gespeichert und nicht protokolliert, auch nicht verschlüsselt oder als Prüfwert.',
      'Diese Seite setzt keine Cookies und braucht kein JavaScript.',
    ],
  },
  en: {
    title: 'What is held about your organisation',
    otherLanguage: 'Deutsch',
    lead: 'Doorplate shows the operators of websites which companies visit them, never which people. This page tells what this installation holds about the organisation from whose network you are opening it.',
    nothing: 'No organisation is held for the network you are in. Visits from there stay anonymous.',
    neverShown: 'Nothing about the network you are in is shown to anybody. Visits from there stay anonymous.',
    heldTitle: 'What is held',
    heldLead: 'These are held about the organisation that uses the network by the sources named below:',
    fields: {
      name: 'Name',
      address: 'Address',
      legalForm: 'Legal form',
      industry: 'Industry',
      size: 'Size',
      revenue: 'Revenue a year',
      register: 'Register entry',
      lei: 'LEI',
      domain: 'Domain',
    },
    unknown: 'not held',
    onlyCountry: 'only the country in which the network is registered',
    people: '{} people',
    peopleFrom: 'at least {} people',
    evidence: {
      'two-registers': 'no figure; five or more people are presumed, because two independent registers list it',
      'large-network': 'no figure; five or more people are presumed, because it runs a large network of its own',
    },
    revenue: {
      'under-1m': 'under €1 million',
      '1m-2m': '€1 to 2 million',
      '2m-5m': '€2 to 5 million',
      '5m-10m': '€5 to 10 million',
      '10m-50m': '€10 to 50 million',
      '50m-100m': '€50 to 100 million',
      '100m-500m': '€100 to 500 million',
      'over-500m': 'over €500 million',
    },
    sourcesTitle: 'Where it comes from',
    sourceHead: ['Source', 'As of', 'Licence'],
    shownTitle: 'Whether the organisation is shown',
    shown:
      'Yes: websites of this installation learn that somebody in this organisation has visited them and which pages were opened, not who it was.',
    shownOnRequest:
      'Only websites that have chosen public bodies or education learn that somebody in this organisation has visited them, not who it was.',
    withheld: 'No: {}',
    reasons: {
      provider: 'the network belongs to a provider, whose customers are not part of it.',
      opaque: 'nobody could tell who uses the network.',
      'personal-name': 'the name reads as a person’s.',
      'kind-not-chosen': 'public bodies and education are shown only where a website has chosen them.',
      'organisation-objected': 'the organisation has objected.',
      hidden: 'somebody has hidden it by hand.',
      'incomplete-location': 'its address is not completely known.',
      'too-small': 'it has fewer people than it takes to be shown.',
      'unknown-size': 'there is no evidence that it is large enough.',
      'low-confidence': 'it is too uncertain that the network is used by it.',
    },
    objectTitle: 'Object',
    objectLead:
      'An objection holds for all websites of this installation. The organisation is hidden at once, for at most 14 days to begin with: so long the operators have to confirm it. To be in a network is not yet to speak for the organisation; therefore you are given a token with which it can show who it is.',
    objectButton: 'File an objection',
    objectionPending: 'An objection was filed on {}. It has not been decided yet.',
    objectionNotHiding:
      'An objection was filed not long ago and was not confirmed. A new one is put before the operators, but hides the organisation only once it is confirmed.',
    objectionConfirmed: 'The objection is confirmed. The organisation is not shown.',
    filedTitle: 'Your objection has arrived',
    filedHidden: '{name} is not shown from now on, until {date} to begin with.',
    filedNotHidden:
      'An objection for {name} was filed not long ago and was not confirmed. The new one is before the operators and holds once they confirm it.',
    filedConfirmed: 'The objection of {name} is confirmed already. The organisation is not shown.',
    tokenLabel: 'Your token',
    proofTitle: 'How the organisation shows who it is',
    proofLead:
      'So that the objection can be confirmed, the organisation publishes the token on its domain, in one of these ways:',
    proofRecord: 'as a TXT record in the DNS of the domain {domain} with the content',
    proofFile: 'as a text file at the address',
    someDomain: 'your-domain.example',
    proofCheck:
      'The operators check this by hand; this server opens no address elsewhere. Keep the token: it is also your reference when you write to the operators.',
    back: 'Back to what is held',
    changedTitle: 'The network has changed',
    changed: 'You are now in another network than before. Please look again at what is held.',
    notFromHereTitle: 'The objection did not come from this page',
    notFromHere:
      'An objection can only be filed on the page of this installation. Please open the page yourself and try again.',
    throttledTitle: 'Too many are asking at the moment',
    throttled:
      'So that nobody uses this page to find out about networks, it is limited for everybody together. Please try again in {} minutes.',
    aboutTitle: 'What happens when you look',
    about: [
      'Only the address from which your request comes is looked up. No other one can be named.',
      'For that, your address is handled in working memory for a moment and forgotten at once. It is neither stored nor logged, not even encrypted or as a hash.',
      'This page sets no cookies and needs no JavaScript.',
    ],
  },
};

/** The language that was asked for by name, else the first of ours that the browser would take; English by default. */
export function pageLanguage(asked: unknown, acceptLanguage: string | undefined): PageLanguage {
  const named = PAGE_LANGUAGES.find((language) => language === asked);
  if (named !== undefined) return named;
  const taken = (acceptLanguage ?? '').toLowerCase().split(',').slice(0, 20);
  for (const one of taken) {
    const [tag = '', quality = ''] = one.split(';', 2);
    const language = PAGE_LANGUAGES.find((known) => known === tag.trim().split('-', 1)[0]);
    if (language !== undefined && !/q=0(?:\.0+)?\s*$/.test(quality)) return language;
  }
  return 'en';
}
