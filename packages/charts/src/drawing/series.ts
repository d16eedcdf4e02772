/** How the lines of one chart are told apart: by colour and by dash, so that either alone is enough for the first ones. Hues in
 *  Okabe and Ito's order, darkened to 3 : 1 against paper. */
export interface SeriesStyle {
  readonly colour: string;
  readonly dash: readonly number[];
}

const styles: readonly SeriesStyle[] = [
  { colour: "#0F6B5C", dash: [] },
  { colour: "#C25200", dash: [7, 4] },
  { colour: "#0068A6", dash: [2, 3] },
  { colour: "#9C4A78", dash: [9, 3, 2, 3] },
  { colour: "#8A6400", dash: [] },
  { colour: "#1C2421", dash: [7, 4] },
  { colour: "#2F7FB5", dash: [2, 3] },
  { colour: "#6B756F", dash: [9, 3, 2, 3] },
];

/** @param place of the line among those of the chart, from 0; the ninth looks like the first */
export function seriesStyle(place: number): SeriesStyle {
  return styles[place % styles.length] ?? { colour: "#1C2421", dash: [] };
}
