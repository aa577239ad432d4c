/** German sentences of the screen "Was gezeigt wird". */
export const shownWordsDe = {
  shown: {
    title: 'Was gezeigt wird',
    lead: 'Welche Firmen auf {{site}} mit Namen erscheinen. Strenger geht immer, lockerer als die Vorgabe der Betreiber nie.',
    loading: 'Einstellungen werden geladen',
    privacy: 'Für die Menschen dahinter',
    cost: 'Was es in den letzten 30 Tagen gekostet hat',
    limit: 'Vorgabe der Betreiber',
    noFigures: 'Für die letzten 30 Tage liegen noch keine Zahlen vor.',
    withheld_one: '{{number}} Seitenaufruf wurde aus dem Grund „{{reason}}“ zurückgehalten.',
    withheld_other: '{{number}} Seitenaufrufe wurden aus dem Grund „{{reason}}“ zurückgehalten.',
    withheldNone: 'Kein Seitenaufruf wurde aus dem Grund „{{reason}}“ zurückgehalten.',
    shownNow_one: 'In den letzten 30 Tagen wurde {{number}} von {{total}} Seitenaufrufen mit Firma gezeigt.',
    shownNow_other: 'In den letzten 30 Tagen wurden {{number}} von {{total}} Seitenaufrufen mit Firma gezeigt.',
    kinds: {
      title: 'Arten von Organisationen',
      company: 'Unternehmen',
      companyHint: 'Immer dabei.',
      public: 'Öffentliche Einrichtungen',
      education: 'Schulen und Hochschulen',
      privacy:
        'Hinter Behörden- und Hochschulnetzen sitzen auch Studierende, Gäste und Menschen, die dort Rat suchen. Wer solche Netze zeigt, sollte einen Grund dafür haben.',
    },
    evidence: {
      title: 'Beleg für fünf oder mehr Beschäftigte',
      presumed: 'Angabe oder begründete Vermutung',
      presumedHint:
        'Auch eine Kapitalgesellschaft, die in zwei unabhängigen Registern steht, oder ein eigenes großes Netz zählt als Beleg.',
      stated: 'Nur eine ausdrückliche Angabe',
      statedHint: 'Es muss eine Quelle geben, die eine Zahl oder Größenklasse nennt.',
      privacy:
        'Mit einer Vermutung kann in seltenen Fällen eine Firma erscheinen, in der weniger als fünf Menschen arbeiten. Nur Angaben zuzulassen schließt das aus.',
      limitPresumed: 'Vermutungen sind erlaubt.',
      limitStated: 'Nur ausdrückliche Angaben. Das können Sie hier nicht lockern.',
      alsoStated:
        'Ohne Firmendaten mit Beschäftigtenzahlen bleibt bei „nur Angabe“ oft wenig oder nichts übrig: Im mitgelieferten Bestand steht keine.',
    },
    people: {
      title: 'Mindestzahl der Beschäftigten',
      label: 'Mindestens',
      unit: 'Beschäftigte',
      privacy:
        'Je größer eine Firma, desto weniger lässt ein Besuch auf einen einzelnen Menschen schließen. Unter fünf zeigt Doorplate niemanden.',
      limit: '{{number}} Beschäftigte. Weniger ist hier nicht möglich.',
      above:
        'Über {{number}} zählen nur noch ausdrückliche Angaben: Eine Vermutung reicht nicht weiter als bis fünf. Firmen ohne Angabe fallen weg.',
      wrong: 'Bitte geben Sie eine ganze Zahl von {{least}} bis 100.000 ein.',
    },
    confidence: {
      title: 'Mindestsicherheit der Zuordnung',
      label: 'Mindestens',
      unit: 'Prozent',
      privacy:
        'Eine falsch zugeordnete Firma ist eine Aussage über Menschen, die nie da waren. Eine höhere Schwelle verhindert das öfter.',
      limit: '{{share}}. Weniger ist hier nicht möglich.',
      word: 'Gezeigt wird ab „{{word}}“.',
      wrong: 'Bitte geben Sie eine ganze Zahl von {{least}} bis 100 ein.',
    },
    location: {
      title: 'Vollständigkeit des Ortes',
      text: 'Legt fest, wer Doorplate betreibt, für alle Konten.',
      full: 'Name, Postleitzahl, Ort und Land müssen bekannt sein.',
      city: 'Name, Ort und Land müssen bekannt sein, die Postleitzahl nicht.',
      country: 'Name und Land müssen bekannt sein.',
    },
    fixed: {
      title: 'Was sich nirgends einstellen lässt',
      text: 'Namen von Personen, Organisationen mit weniger als fünf Beschäftigten und solche, die widersprochen haben, werden nie gezeigt.',
    },
    save: 'Speichern',
    reset: 'Änderungen verwerfen',
    saved: 'Gespeichert. Ab sofort gilt das für alles, was Sie auf {{site}} sehen, und für jeden neuen Besuch.',
    unsaved: 'Noch nicht gespeichert.',
    effect:
      'Strengere Regeln verbergen sofort auch frühere Besuche. Lockerere wirken nur auf künftige: Was zurückgehalten wurde, ist nie mit einer Firma gespeichert worden.',
  },
};
