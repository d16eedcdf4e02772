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
  const { value, lower, upper, unit } = headline;
  return (
    <svg className="headline-scale" height="34" width="100%" aria-hidden="true">
      <line x1="0" x2="100%" y1="14" y2="14" />
      <line x1="0" x2="0" y1="9" y2="19" />
      <line className={unit === "nps" ? "zero" : ""} x1="50%" x2="50%" y1="9" y2="19" />
      <line x1="100%" x2="100%" y1="9" y2="19" />
      <text x="0" y="32">
        {headlineEnd(from, unit)}
      </text>
      <text x="100%" y="32" textAnchor="end">
        {headlineEnd(to, unit)}
      </text>
      {lower === null || upper === null ? null : (
        <line className="interval" x1={at(lower)} x2={at(upper)} y1="14" y2="14" />
      )}
      <circle cx={at(value)} cy="14" r="3.5" />
    </svg>
  );
}

/** An end of the scale: `0` and `100`, `−100` and `100`, `0%` and `100%`. */
function headlineEnd(value: number, unit: Headline["unit"]): string {
  return unit === "share" ? `${value * 100}%` : String(value).replace("-", "−");
}
