/** Sentences of the screen "Objection": how visitors of a website object to being counted. */
export const siteObjectionWordsDe = {
  siteObjection: {
    title: 'Widerspruch',
    lead: 'So widersprechen Besucher von {{site}} der Zählung. Wer widerspricht, wird nicht gezählt, auch nicht anonym.',
    loading: 'Widerspruch wird geladen',
    offer: {
      title: 'Widerspruch auf Ihrer Datenschutzseite',
      lead: 'Bauen Sie eines von beiden in Ihre Datenschutzseite ein. Das Opt-out lässt sich nicht abschalten.',
      language: 'Sprache der Besucher',
      link: 'Link, wenn Doorplate über Ihre eigene Adresse läuft (empfohlen)',
      linkHint:
        'Für Zählcode unter {{path}}. Der Link öffnet eine Seite, auf der ein Klick genügt, auch ohne JavaScript. Haben Sie einen anderen Pfad gewählt, ändern Sie ihn im Link.',
      linkCode: 'Link für die Datenschutzseite',
      block: 'Baustein, wenn das Script von einem anderen Host kommt',
      blockHint:
        'Der Klick merkt sich im Browser nur „nicht zählen“. Das Script sieht danach, ehe es etwas sendet. Für das Zählpixel von einem anderen Host wirkt der Baustein nicht.',
      blockCode: 'Baustein für die Datenschutzseite',
      preview: 'Das sehen Ihre Besucher',
      blockPreview:
        'An dieser Stelle ein Satz, ob dieser Browser gezählt wird, ein Knopf zum Widersprechen, später einer zum Zurücknehmen, und was der Klick speichert.',
      openHint:
        'Hier öffnet sie sich unter der Adresse von Doorplate. Gültig widersprechen können Besucher dort nicht, nur auf Ihrer Website.',
    },
    signals: {
      title: 'Signale des Browsers',
      lead: 'Manche Browser sagen bei jedem Aufruf, dass sie nicht gezählt werden wollen. Voreingestellt ist, das zu beachten.',
      dnt: 'Do Not Track beachten',
      dntHint: 'Die Einstellung „Nicht verfolgen“, die viele Browser noch senden.',
      gpc: 'Global Privacy Control beachten',
      gpcHint: 'Der neuere Nachfolger, in manchen Browsern von Anfang an eingeschaltet.',
      offTitle: '{{signal}} nicht mehr beachten?',
      offMeans:
        'Menschen, die dieses Signal senden, haben sich gegen die Zählung entschieden. Ausgeschaltet werden sie trotzdem gezählt, und die Firma hinter ihrem Anschluss kann in Ihrer Liste erscheinen.',
      offTells:
        'Die Widerspruchsseite sagt Ihren Besuchern, dass Ihre Website das Signal nicht beachtet. Ihre Datenschutzerklärung muss es auch sagen. Das Opt-out wirkt weiter.',
      reason: 'Begründung',
      reasonHint:
        'Wird mit Ihrer E-Mail-Adresse und dem Datum aufbewahrt, zum Beispiel für die Datenschutzbeauftragten.',
      reasonMissing: 'Bitte geben Sie eine Begründung mit mindestens drei Zeichen an.',
      off: 'Nicht mehr beachten',
      keep: 'Weiter beachten',
      saved: 'Gespeichert. Das gilt ab sofort.',
      nameDnt: 'Do Not Track',
      nameGpc: 'Global Privacy Control',
    },
    history: {
      title: 'Verlauf',
      none: 'Noch nie geändert: Beide Signale werden beachtet, seit es diese Website hier gibt.',
      by: '{{date}} von {{author}}',
      reason: 'Begründung: {{reason}}',
    },
    sees: {
      title: 'Was die Arten der Zählung von einem Widerspruch sehen',
      lead: 'Was eine Art nicht sieht, kann sie nicht beachten. Ihre Datenschutzerklärung sollte das sagen.',
      way: 'Art der Zählung',
      signals: 'Do Not Track, Global Privacy Control',
      optOut: 'Opt-out',
      scriptOwn: 'Script über Ihre eigene Adresse',
      scriptOther: 'Script von einem anderen Host',
      pixelOwn: 'Zählpixel über Ihre eigene Adresse',
      pixelOther: 'Zählpixel von einem anderen Host',
      connector: 'Serveranbindung',
      log: 'Zugriffsprotokoll ohne diese Felder',
      yes: 'ja',
      no: 'nein',
      byLink: 'ja, mit dem Link',
      byBlock: 'ja, mit dem Baustein',
    },
  },
} as const;
