/** What the columns of a data file are, said by whoever imports it. From it a study.json is made; nothing else is. */
import { type Static, Type } from "typebox";
import { closed, LocalText, nullable } from "../route/shapes.ts";

export const columnUses = [
  "ignore",
  "key",
  "item",
  "importance",
  "overall",
  "nps",
  "ces",
  "repurchase",
  "wave",
  "unit",
  "segment",
  "weight",
  "frequency",
  "choice",
  "number",
  "text",
  "date",
] as const;
export type ColumnUse = (typeof columnUses)[number];

const Range = Type.Object({ minimum: Type.Integer(), maximum: Type.Integer() }, closed);

export const ColumnMappingSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 300 }),
    use: Type.Enum([...columnUses]),
    label: LocalText,
    /** Ratings: the numbers the scale runs over; null where the answers are words, then `answers` orders them. */
    range: nullable(Range),
    /** Ratings in words: from the worst to the best. Waves: in order of time. */
    answers: nullable(Type.Array(Type.String({ maxLength: 300 }), { minItems: 2, maxItems: 60 })),
    /** The low end is the good one. */
    reversed: Type.Boolean(),
    /** Cells that are no rating: code → what it means. */
    special: Type.Record(
      Type.String({ maxLength: 300 }),
      Type.Enum(["not-applicable", "dont-know", "refused", "not-shown", "skipped"]),
    ),
    /** Items: dimension they belong to. Importance: the item it is about. */
    belongsTo: nullable(Type.String({ maxLength: 300 })),
    /** Guessed against a few cells that do not fit; the check takes no notice of it. */
    doubt: Type.Optional(
      Type.Object(
        {
          kind: Type.Enum(["unfit-cells", "repeated-cells"]),
          cells: Type.Integer({ minimum: 1 }),
          example: Type.String({ maxLength: 300 }),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const MappingSchema = Type.Object(
  {
    title: LocalText,
    columns: Type.Array(ColumnMappingSchema, { minItems: 1, maxItems: 5_000 }),
  },
  closed,
);
export type StudyMapping = Static<typeof MappingSchema>;
export type ColumnMapping = Static<typeof ColumnMappingSchema>;
