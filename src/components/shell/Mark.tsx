/** The product's mark: three customers of rising strength inside one closed line. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="24" height="24" rx="6" />
      <path
        class="mark-line"
        d="M17.6 8.1A6.8 6.8 0 1 0 17.6 15.9"
        fill="none"
        stroke-width="2"
        stroke-linecap="round"
      />
      <circle class="mark-dot" cx="9.3" cy="12" r="1.2" />
      <circle class="mark-dot" cx="13" cy="12" r="1.5" />
      <circle class="mark-dot" cx="17.3" cy="12" r="1.9" />
    </svg>
  );
}
