import type { Cell } from "@manyi/reports/document/table";

type Bar = Extract<Cell, { kind: "bar" }>;

const [width, height] = [132, 18];
/** Room for the dot at both ends. */
const margin = 5;

/** An interval drawn in its cell: the scale as a fine line, zero as a stroke where the scale crosses it. */
export function IntervalBar({ bar }: { readonly bar: Bar }) {
  const y = height / 2;
  return (
    <svg className="bar-cell" width={width} height={height} role="img" aria-label={bar.text}>
      <path d={`M${margin} ${y}H${width - margin}`} />
      {bar.from < 0 && bar.to > 0 ? <path className="zero" d={`M${at(0, bar)} 4V${height - 4}`} /> : null}
      <path className="interval" d={`M${at(bar.lower, bar)} ${y}H${at(bar.upper, bar)}`} />
      <circle cx={at(bar.value, bar)} cy={y} r="2.5" />
    </svg>
  );
}

function at(value: number, { from, to }: Bar): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return Math.round((margin + share * (width - 2 * margin)) * 10) / 10;
}
