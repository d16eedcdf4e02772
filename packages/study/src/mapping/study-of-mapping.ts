/** A mapping as the text of a study.json. */
import type { Indicator } from "../definition/indicator.ts";
import type { OrdinalScale, Scale } from "../definition/scale.ts";
import type { Column, StudyDefinition } from "../definition/study-definition.ts";
import { labelIn } from "./label-language.ts";
import type { ColumnMapping, ColumnUse, StudyMapping } from "./study-mapping.ts";

type ColumnType = Column["type"];

const typeOf: Readonly<Record<Exclude<ColumnUse, "ignore">, ColumnType>> = {
  key: "text",
  item: "rating",
  importance: "rating",
  overall: "rating",
  nps: "rating",
  ces: "rating",
  repurchase: "rating",
  wave: "choice",
  unit: "choice",
  segment: "choice",
  weight: "number",
  frequency: "number",
  choice: "choice",
  number: "number",
  text: "text",
  date: "date",
};

/** @param dataFile name of the data file
 *  @returns JSON that the check takes, as far as the mapping makes sense; what does not, the check says */
export function studyOfMapping(mapping: StudyMapping, dataFile: string): string {
  const scales = new Scales();
  const columns = mapping.columns.flatMap((column) => declared(column, scales));
  const names = (use: ColumnUse) => mapping.columns.filter((column) => column.use === use).map(({ name }) => name);
  const [key] = names("key");
  const [frequency] = names("frequency");
  const [wave] = names("wave");
  const measures = measuresOf(names);
  const indicators = indicatorsOf(mapping.columns);
  const weights = mapping.columns.filter(({ use }) => use === "weight");
  const study: StudyDefinition & { readonly format: "manyi-study/1" } = {
    format: "manyi-study/1",
    id: "imported-study",
    title: mapping.title,
    data: { file: dataFile },
    scales: scales.declared(),
    columns,
    ...(key === undefined && frequency === undefined
      ? {}
      : { cases: { ...(key === undefined ? {} : { key }), ...(frequency === undefined ? {} : { frequency }) } }),
    ...(weights.length === 0 ? {} : { weights: weights.map(({ name, label }) => ({ column: name, label })) }),
    ...(Object.keys(measures).length === 0 ? {} : { measures }),
    ...(indicators.length === 0 ? {} : { indicators }),
    ...(wave === undefined ? {} : { waves: { column: wave } }),
    ...(names("unit").length === 0 ? {} : { units: names("unit") }),
    ...(names("segment").length === 0 ? {} : { segments: names("segment") }),
  };
  return `${JSON.stringify(study, null, 2)}\n`;
}

function measuresOf(names: (use: ColumnUse) => readonly string[]): NonNullable<StudyDefinition["measures"]> {
  const uses = ["overall", "nps", "ces", "repurchase"] as const;
  return Object.fromEntries(
    uses.flatMap((use) =>
      names(use)
        .slice(0, 1)
        .map((name) => [use, name]),
    ),
  );
}

function declared(column: ColumnMapping, scales: Scales): readonly Column[] {
  const { name, use, label } = column;
  if (use === "ignore") return [];
  const scale = scales.nameFor(column);
  return [{ name, type: typeOf[use], label, ...(scale === null ? {} : { scale }) }];
}

/** Equal scales are declared once. */
class Scales {
  private readonly byForm = new Map<string, string>();
  private readonly byName: Record<string, Scale> = {};

  /** @returns null where the column needs none */
  nameFor(column: ColumnMapping): string | null {
    const scale = scaleOf(column);
    if (scale === null) return null;
    const form = JSON.stringify(scale);
    const known = this.byForm.get(form);
    if (known !== undefined) return known;
    const name = `scale-${this.byForm.size + 1}`;
    this.byForm.set(form, name);
    this.byName[name] = scale;
    return name;
  }

  declared(): Readonly<Record<string, Scale>> {
    return this.byName;
  }
}

function scaleOf(column: ColumnMapping): Scale | null {
  const type = column.use === "ignore" ? "text" : typeOf[column.use];
  const special = Object.keys(column.special).length === 0 ? {} : { special: { ...column.special } };
  if (type === "choice") {
    const answers = column.answers === null ? {} : { answers: column.answers.map((code) => ({ code })) };
    return column.answers === null && special.special === undefined
      ? null
      : { kind: "nominal", ...answers, ...special };
  }
  if (type !== "rating") return null;
  if (column.range !== null) {
    return { kind: "rating", ...column.range, ...(column.reversed ? { best: "lowest" as const } : {}), ...special };
  }
  return column.answers === null ? null : { kind: "ordinal", answers: valued(column), ...special };
}

function valued({ answers, reversed }: ColumnMapping): OrdinalScale["answers"] {
  const ordered = reversed ? (answers ?? []).toReversed() : (answers ?? []);
  return ordered.map((code, i) => ({ code, value: i + 1 }));
}

/** Dimensions in the order of their first item; an item of its own is a dimension itself. */
function indicatorsOf(columns: readonly ColumnMapping[]): readonly Indicator[] {
  const items = columns.filter(({ use }) => use === "item");
  const importance = new Map(
    columns.flatMap(({ use, name, belongsTo }) =>
      use === "importance" && belongsTo !== null ? [[belongsTo, name]] : [],
    ),
  );
  const leaf = ({ name, label }: ColumnMapping, code: string): Indicator => {
    const about = importance.get(name);
    return { code, label, question: name, ...(about === undefined ? {} : { importance: about }) };
  };
  const groups = Map.groupBy(items, ({ belongsTo, name }) =>
    belongsTo === null ? `item ${name}` : `group ${belongsTo}`,
  );
  return [...groups.values()].map((group, d) => {
    const [first] = group;
    if (first.belongsTo === null) return leaf(first, `i${d + 1}`);
    const children = group.map((item, i) => leaf(item, `d${d + 1}-i${i + 1}`));
    return { code: `d${d + 1}`, label: labelIn(first.belongsTo), children };
  });
}
