/** Where an analysis names columns: read from its schema, which says of each such setting what the column must hold. */

import { columnTypesKeyword } from "../../definition/analyses/analysis-basis.ts";
import { type AnalysisDefinition, analysisSchemas } from "../../definition/analyses/analysis-definition.ts";
import type { ColumnType } from "../../definition/primitives.ts";

export interface NamedColumn {
  readonly column: string;
  /** Inside the analysis. */
  readonly path: (string | number)[];
  readonly types: readonly ColumnType[];
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  /** Variants of a part, told apart by a constant property. */
  readonly oneOf?: readonly SchemaNode[];
  readonly const?: unknown;
  readonly [columnTypesKeyword]?: readonly ColumnType[];
}

/** @param analysis one that fits its schema */
export function columnsNamedIn(analysis: AnalysisDefinition): readonly NamedColumn[] {
  const schema = analysisSchemas.find(({ properties }) => properties.family.const === analysis.family);
  return schema === undefined ? [] : named(schema as SchemaNode, analysis, []);
}

function named(schema: SchemaNode, value: unknown, path: (string | number)[]): readonly NamedColumn[] {
  const types = schema[columnTypesKeyword];
  if (types !== undefined) return typeof value === "string" ? [{ column: value, path, types }] : [];
  if (schema.oneOf !== undefined)
    return schema.oneOf.flatMap((one) => (fits(one, value) ? named(one, value, path) : []));
  const { items } = schema;
  if (items !== undefined && Array.isArray(value)) return value.flatMap((each, i) => named(items, each, [...path, i]));
  if (!isRecord(value)) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    named(property, value[name], [...path, name]),
  );
}

/** Whether the variant's constants are those of the value. */
function fits({ properties = {} }: SchemaNode, value: unknown): boolean {
  return Object.entries(properties).every(
    ([name, property]) => property.const === undefined || (isRecord(value) && value[name] === property.const),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
