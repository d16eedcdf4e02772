/** The drawings of a scale. The word or number stands beside each of them; they say nothing on their own. */

export function Star() {
  return (
    <svg class="drawing star" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 3.6l3.8 7.8 8.6 1.2-6.2 6 1.5 8.5L16 23.100l-7.7 4 1.5-8.5-6.2-6 8.6-1.200z" />
    </svg>
  );
}

/** @param mood 0 (worst) … 1 (best): the mouth bends with it */
export function Smiley({ mood }: { readonly mood: number }) {
  const corner = (24.5 - mood * 5).toFixed(1);
  const middle = (17 + mood * 10.5).toFixed(1);
  return (
    <svg class="drawing smiley" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="13" />
      <circle class="eye" cx="11.5" cy="12.5" r="1.7" />
      <circle class="eye" cx="20.5" cy="12.5" r="1.7" />
      <path class="mouth" d={`M10 ${corner}Q16 ${middle} 22 ${corner}`} />
    </svg>
  );
}
