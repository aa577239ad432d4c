import { Button } from '@mantine/core';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ApiCorrection } from '../../contracts/api.ts';
import { DoneLine } from '../pieces/done-line.tsx';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import { useUndo } from './use-correcting.ts';

export type CorrectionDoneProps = {
  readonly correction: ApiCorrection;
  readonly isUndone: boolean;
  readonly onUndone: () => void;
};

/** After a correction: what is in force now, and the way back; after its undoing, that. */
export function CorrectionDone({ correction, isUndone, onUndone }: CorrectionDoneProps) {
  const { t } = useWords();
  const undo = useUndo(onUndone);
  if (isUndone) return <DoneLine text={t('corrections.undoDone')} />;
  const { change, company_name: company } = correction;
  const name = 'name' in change ? change.name : null;
  return (
    <>
      {undo.error ? <FaultLine error={undo.error} /> : null}
      <DoneLine text={t(`wrong.done.${change.action}`, { company: name ?? company, name: name ?? company })}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Undo2 size={14} aria-hidden />}
          loading={undo.isPending}
          onClick={() => undo.mutate(correction)}
        >
          {t('corrections.undo')}
        </Button>
      </DoneLine>
    </>
  );
}
