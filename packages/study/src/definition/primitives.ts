import { Type } from "typebox";

/** Longest text of a title or label that is taken; reports clip what is longer than they can set. */
export const longestText = 20_000;

export const LocalTextSchema = Type.Record(
  Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }),
  Type.String({ minLength: 1, maxLength: longestText }),
  {
    minProperties: 1,
    additionalProperties: false,
    description: 'A text by language, e.g. { "zh": "专业能力", "en": "Professionalism" }.',
  },
);

/** An answer's code as it stands in the data file. */
export const Code = Type.String({ minLength: 1, maxLength: 200 });

/** A column's name as it stands in the header of the data file. */
export const ColumnName = Type.String({ minLength: 1, maxLength: 300 });

/** What a column of the data holds. */
export const columnTypes = ["rating", "choice", "number", "text", "date"] as const;
export type ColumnType = (typeof columnTypes)[number];

/** An indicator's or scale's own name inside the study. */
export const Name = Type.String({ minLength: 1, maxLength: 100 });

export const IsoDate = Type.String({ pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" });
