import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiCorrection, ApiNewCorrection } from '../../contracts/api.ts';
import { correct, undoCorrection } from '../api/commands.ts';

/** Makes a correction. Whatever was read before may read differently now, so all of it is asked for anew. */
export function useCorrect(onDone: (correction: ApiCorrection) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ApiNewCorrection) => correct(body),
    onSuccess: (correction) => {
      onDone(correction);
      void queryClient.invalidateQueries();
    },
  });
}

export function useUndo(onDone: (correction: ApiCorrection) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (correction: ApiCorrection) => undoCorrection(correction.id),
    onSuccess: (_answer, correction) => {
      onDone(correction);
      // The button that was pressed is about to go.
      document.getElementById('page-title')?.focus({ preventScroll: true });
      void queryClient.invalidateQueries();
    },
  });
}
