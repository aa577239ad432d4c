/** Sentences of the set-up page about the three ways of tracking. */
export const wayWordsDe = {
  way: {
    label: 'Art der Zählung',
    once: 'Nutzen Sie für eine Website nur eine Art, sonst zählt jeder Aufruf doppelt.',
    copyLabel: '{{name}}: {{file}}',
    script: {
      name: 'Script',
      assessment:
        'Sieht am meisten: auch Schritte in Single-Page-Anwendungen, Downloads, Formulare und wie lange eine Seite offen war. Es setzt keine Cookies. Ob die Anfrage eines Scripts eine Einwilligung braucht (§ 25 TDDDG), ist umstritten. Mit data-consent=required wartet es darauf.',
      own: 'Über Ihre eigene Adresse (empfohlen)',
      ownHint: 'Kein anderer Host erscheint in Ihren Seiten, und der Widerspruch lässt sich dort merken.',
      other: 'Von der Adresse von Doorplate',
      otherHint:
        'Schneller eingebaut. Werbeblocker halten es öfter auf. Zum Widersprechen dient der Baustein; ob jemand widersprochen hat, liest das Script dann im Browser nach.',
      pinned: 'Mit Prüfsumme (SRI)',
      pinnedHint:
        'Der Browser führt nur genau dieses Script aus. Nach einem Update von Doorplate gilt die Zeile weiter, aber für das alte Script.',
    },
    pixel: {
      name: 'Zählpixel',
      assessment:
        'Ohne Script. Zählt geladene Seiten, aber keine Schritte in Single-Page-Anwendungen. Woher jemand kam, sieht es nur, wenn Ihr Server den Parameter r= füllt. Auch dies ist eine zusätzliche Anfrage des Browsers, rechtlich also nicht unumstritten.',
    },
    connector: {
      name: 'Serveranbindung',
      assessment:
        'Die vorsichtigste Art: Ihr Webserver meldet die Aufrufe, in den Seiten und im Browser ändert sich nichts. Schritte in Single-Page-Anwendungen sieht sie nicht. Sie brauchen Zugriff auf den Webserver. Die IP-Adresse wird auch hier für einen Augenblick verarbeitet.',
      server: 'Webserver',
      pieces: 'Die Dateien liegen Doorplate bei, im Ordner connectors/{{folder}}.',
      node: 'Den Schlüssel erzeugen Sie auf dem Server von Doorplate:',
      path: 'Damit Besucher widersprechen können, richten Sie auch den Pfad /d/ ein:',
    },
    path: {
      title: 'Zuerst: der Pfad /d/ auf Ihrem Webserver',
      hint: 'Die Datei liegt Doorplate bei, im Ordner connectors/{{folder}}. Sie öffnet nur Script, Pixel und Widerspruch, sonst nichts von Doorplate.',
      trust: 'Doorplate muss Ihrem Webserver glauben, von wem ein Aufruf kommt. Für einen auf derselben Maschine:',
      page: 'Dann: die Zeile in Ihren Seiten',
      settings: 'Einstellung von Doorplate',
    },
    differences: {
      title: 'Was sich unterscheidet',
      property: 'Eigenschaft',
      loads: 'Geladene Seiten',
      steps: 'Schritte in Single-Page-Anwendungen',
      referrer: 'Verweisende Websites',
      events: 'Downloads, Formulare, Verweildauer',
      signals: 'Do Not Track, Global Privacy Control',
      optOut: 'Opt-out',
      withR: 'nur mit r=',
      withPath: 'ja, mit /d/',
      linkOrBlock: 'ja, Link oder Baustein',
    },
  },
} as const;
