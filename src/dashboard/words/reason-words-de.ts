import type { SiteOutcome } from '../../contracts/reasons.ts';

/** German explanations of every outcome of the funnel: why the rule exists and what it costs, and who can change it. */
export const reasonWordsDe = {
  reasons: {
    title: 'Was die Gründe bedeuten',
    lead: 'Doorplate zeigt lieber wenige Firmen als falsche. Strenge Regeln kosten Menge: Das sagen wir offen, und hier steht, wie viel. Die Zahlen gelten für {{site}} und die letzten 30 Tage.',
    leadWithoutSite:
      'Doorplate zeigt lieber wenige Firmen als falsche. Strenge Regeln kosten Menge: Das sagen wir offen, und hier steht, was jede bedeutet.',
    count_one: '{{number}} Seitenaufruf in 30 Tagen',
    count_other: '{{number}} Seitenaufrufe in 30 Tagen',
    why: 'Warum es so ist',
    who: 'Wer es ändern kann',
    more: 'Mehr zu diesem Grund',
    moreOf: 'Mehr zum Grund „{{reason}}“',
    backToFunnel: 'Zum Trichter',
    onThisPage: 'Auf dieser Seite',
  },
  reason: {
    company: {
      why: 'Gezeigt wird nur, was jede Regel erfüllt. Das sind weniger Treffer, aber solche, auf die Sie sich verlassen können.',
      who: 'Wer Doorplate betreibt, kann weitere Netz- und Firmendaten einlesen.',
    },
    'unknown-address': {
      why: 'Ohne Absenderadresse lässt sich nichts zuordnen. Gezählt wird der Aufruf trotzdem, damit die Rechnung aufgeht.',
      who: 'Wer den Server betreibt, mit der Einstellung für vertrauenswürdige Proxys.',
    },
    'special-purpose': {
      why: 'Solche Adressen gehören keiner Organisation im öffentlichen Internet.',
      who: 'Wer den Server betreibt, mit der Einstellung für vertrauenswürdige Proxys.',
    },
    'not-listed': {
      why: 'Doorplate arbeitet mit einer Positivliste: Was nicht ausdrücklich zu einer Organisation gehört, wird sofort vergessen. Das kostet die meisten Treffer, und es schützt alle, die von zu Hause oder unterwegs kommen.',
      who: 'Wer Doorplate betreibt, kann weitere Netzdaten einlesen.',
    },
    provider: {
      why: 'Hinter dem Netz eines Anbieters sitzen viele Haushalte und Firmen. Den Anbieter zu zeigen wäre falsch, und beim Raten träfe es Privatleute.',
      who: 'Wer Doorplate betreibt, kann genauere Netzdaten einlesen oder einen Eintrag, der zu Unrecht als Anbieter gilt, mit Begründung freigeben.',
    },
    opaque: {
      why: 'Ein Name, der nur vielleicht stimmt, ist schlechter als keiner.',
      who: 'Wer Doorplate betreibt, kann den Eintrag benennen und mit Begründung freigeben.',
    },
    'personal-name': {
      why: 'Doorplate zeigt Firmen, niemals Personen. Das gilt auch, wenn dadurch eine Firma fehlt, die nach einem Menschen benannt ist.',
      who: 'Niemand.',
    },
    'kind-not-chosen': {
      why: 'Hinter den Netzen von Behörden und Hochschulen sitzen auch Menschen, die dort nicht arbeiten, etwa Studierende oder Gäste. Deshalb werden sie nur gezeigt, wenn Sie es ausdrücklich wählen.',
      who: 'Sie selbst, unter „Was gezeigt wird“.',
    },
    'organisation-objected': {
      why: 'Wer nicht gezeigt werden will, wird nicht gezeigt. Bis über einen Widerspruch entschieden ist, längstens 14 Tage, bleibt die Organisation vorsorglich verborgen.',
      who: 'Die Organisation selbst. Über einen offenen Widerspruch entscheidet, wer Doorplate betreibt.',
    },
    hidden: {
      why: 'Eine berechtigte Person hat diese Firma ausgeblendet und einen Grund dazu angegeben.',
      who: 'Berechtigte Personen Ihres Kontos, unter „Korrekturen“. Was für alle Konten ausgeblendet ist, nehmen nur die Betreiber zurück.',
    },
    'incomplete-location': {
      why: 'Erst Name, Postleitzahl, Ort und Land bestimmen eine Firma eindeutig. Netzdaten nennen die Postleitzahl selten: Diese Regel kostet viele Treffer. Geschätzte Orte helfen nicht, sie liegen meist falsch.',
      who: 'Wer Doorplate betreibt: mit Firmendaten, mit einer ergänzten Anschrift oder mit einer schwächeren Vorgabe, die dann auch im Datenschutztext steht.',
    },
    'too-small': {
      why: 'In einem Betrieb mit drei Leuten ist ein Besuch fast schon der Besuch einer bestimmten Person. Darum liegt die Grenze bei fünf. Sie lässt sich erhöhen, aber nicht senken.',
      who: 'Unter fünf niemand. Haben Sie selbst mehr verlangt, ändern Sie das unter „Was gezeigt wird“.',
    },
    'unknown-size': {
      why: 'Solange nicht belegt ist, dass dort fünf oder mehr Menschen arbeiten, könnte die Firma zu klein sein. Diese Regel ist streng und kostet spürbar Treffer.',
      who: 'Wer Doorplate betreibt, mit Firmendaten oder einer belegten Beschäftigtenzahl. Ob auch Vermutungen zählen, wählen Sie unter „Was gezeigt wird“.',
    },
    'low-confidence': {
      why: 'Je unsicherer die Zuordnung, desto öfter stünde die falsche Firma in Ihrer Liste. Die Schwelle tauscht Menge gegen Richtigkeit.',
      who: 'Sie selbst, unter „Was gezeigt wird“, aber nie unter die Vorgabe der Betreiber. Einzelne Einträge können die Betreiber mit Begründung freigeben.',
    },
    bot: {
      why: 'Programme, die sich zu erkennen geben, würden Ihre Zahlen verfälschen.',
      who: 'Niemand, und es wäre kein Gewinn.',
    },
    prefetch: {
      why: 'Noch hat niemand die Seite gesehen. Wird sie doch gezeigt, zählt der Besuch dann.',
      who: 'Niemand, und es wäre kein Gewinn.',
    },
    scanner: {
      why: 'Ein Mailfilter öffnet jeden Link eines Newsletters. Gezählt sähe das nach dem Interesse einer Firma aus, die keine Zeile gelesen hat.',
      who: 'Niemand, und es wäre kein Gewinn.',
    },
    monitor: {
      why: 'Ein Überwachungsdienst, der jede Minute fragt, wäre Ihr treuester Besucher.',
      who: 'Niemand, und es wäre kein Gewinn.',
    },
    'referrer-spam': {
      why: 'Der Besuch ist vorgetäuscht: Er soll nur unter Ihren Verweisen stehen, damit Sie jene Website besuchen.',
      who: 'Niemand. Die kurze Liste gehört zu Doorplate.',
    },
    'foreign-origin': {
      why: 'Sonst könnte eine fremde Seite Besuche auf Ihrer Website vortäuschen.',
      who: 'Wer Ihre Website in Doorplate einrichtet, kann weitere Domains eintragen.',
    },
    'unreadable-url': {
      why: 'Ohne gültige Seitenadresse ist nicht zu sagen, was aufgerufen wurde.',
      who: 'Wer Ihre Website pflegt, durch den unveränderten Zählcode.',
    },
  } satisfies Record<SiteOutcome, { why: string; who: string }>,
};
