/**
 * Conversion of a rating to 0–100. The range conversion is the default; the other two exist because reports that must
 * be continued were made with them.
 */
import { markOf } from "./mark-table.ts";
import { maximumConversion } from "./maximum-conversion.ts";
import { rangeConversion } from "./range-conversion.ts";

export type Conversion =
  | { readonly kind: "range"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "maximum"; readonly maximum: number }
  | { readonly kind: "marks"; readonly marks: ReadonlyMap<number, number> };

/**
 * 0–100 value of a rating.
 * @throws RangeError if the value is outside the scale, or the scale itself is empty
 */
export function convert(conversion: Conversion, value: number): number {
  switch (conversion.kind) {
    case "range":
      return rangeConversion(value, conversion.minimum, conversion.maximum);
    case "maximum":
      return maximumConversion(value, conversion.maximum);
    case "marks":
      return markOf(conversion.marks, value);
  }
}
