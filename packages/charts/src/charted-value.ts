/** What a row, point or panel of a chart shows: a number with its interval, or the words for why there is none.
 *  Texts come formatted, so that chart and table never disagree. */
export type ChartedValue =
  | {
      readonly kind: "interval";
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
      /** The number as it is written, e.g. `72.4`. */
      readonly text: string;
    }
  | { readonly kind: "words"; readonly text: string };
