/** The demo website's words in both languages; reasons are explained as they are on the dashboard's funnel. */
export type DemoLanguage = 'de' | 'en';

export type DemoWords = {
  readonly chooserTitle: string;
  readonly chooserLead: string;
  readonly chooserFinePrint: string;
  readonly visitAs: string;
  readonly youVisitAs: string;
  readonly changeVisitor: string;
  readonly toDashboard: string;
  readonly brand: string;
  readonly invented: string;
  readonly pages: Readonly<
    Record<DemoPage, { readonly nav: string; readonly title: string; readonly body: readonly string[] }>
  >;
  readonly priceHead: readonly [string, string];
  readonly prices: readonly (readonly [string, string])[];
  readonly finderSteps: readonly (readonly [question: string, button: string])[];
  /** Name and explanation of a persona, by slug; companies are named by themselves. */
  readonly personas: Readonly<Record<string, readonly [name: string, explanation: string]>>;
  readonly companyExplanation: string;
};

export const DEMO_PAGES = ['home', 'products', 'prices', 'finder', 'contact'] as const;
export type DemoPage = (typeof DEMO_PAGES)[number];

export const DEMO_WORDS: Readonly<Record<DemoLanguage, DemoWords>> = {
  de: {
    chooserTitle: 'Demo-Website: Als wer kommen Sie zu Besuch?',
    chooserLead:
      'Dies ist eine kleine, erfundene Website mit dem Zählcode von Doorplate. Wählen Sie, wer Sie sein möchten, klicken Sie sich durch einige Seiten und sehen Sie im Dashboard, was erfasst wurde, was nicht, und warum.',
    chooserFinePrint:
      'Jeder Besucher steht für eine Adresse aus einer festen Liste. Diese Seiten gibt es nur in der Testinstallation auf dem eigenen Rechner.',
    visitAs: 'Besuchen als',
    youVisitAs: 'Sie besuchen als',
    changeVisitor: 'Anderen Besucher wählen',
    toDashboard: 'Zum Dashboard',
    brand: 'Musterwerk Maschinenbau',
    invented: 'Eine erfundene Firma zu Vorführzwecken.',
    pages: {
      home: {
        nav: 'Start',
        title: 'Maschinen, die Ihre Halle kennen',
        body: [
          'Musterwerk baut Verpackungs- und Abfüllanlagen für mittlere Losgrößen, seit es diese Demo gibt.',
          'Sehen Sie sich unsere Produkte und Preise an oder lassen Sie sich vom Maschinenfinder beraten.',
        ],
      },
      products: {
        nav: 'Produkte',
        title: 'Produkte',
        body: [
          'Abfüllanlage F 200: bis zu 200 Flaschen in der Minute.',
          'Kartonierer K 12: zwölf Formate, Umrüstung in acht Minuten.',
          'Palettierer P 4: für bis zu vier Linien gleichzeitig.',
        ],
      },
      prices: {
        nav: 'Preise',
        title: 'Preise',
        body: ['Alle Preise sind Richtpreise ab Werk und so erfunden wie wir.'],
      },
      finder: {
        nav: 'Maschinenfinder',
        title: 'Maschinenfinder',
        body: ['Drei Fragen, eine Empfehlung. Jeder Schritt ist eine eigene Adresse, ohne dass die Seite neu lädt.'],
      },
      contact: {
        nav: 'Kontakt',
        title: 'Kontakt',
        body: [
          'Schreiben Sie uns nicht: Es gibt uns nicht. Im Dashboard sehen Sie jetzt, dass diese Seite aufgerufen wurde.',
        ],
      },
    },
    priceHead: ['Maschine', 'Preis'],
    prices: [
      ['F 200', '148.000 €'],
      ['K 12', '86.500 €'],
      ['P 4', '119.900 €'],
    ],
    finderSteps: [
      ['Wie viele Flaschen füllen Sie in der Minute?', 'Bis zu 200'],
      ['Wie oft wechseln Sie das Format?', 'Mehrmals am Tag'],
      ['Unsere Empfehlung: Kartonierer K 12.', 'Von vorn'],
    ],
    personas: {
      'home-connection': [
        'Ein Privatanschluss',
        'Eine Adresse eines Internetanbieters. Der Anbieter ist nicht der Besucher, also wird nur gezählt.',
      ],
      'small-partnership': [
        'Eine kleine Personengesellschaft',
        'KG, OHG, GbR und ihresgleichen ohne bekannte Größe könnten zu einem Menschen führen und werden nicht gezeigt.',
      ],
      'incomplete-location': [
        'Eine Firma ohne vollständigen Standort',
        'Name, Postleitzahl, Ort und Land müssen bekannt sein, sonst wird nur gezählt.',
      ],
      'unknown-size': [
        'Eine Firma unbekannter Größe',
        'Ohne Beleg dafür, dass dort mindestens fünf Menschen arbeiten, wird nur gezählt.',
      ],
      university: ['Eine Hochschule', 'Hochschulen und Behörden werden nur gezeigt, wenn das eigens eingestellt ist.'],
      'unlisted-address': [
        'Eine Adresse, die nicht auf der Whitelist steht',
        'Sie wird sofort vergessen, der Besuch bleibt anonym.',
      ],
      'example-address': [
        'Eine Adresse aus einem Beispielbereich',
        'Interne und reservierte Adressen gehören niemandem im Internet.',
      ],
      'unknown-address': ['Eine unlesbare Adresse', 'Was keine Adresse ist, führt zu niemandem.'],
    },
    companyExplanation: 'Ein Unternehmen der Whitelist: Sein Besuch erscheint im Dashboard.',
  },
  en: {
    chooserTitle: 'Demo website: who are you today?',
    chooserLead:
      'This is a small, invented website with Doorplate’s tracking code on it. Choose who you want to be, click through a few pages, and see on the dashboard what was recorded, what was not, and why.',
    chooserFinePrint:
      'Each visitor stands for one address of a fixed list. These pages exist only in an evaluation on your own machine.',
    visitAs: 'Visit as',
    youVisitAs: 'You are visiting as',
    changeVisitor: 'Choose another visitor',
    toDashboard: 'To the dashboard',
    brand: 'Musterwerk Machines',
    invented: 'An invented company, for demonstration.',
    pages: {
      home: {
        nav: 'Home',
        title: 'Machines that know your hall',
        body: [
          'Musterwerk has built packaging and bottling lines for medium batch sizes for as long as this demo exists.',
          'Look at our products and prices, or let the machine finder advise you.',
        ],
      },
      products: {
        nav: 'Products',
        title: 'Products',
        body: [
          'Filler F 200: up to 200 bottles a minute.',
          'Cartoner K 12: twelve formats, changeover in eight minutes.',
          'Palletiser P 4: for up to four lines at once.',
        ],
      },
      prices: {
        nav: 'Prices',
        title: 'Prices',
        body: ['All prices are list prices ex works, and as invented as we are.'],
      },
      finder: {
        nav: 'Machine finder',
        title: 'Machine finder',
        body: [
          'Three questions, one recommendation. Each step has an address of its own, without loading the page anew.',
        ],
      },
      contact: {
        nav: 'Contact',
        title: 'Contact',
        body: ['Do not write to us: we do not exist. The dashboard now shows that this page was viewed.'],
      },
    },
    priceHead: ['Machine', 'Price'],
    prices: [
      ['F 200', '€148,000'],
      ['K 12', '€86,500'],
      ['P 4', '€119,900'],
    ],
    finderSteps: [
      ['How many bottles do you fill a minute?', 'Up to 200'],
      ['How often do you change the format?', 'Several times a day'],
      ['Our recommendation: cartoner K 12.', 'Start again'],
    ],
    personas: {
      'home-connection': [
        'A home connection',
        'An address of an internet provider. The provider is not the visitor, so the visit is only counted.',
      ],
      'small-partnership': [
        'A small partnership',
        'KG, OHG, GbR and their like without a known size could lead to a person and are not shown.',
      ],
      'incomplete-location': [
        'A company without a complete location',
        'Name, postcode, city and country must be known, else the visit is only counted.',
      ],
      'unknown-size': [
        'A company of unknown size',
        'Without evidence that at least five people work there, the visit is only counted.',
      ],
      university: ['A university', 'Universities and public bodies are shown only where that has been switched on.'],
      'unlisted-address': [
        'An address that is not on the whitelist',
        'It is forgotten at once, and the visit stays anonymous.',
      ],
      'example-address': [
        'An address from an example range',
        'Private and reserved addresses belong to nobody on the internet.',
      ],
      'unknown-address': ['An unreadable address', 'What is no address leads to nobody.'],
    },
    companyExplanation: 'A company on the whitelist: its visit appears on the dashboard.',
  },
};
