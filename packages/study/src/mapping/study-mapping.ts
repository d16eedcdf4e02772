/** What the columns of a data file are, said by somebody or guessed. From it a study.json is made; nothing else is. */
import type { LocalText } from "../definition/local-text.ts";
import type { MissingState } from "../definition/scale.ts";

export type ColumnUse =
  | "ignore"
  | "key"
  | "item"
  | "importance"
  | "overall"
  | "nps"
  | "ces"
  | "repurchase"
  | "wave"
  | "unit"
  | "segment"
  | "weight"
  | "frequency"
  | "choice"
  | "number"
  | "text"
  | "date";

export type SpecialMeaning = Exclude<MissingState, "set-aside">;

export interface ColumnMapping {
  readonly name: string;
  readonly use: ColumnUse;
  readonly label: LocalText;
  /** Ratings: the numbers the scale runs over; null where the answers are words. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** Ratings in words, from the worst to the best. */
  readonly answers: readonly string[] | null;
  /** The low end is the good one. */
  readonly reversed: boolean;
  /** Cells that are no rating: code → what it means. */
  readonly special: Readonly<Record<string, SpecialMeaning>>;
  /** Items: dimension they belong to. Importance: the item it is about. */
  readonly belongsTo: string | null;
}

export interface StudyMapping {
  readonly title: LocalText;
  readonly columns: readonly ColumnMapping[];
}
