import type { Hit } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';

/** For the tests of this room: a recorder at the other end of the contract that notes what it is told. */
export type Note =
  | { readonly what: 'visit' | 'leave' | 'miss'; readonly hit: Hit; readonly outcome: string; readonly at: number }
  | { readonly what: 'refusal' | 'installation'; readonly outcome: string; readonly at: number };

export function noteTakingRecorder(
  answer: (note: Note) => Promise<void> = () => Promise.resolve(),
): VisitRecorder & { readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  function take(note: Note): Promise<void> {
    notes.push(note);
    return answer(note);
  }
  return {
    notes,
    recordVisit: (hit, _site, verdict, at) => take({ what: 'visit', hit, outcome: verdict.company.name, at }),
    recordLeave: (hit, _site, verdict, at) => take({ what: 'leave', hit, outcome: verdict.company.name, at }),
    recordMiss: (hit, _site, outcome, at) => take({ what: 'miss', hit, outcome, at }),
    countRefusal: (_site, outcome, at) => void notes.push({ what: 'refusal', outcome, at }),
    countForInstallation: (outcome, at) => void notes.push({ what: 'installation', outcome, at }),
    close: () => Promise.resolve(),
  };
}
