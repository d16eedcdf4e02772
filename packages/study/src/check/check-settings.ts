import { isCalendarDate } from "../coding/calendar-date.ts";
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
    ...checkDates(study, source),
    ...checkDuplicateRule(study, source),
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

/** Lowest and highest value of a target that is no share. */
const targetRanges: Readonly<Record<string, readonly [number, number]>> = {
  csi: [0, 100],
  "overall-index": [0, 100],
  nps: [-100, 100],
};

function checkTargets(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const targets = study.targets ?? [];
  return targets.flatMap((target, i) => {
    const { measure, value } = target;
    const place = source.placeOf(["targets", i, "value"]);
    const twice =
      targets.findIndex((other) => other.measure === measure) < i ? [issue("target-twice", place, { measure })] : [];
    if (shareMeasures.has(measure)) {
      const isShare = value >= 0 && value <= 1;
      return isShare ? twice : [...twice, issue("share-out-of-range", place, { at: `targets[${i}].value` })];
    }
    const [lowest, highest] = targetRanges[measure] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const isInside = value >= lowest && value <= highest;
    return isInside ? twice : [...twice, issue("target-out-of-range", place, { measure, value, lowest, highest })];
  });
}

/** The schema knows the form of a date, not the calendar. */
function checkDates(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const dates = [
    ...(study.period === undefined
      ? []
      : [["period", "from", study.period.from] as const, ["period", "to", study.period.to] as const]),
    ...(study.targets ?? []).flatMap(({ due }, i) => (due === undefined ? [] : [["targets", i, due] as const])),
  ];
  return dates.flatMap(([part, place, date]) =>
    isCalendarDate(date)
      ? []
      : [issue("date-not-in-calendar", source.placeOf([part, place]), { at: `${part}.${place}`, date })],
  );
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

function checkDuplicateRule(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const { key, duplicates } = study.cases ?? {};
  const lacksKey = duplicates?.compare === "key" && key === undefined;
  return lacksKey ? [issue("duplicates-need-key", source.placeOf(["cases", "duplicates"]), {})] : [];
}
