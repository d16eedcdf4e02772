import type { AnalysisOf } from "../../definition/analyses/analysis-definition.ts";
import type { Indicator } from "../../definition/indicator.ts";
import { leavesOf } from "../../definition/indicator-leaves.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import { nearestName } from "../../issue/nearest-name.ts";
import type { AnalysisPlace } from "./analysis-place.ts";
import type { FamilyCheck } from "./family-check.ts";

/** An index needs indicators; the weights that were asked for need their questions. */
export const checkIndex: FamilyCheck<"index"> = (study, analysis, placeOf) => {
  const indicators = study.indicators ?? [];
  const { where, at } = placeOf();
  if (leavesOf(indicators).length === 0) return [issue("analysis-part-missing", where, { at, needs: "indicators" })];
  const { ahp, expectation, satisfaction } = analysis;
  const lacksSatisfaction =
    expectation !== undefined && satisfaction === undefined && study.measures?.overall === undefined;
  return [
    ...(lacksSatisfaction ? [issue("analysis-part-missing", where, { at, needs: "satisfaction" })] : []),
    ...(satisfaction !== undefined && expectation === undefined
      ? [issue("analysis-part-missing", where, { at, needs: "expectation" })]
      : []),
    ...(ahp === undefined ? [] : checkComparisons(indicators, ahp, (...path) => placeOf("ahp", ...path))),
  ];
};

function checkComparisons(
  indicators: readonly Indicator[],
  { criteria, matrix }: NonNullable<AnalysisOf<"index">["ahp"]>,
  placeOf: (...path: (string | number)[]) => AnalysisPlace,
): readonly Issue[] {
  const nodes = nodesOf(indicators);
  const allowed = nodes.map(({ code }) => code);
  const unknown = criteria.flatMap((code, i) => {
    const { where, at } = placeOf("criteria", i);
    return allowed.includes(code)
      ? []
      : [issue("value-not-listed", where, { at, allowed, nearest: nearestName(code, allowed) })];
  });
  return [
    ...unknown,
    ...(unknown.length > 0 ? [] : checkCover(indicators, criteria, placeOf("criteria"))),
    ...checkSize(matrix.length, criteria.length, placeOf("matrix")),
    ...matrix.flatMap((row, i) => checkSize(row.length, criteria.length, placeOf("matrix", i))),
  ];
}

/** Every question stands under exactly one criterion. */
function checkCover(
  indicators: readonly Indicator[],
  criteria: readonly string[],
  { where, at }: AnalysisPlace,
): readonly Issue[] {
  const nodes = nodesOf(indicators);
  const held = criteria.flatMap((code) => leavesOf(nodes.filter((node) => node.code === code)));
  const columns = held.map(({ question }) => question);
  const missing = leavesOf(indicators).find(({ question }) => !columns.includes(question));
  return [
    ...(missing === undefined ? [] : [issue("analysis-part-missing", where, { at, needs: missing.indicator.code })]),
    ...(new Set(columns).size < columns.length ? [issue("entry-twice", where, { at })] : []),
  ];
}

function checkSize(found: number, wanted: number, { where, at }: AnalysisPlace): readonly Issue[] {
  if (found < wanted) return [issue("too-few-entries", where, { at, limit: wanted })];
  return found > wanted ? [issue("too-many-entries", where, { at, limit: wanted })] : [];
}

function nodesOf(indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}
