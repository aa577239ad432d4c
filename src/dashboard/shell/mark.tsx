/** The door plate with its two screws. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#17515a" />
      <rect x="5" y="9" width="22" height="14" rx="2.5" fill="#e9c985" />
      <rect x="11" y="13.25" width="10" height="2" rx="1" fill="#17515a" />
      <rect x="11" y="16.75" width="6.5" height="2" rx="1" fill="#17515a" />
      <circle cx="8" cy="16" r="1.1" fill="#17515a" />
      <circle cx="24" cy="16" r="1.1" fill="#17515a" />
    </svg>
  );
}
