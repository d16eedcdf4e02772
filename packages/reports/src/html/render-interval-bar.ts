import type { Cell } from "../document/table.ts";
import { html, type Markup, nothing } from "./markup.ts";

type Bar = Extract<Cell, { kind: "bar" }>;

const [width, height] = [132, 18];
/** Room for the dot at both ends. */
const margin = 5;

/** An interval drawn in its cell: the scale as a fine line, zero as a stroke where the scale crosses it. */
export function renderIntervalBar(bar: Bar): Markup {
  const y = height / 2;
  const zero = bar.from < 0 && bar.to > 0 ? html`<path class="zero" d="M${at(0, bar)} 4V${height - 4}"/>` : nothing;
  return html`<svg class="bar" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${bar.text}"><path class="scale" d="M${margin} ${y}H${width - margin}"/>${zero}<path class="interval" d="M${at(bar.lower, bar)} ${y}H${at(bar.upper, bar)}"/><circle cx="${at(bar.value, bar)}" cy="${y}" r="2.5"/></svg>`;
}

function at(value: number, { from, to }: Bar): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return Math.round((margin + share * (width - 2 * margin)) * 10) / 10;
}
