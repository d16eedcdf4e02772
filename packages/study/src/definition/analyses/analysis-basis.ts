/** What every further analysis may say of itself, and how its settings name columns. */
import { type TSchema, Type } from "typebox";
import { Code, type ColumnType, LocalTextSchema } from "../primitives.ts";

export const closed = { additionalProperties: false } as const;

/** Types of column that a setting takes: an annotation of the schema. The check of columns reads it, so that no family of
 *  analyses has to list its references a second time. */
export const columnTypesKeyword = "columnTypes";

/** A setting that names one column of the study.
 *  @param description what the column holds, for who writes study.json */
export function columnOf(types: readonly ColumnType[], description: string) {
  return Type.String({ minLength: 1, maxLength: 300, description, [columnTypesKeyword]: types });
}

/** A setting that names several columns. */
export function columnsOf(
  types: readonly ColumnType[],
  limits: { readonly minItems: number; readonly maxItems: number },
  description: string,
) {
  return Type.Array(columnOf(types, description), { ...limits, uniqueItems: true });
}

const Condition = Type.Object(
  {
    column: columnOf(["choice", "rating"], "Column of the condition."),
    codes: Type.Array(Code, { minItems: 1, maxItems: 200, description: "Its answers that are taken." }),
  },
  closed,
);

/** Properties that every analysis has besides its own. */
const analysisBasis = {
  id: Type.Optional(
    Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$", description: "Names it in the results; default a1, a2, …" }),
  ),
  title: Type.Optional(LocalTextSchema),
  weight: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 300,
      description: 'A weight column of the study, or "none"; default that of the report.',
    }),
  ),
  filter: Type.Optional(
    Type.Array(Condition, { maxItems: 10, description: "Only respondents who meet every condition." }),
  ),
} as const;

/** Schema of one family's settings: closed, with the basis, told apart by `family`. */
export function analysisSchema<Family extends string, Properties extends Record<string, TSchema>>(
  family: Family,
  properties: Properties,
  description: string,
) {
  return Type.Object(
    { ...analysisBasis, family: Type.Literal(family), ...properties },
    { ...closed, title: family, description },
  );
}
