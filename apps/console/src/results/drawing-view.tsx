import type { Drawing, Mark } from "@manyi/charts/drawing/drawing";
import { palette } from "@manyi/charts/drawing/palette";
import { keyed } from "../controls/keyed.ts";

/** Colours of the palette by what they are for: the style sheet has each for light and dark. */
const named = new Map<string, string>(
  Object.entries(palette).map(([name, colour]) => [colour.toLowerCase(), `var(--chart-${name})`]),
);

function themed(colour: string): string {
  return named.get(colour.toLowerCase()) ?? colour;
}

interface DrawingProps {
  readonly drawing: Drawing;
  readonly alternative: string;
  /** `scale`: bars bear the colours from worst to best and numbers whose colour was chosen for them, so they are the same
   *  on either ground. */
  readonly fills: "theme" | "scale";
}

/** A chart that was laid out, as SVG in the page: sharp on every screen and on paper, in the colours of the theme. */
export function DrawingView({ drawing, alternative, fills }: DrawingProps) {
  const height = Math.ceil(drawing.height);
  return (
    <svg
      className="drawing"
      viewBox={`0 0 ${drawing.width} ${height}`}
      width={drawing.width}
      height={height}
      role="img"
      aria-label={alternative}
    >
      {keyed(drawing.parts).map(({ key, item: part }) => (
        <g key={key}>
          {keyed(part.marks).map(({ key: place, item: mark }) => (
            <MarkView key={place} mark={mark} fills={fills} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function MarkView({ mark, fills }: { readonly mark: Mark; readonly fills: DrawingProps["fills"] }) {
  switch (mark.kind) {
    case "text":
      return (
        <text
          x={mark.x}
          y={mark.y}
          dominantBaseline="central"
          textAnchor={mark.align === "left" ? "start" : mark.align === "right" ? "end" : "middle"}
          fontSize={mark.size}
          fontWeight={mark.weight}
          style={{ fill: themed(mark.colour) }}
        >
          {mark.text}
        </text>
      );
    case "line":
      return (
        <polyline
          points={pointsOf(mark.points)}
          fill="none"
          strokeWidth={mark.width}
          strokeDasharray={mark.dash.length === 0 ? undefined : mark.dash.join(" ")}
          style={{ stroke: themed(mark.colour) }}
        />
      );
    case "rect":
      return (
        <rect
          className={fills === "scale" ? "scale-part" : undefined}
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          style={{ fill: fills === "scale" ? mark.fill : themed(mark.fill) }}
        />
      );
    case "dot":
      return (
        <circle
          cx={mark.x}
          cy={mark.y}
          r={mark.radius}
          strokeWidth="1.5"
          style={{ fill: themed(mark.fill), stroke: themed(mark.stroke) }}
        />
      );
    case "polygon":
      return <polygon points={pointsOf(mark.points)} opacity={mark.opacity} style={{ fill: themed(mark.fill) }} />;
  }
}

function pointsOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `${x},${y}`).join(" ");
}
