import type { Drawing, Mark } from "@manyi/charts/drawing/drawing";
import { palette } from "@manyi/charts/drawing/palette";

/** Colours of the palette by what they are for: the style sheet has each for light and dark. Colours of a scale (best to
 *  worst) are the same on either ground. */
const named = new Map<string, string>(
  Object.entries(palette).map(([name, colour]) => [colour.toLowerCase(), `var(--chart-${name})`]),
);

function themed(colour: string): string {
  return named.get(colour.toLowerCase()) ?? colour;
}

/** A chart that was laid out, as SVG in the page: sharp on every screen and on paper, in the colours of the theme. */
export function DrawingView({ drawing, alternative }: { readonly drawing: Drawing; readonly alternative: string }) {
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
      {drawing.parts.map((part, index) => (
        <g key={`${index + 1}-${part.name}`} className="part">
          {part.marks.map((mark, at) => (
            <MarkView key={`${at + 1}-${mark.kind}`} mark={mark} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function MarkView({ mark }: { readonly mark: Mark }) {
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
      return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} style={{ fill: themed(mark.fill) }} />;
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
