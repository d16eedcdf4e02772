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

/** Cells that speak against a guess, for somebody to look at. */
export interface MappingDoubt {
  readonly kind: "unfit-cells" | "repeated-cells";
  readonly cells: number;
  /** The first of them. */
  readonly example: string;
}

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
  /** Guessed, with a few cells against it; not there where everything fits or somebody has decided. */
  readonly doubt?: MappingDoubt;
}

export interface StudyMapping {
  readonly title: LocalText;
  readonly columns: readonly ColumnMapping[];
}
