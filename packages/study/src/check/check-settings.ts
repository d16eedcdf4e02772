import { leavesOf } from "../definition/indicator-leaves.ts";
import { conversionOf } from "../definition/scale-answers.ts";
import type { StudyDefinition } from "../definition/study-definition.ts";
import { type Issue, issue } from "../issue/issue.ts";
import type { JsonSource } from "./json-source.ts";

const shareMeasures = new Set([
  "satisfied-customer-rate",
  "satisfied-rating-share",
  "csat",
  "ces",
  "repurchase",
  "recommendation",
]);

/** Period, recommendation scale, grade bands, targets, primary weight. */
export function checkSettings(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const { period } = study;
  return [
    ...(period !== undefined && period.to < period.from
      ? [issue("period-backwards", source.placeOf(["period"]), period)]
      : []),
    ...checkNpsScale(study, source),
    ...checkGrades(study, source),
    ...checkTargets(study, source),
    ...checkPrimaryWeight(study, source),
  ];
}

function checkNpsScale(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const name = study.measures?.nps;
  const column = study.columns.find((c) => c.name === name);
  if (name === undefined || column?.scale === undefined) return [];
  const scale = study.scales[column.scale];
  const zeroToTen = scale?.kind === "rating" && scale.minimum === 0 && scale.maximum === 10 && scale.best !== "lowest";
  return zeroToTen || scale === undefined
    ? []
    : [issue("scale-nps-range", source.placeOf(["measures", "nps"]), { column: name })];
}

function checkGrades(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const grades = study.index?.grades;
  if (grades === undefined) return [];
  const place = source.placeOf(["index", "grades"]);
  const name = Object.values(grades.name)[0] ?? "";
  const falling = grades.bands.every((band, i) => i === 0 || band.from < grades.bands[i - 1].from);
  const order = falling && grades.bands.at(-1)?.from === 0 ? [] : [issue("grades-order", place, { name })];
  const used = leavesOf(study.indicators ?? []).flatMap((leaf) => {
    const scale = study.columns.find((c) => c.name === leaf.question)?.scale;
    const definition = scale === undefined ? undefined : study.scales[scale];
    return scale === undefined || definition === undefined || definition.kind === "nominal"
      ? []
      : [{ scale, kind: conversionOf(definition).kind }];
  });
  const other = used.find((use) => use.kind !== grades.conversion);
  return other === undefined
    ? order
    : [
        ...order,
        issue("grades-conversion-differs", place, {
          name,
          conversion: grades.conversion,
          scale: other.scale,
          used: other.kind,
        }),
      ];
}

function checkTargets(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  return (study.targets ?? []).flatMap((target, i) => {
    const wrong = shareMeasures.has(target.measure) && (target.value < 0 || target.value > 1);
    return wrong
      ? [issue("share-out-of-range", source.placeOf(["targets", i, "value"]), { at: `targets[${i}].value` })]
      : [];
  });
}

function checkPrimaryWeight(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const primary = study.analysis?.weight;
  const allowed = ["none", ...(study.weights ?? []).map((weight) => weight.column)];
  if (primary === undefined || allowed.includes(primary)) return [];
  return [
    issue("value-not-listed", source.placeOf(["analysis", "weight"]), {
      at: "analysis.weight",
      allowed,
      nearest: null,
    }),
  ];
}
