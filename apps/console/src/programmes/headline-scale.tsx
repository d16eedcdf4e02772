import type { Programme } from "@manyi/contract/programme/programmes";

type Headline = NonNullable<Programme["headline"]>;

/** Where the scale of each unit begins and ends; a rating's is not known here, so it gets none. */
const scales: Readonly<Record<Headline["unit"], readonly [from: number, to: number] | null>> = {
  index: [0, 100],
  nps: [-100, 100],
  share: [0, 1],
  rating: null,
};

/** Dot and interval on the whole scale. The numbers stand beside it as text, so it is hidden from who cannot see it. */
export function HeadlineScale({ headline }: { readonly headline: Headline }) {
  const scale = scales[headline.unit];
  if (scale === null) return <span />;
  const [from, to] = scale;
  const at = (value: number) => `${(100 * (value - from)) / (to - from)}%`;
  const { value, lower, upper } = headline;
  return (
    <svg className="headline-scale" height="28" width="100%" aria-hidden="true">
      <line className="whole" x1="0" x2="100%" y1="14" y2="14" />
      {[0, 25, 50, 75, 100].map((tick) => (
        <line key={tick} className="tick" x1={`${tick}%`} x2={`${tick}%`} y1="10" y2="18" />
      ))}
      {lower === null || upper === null ? null : (
        <line className="interval" x1={at(lower)} x2={at(upper)} y1="14" y2="14" />
      )}
      <circle cx={at(value)} cy="14" r="4.5" />
    </svg>
  );
}
