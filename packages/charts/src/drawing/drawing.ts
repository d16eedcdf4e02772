/**
 * A chart laid out: the few shapes all charts are made of, in pixels of the whole drawing. Charts lay themselves out,
 * because only so can labels be kept inside the picture and off one another; ECharts then draws them, as SVG on the
 * server or live in the console.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In the order they are painted. */
  readonly parts: readonly Part[];
}

/** What belongs together: a row, a point, the axis. `name` says what it is, for pointers and tests. */
export interface Part {
  readonly name: string;
  readonly marks: readonly Mark[];
}

export type Mark = TextMark | LineMark | RectMark | DotMark | PolygonMark;

export interface TextMark {
  readonly kind: "text";
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly weight: 400 | 600;
  readonly align: "left" | "center" | "right";
}

export interface LineMark {
  readonly kind: "line";
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly colour: string;
  readonly width: number;
  /** Lengths of stroke and gap; empty for a solid line. */
  readonly dash: readonly number[];
}

export interface RectMark {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  /** Of its corners; none: square. */
  readonly radius?: number;
}

export interface DotMark {
  readonly kind: "dot";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string;
}

export interface PolygonMark {
  readonly kind: "polygon";
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly fill: string;
  /** 0–1. */
  readonly opacity: number;
}
