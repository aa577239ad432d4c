import type { ObjectionReason } from '../contracts/reasons.ts';
import type { PageLanguage } from './organisation-words.ts';

/** What a browser's signal is to a site. */
export type SignalState = 'absent' | 'honoured' | 'switched-off';

/** Everything that the page says; `{}` stands for the site's domain. */
export type OptOutWords = {
  readonly title: string;
  readonly otherLanguage: string;
  readonly lead: string;
  readonly proofTitle: string;
  readonly notCounted: Readonly<Record<ObjectionReason, string>>;
  readonly counted: string;
  readonly signals: Readonly<Record<'dnt' | 'gpc', Readonly<Record<Exclude<SignalState, 'absent'>, string>>>>;
  readonly proofSource: string;
  readonly objectTitle: string;
  readonly objectLead: string;
  readonly objectButton: string;
  readonly undoTitle: string;
  readonly undoLead: string;
  readonly undoButton: string;
  readonly elsewhereTitle: string;
  readonly elsewhere: string;
  readonly aboutTitle: string;
  readonly about: readonly string[];
  readonly back: string;
  readonly notFromHereTitle: string;
  readonly notFromHere: string;
  readonly unreadableTitle: string;
  readonly unreadable: string;
};

export const OPT_OUT_WORDS: Readonly<Record<PageLanguage, OptOutWords>> = {
  de: {
    title: 'Der Zählung widersprechen',
    otherLanguage: 'English',
    lead: 'Die Website {} zählt mit Doorplate, welche Firmen sie besuchen, niemals welche Personen. Sie können dem hier widersprechen.',
    proofTitle: 'Wird dieser Browser gezählt?',
    notCounted: {
      'opt-out': 'Dieser Browser wird nicht gezählt, weil Sie hier widersprochen haben.',
      dnt: 'Dieser Browser wird nicht gezählt, weil er „Do Not Track“ sendet und die Website das beachtet.',
      gpc: 'Dieser Browser wird nicht gezählt, weil er „Global Privacy Control“ sendet und die Website das beachtet.',
    },
    counted: 'Dieser Browser wird gezählt: Er trägt keinen Widerspruch, den die Website beachtet.',
    signals: {
      dnt: {
        honoured: 'Er sendet „Do Not Track“. Schon deshalb wird er nicht gezählt.',
        'switched-off': 'Er sendet „Do Not Track“. Diese Website beachtet das Signal nicht.',
      },
      gpc: {
        honoured: 'Er sendet „Global Privacy Control“. Schon deshalb wird er nicht gezählt.',
        'switched-off': 'Er sendet „Global Privacy Control“. Diese Website beachtet das Signal nicht.',
      },
    },
    proofSource:
      'Das steht in der Anfrage, mit der Ihr Browser diese Seite gerade abgerufen hat. Mehr wurde dafür nicht gelesen.',
    objectTitle: 'Widersprechen',
    objectLead:
      'Mit dem Klick wird in diesem Browser ein Cookie gesetzt, das nur den Widerspruch enthält. Ab dann wird kein Aufruf dieser Website mehr gezählt, auch nicht anonym.',
    objectButton: 'Nicht zählen',
    undoTitle: 'Widerspruch zurücknehmen',
    undoLead: 'Mit dem Klick wird das Cookie gelöscht.',
    undoButton: 'Widerspruch zurücknehmen',
    elsewhereTitle: 'Hier lässt sich kein Widerspruch setzen',
    elsewhere:
      'Diese Seite steht auf einem anderen Host als {}. Ein Cookie würde dort nicht ankommen, deshalb wird keines gesetzt. Die Datenschutzseite von {} enthält den Widerspruch, der für diese Website gilt. „Do Not Track“ und „Global Privacy Control“ wirken unabhängig davon.',
    aboutTitle: 'Gut zu wissen',
    about: [
      'Das Aufrufen dieser Seite setzt und speichert nichts. Sie braucht kein JavaScript.',
      'Das Cookie heißt doorplate_opt_out und hat bei allen denselben Wert, 1. Es kann Sie nicht wiedererkennen. Es gilt 12 Monate und nur für den Host, auf dem diese Seite steht.',
      'Der Widerspruch gilt für diesen Browser. Wenn Sie Ihre Cookies löschen oder einen anderen Browser benutzen, müssen Sie ihn wiederholen.',
      'Mit dem Widerspruch wird Ihre IP-Adresse für die Zählung nicht einmal gelesen. Gezählt wird nur, wie viele Aufrufe an einem Tag mit Widerspruch kamen, für alle Websites dieser Installation zusammen.',
    ],
    back: 'Zurück zum Widerspruch',
    notFromHereTitle: 'Der Klick kam nicht von dieser Seite',
    notFromHere:
      'Der Widerspruch lässt sich nur auf dieser Website selbst setzen oder zurücknehmen. Öffnen Sie die Seite bitte selbst und versuchen Sie es noch einmal.',
    unreadableTitle: 'Das war nicht zu lesen',
    unreadable: 'Es hat sich nichts geändert. Bitte versuchen Sie es auf der Seite noch einmal.',
  },
  en: {
    title: 'Object to being counted',
    otherLanguage: 'Deutsch',
    lead: 'The website {} uses Doorplate to count which companies visit it, never which people. You can object to that here.',
    proofTitle: 'Is this browser counted?',
    notCounted: {
      'opt-out': 'This browser is not counted because you have objected here.',
      dnt: 'This browser is not counted because it sends “Do Not Track” and the website honours that.',
      gpc: 'This browser is not counted because it sends “Global Privacy Control” and the website honours that.',
    },
    counted: 'This browser is counted: it carries no objection that the website honours.',
    signals: {
      dnt: {
        honoured: 'It sends “Do Not Track”. That alone keeps it from being counted.',
        'switched-off': 'It sends “Do Not Track”. This website does not honour that signal.',
      },
      gpc: {
        honoured: 'It sends “Global Privacy Control”. That alone keeps it from being counted.',
        'switched-off': 'It sends “Global Privacy Control”. This website does not honour that signal.',
      },
    },
    proofSource:
      'This stands in the request with which your browser has just opened this page. Nothing else was read for it.',
    objectTitle: 'Object',
    objectLead:
      'The click sets a cookie in this browser that holds the objection and nothing else. From then on no page view of this website is counted, not even anonymously.',
    objectButton: 'Do not count me',
    undoTitle: 'Take the objection back',
    undoLead: 'The click deletes the cookie.',
    undoButton: 'Take the objection back',
    elsewhereTitle: 'No objection can be set here',
    elsewhere:
      'This page stands on another host than {}. A cookie would not arrive there, so none is set. The privacy page of {} has the objection that holds for that website. “Do Not Track” and “Global Privacy Control” work regardless.',
    aboutTitle: 'Good to know',
    about: [
      'Opening this page sets and stores nothing. It needs no JavaScript.',
      'The cookie is called doorplate_opt_out and has the same value for everybody, 1. It cannot recognise you. It lasts 12 months and holds for the host alone on which this page stands.',
      'The objection holds for this browser. When you delete your cookies or use another browser, you have to repeat it.',
      'With the objection your IP address is not even read for counting. All that is counted is how many page views came with an objection in a day, for all websites of this installation together.',
    ],
    back: 'Back to the objection',
    notFromHereTitle: 'The click did not come from this page',
    notFromHere:
      'The objection can only be set or taken back on this website itself. Please open the page yourself and try again.',
    unreadableTitle: 'That could not be read',
    unreadable: 'Nothing has changed. Please try again on the page.',
  },
};
