import { UnstyledButton } from '@mantine/core';
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import EyeOff from 'lucide-react/icons/eye-off';
import MapPin from 'lucide-react/icons/map-pin';
import PencilLine from 'lucide-react/icons/pencil-line';
import RadioTower from 'lucide-react/icons/radio-tower';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Users from 'lucide-react/icons/users';
import { useEffect, useRef, useState } from 'react';
import type { ApiCorrection } from '../../contracts/api.ts';
import type { CorrectionAction } from '../../contracts/corrections.ts';
import type { WithheldReason } from '../../contracts/reasons.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { useWords } from '../words/words-context.ts';
import { CorrectionForm } from './correction-form.tsx';
import styles from './corrections.module.css';
import type { CorrectedCompany } from './draft-correction.ts';

/** What can be said of a company that is shown. */
export const WRONG_COMPANY: readonly CorrectionAction[] = ['rename', 'move', 'size', 'merge', 'mark-provider', 'hide'];

const ICONS = {
  rename: PencilLine,
  move: MapPin,
  size: Users,
  merge: ArrowRightLeft,
  'mark-provider': RadioTower,
  hide: EyeOff,
  release: ShieldCheck,
} as const satisfies Record<CorrectionAction, unknown>;

export type CorrectionDialogProps = {
  readonly company: CorrectedCompany;
  /** With one alone the dialog begins at its form. */
  readonly actions: readonly CorrectionAction[];
  /** Why it is withheld now; null: it is shown. */
  readonly withheld: WithheldReason | null;
  readonly onClose: () => void;
  readonly onDone: (correction: ApiCorrection) => void;
};

/** "Wrong company?": first what is wrong, then what to put in its place, with what will happen before it happens. */
export function CorrectionDialog({ company, actions, withheld, onClose, onDone }: CorrectionDialogProps) {
  const { t } = useWords();
  const only = actions.length === 1 ? (actions[0] ?? null) : null;
  const [action, setAction] = useState<CorrectionAction | null>(only);
  const title = action
    ? t(`wrong.choice.${action}.name`)
    : t('wrong.title', { company: company.name || t('company.unknown') });
  return (
    <Dialog title={title} closeLabel={t('wrong.close')} onClose={onClose}>
      {action ? (
        <CorrectionForm
          action={action}
          company={company}
          withheld={withheld}
          onBack={only ? null : () => setAction(null)}
          onCancel={onClose}
          onDone={onDone}
        />
      ) : (
        <Choices actions={actions} onChoose={setAction} />
      )}
    </Dialog>
  );
}

type ChoicesProps = {
  readonly actions: readonly CorrectionAction[];
  readonly onChoose: (action: CorrectionAction) => void;
};

function Choices({ actions, onChoose }: ChoicesProps) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  // The dialog itself would give the focus to the button that closes it.
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <>
      <p className={styles['intro']}>{t('wrong.intro')}</p>
      <ul ref={list} className={styles['choices']}>
        {actions.map((action) => {
          const Icon = ICONS[action];
          return (
            <li key={action}>
              <UnstyledButton className={styles['choice'] ?? ''} onClick={() => onChoose(action)}>
                <Icon size={20} aria-hidden />
                <span>
                  <strong>{t(`wrong.choice.${action}.name`)}</strong>
                  <span className="quiet">{t(`wrong.choice.${action}.hint`)}</span>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </>
  );
}
