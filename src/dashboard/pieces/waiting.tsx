import type { ReactNode } from 'react';

/** Stands where something is being loaded: told once in words, drawn as a skeleton. */
export function Waiting({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <output className="off-screen">{label}</output>
      <div aria-hidden="true">{children}</div>
    </>
  );
}
