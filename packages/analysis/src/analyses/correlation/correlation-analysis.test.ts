/** Correlations in the list of analyses. Expected numbers: R 4.2 `cor.test`, polycor 0.8, `cov.wt`, on the made-up survey at 90 %. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";
import type { AnalysisResult } from "../../results/analyses.ts";

const names = ["osat", "sat10", "exp10", "nps", "ces"];
const expected = surveyReference("survey_correlations").values;

function chartOf({ outcome }: AnalysisResult) {
  if (outcome.kind === "cannot") throw new Error(`not computed: ${outcome.reason}`);
  return outcome.parts.flatMap((part) => (part.kind === "chart" ? [part.chart] : []))[0];
}

describe("correlations of a survey", () => {
  // Read once, in the first test that asks.
  let survey: Promise<LoadedStudy> | undefined;
  const loaded = () => {
    survey ??= surveyStudy();
    return survey;
  };

  const ask = async (settings: Omit<AnalysisOf<"correlation">, "family" | "variables">, variables = names) =>
    furtherAnalysis(await loaded(), { family: "correlation", variables, ...settings });

  const expectMatrix = (result: AnalysisResult, values: readonly (readonly number[])[]) => {
    const [, matrix] = tablesOf(result);
    names.forEach((_, j) => {
      names.slice(0, j).forEach((name, i) => {
        const cell = matrix.rows[j].cells[matrix.columns.findIndex(({ code }) => code === name)];
        expect(cell.kind === "number" ? cell.value : null).toBeCloseTo(values[j][i], 11);
      });
    });
  };

  it.each([
    ["pearson", "pearson"],
    ["spearman", "spearman"],
    ["kendall", "kendall_tau_b"],
  ] as const)("has R's matrix by %s, plain and weighted", async (method, name) => {
    expectMatrix(await ask({ method, missing: "listwise" }), expected[name].values);
    const weighted = await ask({ method, missing: "listwise", weight: "base_weight" });
    expectMatrix(weighted, expected[`weighted_${name}`].values);
    expect(tablesOf(weighted)[1].n).toBe(524);
  });

  it("lists the strongest pairs with R's interval and p, corrected by Holm", async () => {
    const [strongest] = tablesOf(await ask({ missing: "listwise" }));
    const { estimate, ci, p } = expected.test_osat_nps.pearson;
    const label = "Overall, how satisfied are you… × How likely are you to recommend…";
    const found = strongest.rows.find(
      ({ cells: [, r] }) => r.kind === "number" && Math.abs(r.value - estimate) < 1e-11,
    );
    if (found?.cells[1].kind !== "number") throw new Error("no such pair");
    expect(found.cells[1].interval?.lower).toBeCloseTo(ci[0], 11);
    expect(found.cells[1].interval?.upper).toBeCloseTo(ci[1], 11);
    expect(found.cells[0].kind === "label" ? found.cells[0].label.en : "").toBe(label);
    const ofPair = (code: string) => {
      const cell = found.cells[strongest.columns.findIndex((column) => column.code === code)];
      return cell.kind === "number" ? cell.value : Number.NaN;
    };
    expect(ofPair("p-value") / p).toBeCloseTo(1, 8);
    expect(ofPair("adjusted-p-value")).toBeGreaterThan(ofPair("p-value"));
    expect(strongest.rows).toHaveLength(10);
  });

  it("holds other variables fixed as R's partial correlations do", async () => {
    const partial = await ask({ missing: "listwise", controlling: ["exp10", "nps", "ces"] }, ["osat", "sat10"]);
    const [strongest] = tablesOf(partial);
    const cell = strongest.rows[0].cells[1];
    expect(cell.kind === "number" ? cell.value : null).toBeCloseTo(expected.partial_all_others.values[0][1], 10);
    expect(partial.title.en).toBe("Partial correlations");
    expect(chartOf(partial)).toMatchObject({ measure: { en: "Partial correlation" } });
    expect(strongest.notes).toEqual([]);
  });

  it("has one base for all pairs listwise, with others held fixed or not", async () => {
    for (const settings of [{ controlling: ["nps"] }, { method: "polychoric" as const }, {}]) {
      const result = await ask({ missing: "listwise", ...settings }, ["osat", "sat10", "ces"]);
      const [strongest] = tablesOf(result);
      const bases = strongest.rows.map(({ cells }) => cells.at(-1));
      expect(new Set(bases.map((cell) => JSON.stringify(cell))).size).toBe(1);
      const pairwise = tablesOf(await ask({ ...settings }, ["osat", "sat10", "ces"]))[0].rows;
      expect(new Set(pairwise.map(({ cells }) => JSON.stringify(cells.at(-1)))).size).toBeGreaterThan(1);
    }
  });

  it("estimates polychoric correlations as polycor does", async () => {
    const complete = [...names].map((column) => ({
      column,
      codes: Array.from({ length: 11 }, (_, code) => String(code)),
    }));
    const result = await ask({ method: "polychoric", filter: complete }, ["osat", "ces"]);
    const cell = tablesOf(result)[0].rows[0].cells[1];
    expect(cell.kind === "number" ? cell.value : null).toBeCloseTo(expected.polychoric_osat_ces_two_step.rho, 8);
  });
});

describe("correlations by hand", () => {
  const rising = Array.from({ length: 20 }, (_, i) => 1 + (i % 5));

  it("are 1 and −1 for what rises alike and oppositely, a turned scale among them", () => {
    const study = buildRatedStudy(
      { ratings: { a: rising, b: rising, c: rising.map((value) => 6 - value) }, scaleOf: { c: "turned" } },
      { scales: { turned: { kind: "rating", minimum: 1, maximum: 5, best: "lowest" } } },
    );
    const result = furtherAnalysis(study, { family: "correlation", variables: ["a", "b", "c"] });
    const [, matrix] = tablesOf(result);
    for (const row of [1, 2]) expect(matrix.rows[row].cells[1]).toMatchObject({ kind: "number", value: 1 });
  });

  it("name a pair in the heading only on evidence, and as strongest only where none is as strong", () => {
    const many = Array.from({ length: 100 }, (_, i) => 1 + (i % 5));
    const near = many.map((value, i) => (i % 10 === 0 ? 1 + ((i / 10) % 5) : value));
    const other = Array.from({ length: 100 }, (_, i) => 1 + (Math.floor(i / 5) % 5));
    const titleOf = (ratings: Readonly<Record<string, readonly number[]>>) =>
      chartOf(furtherAnalysis(buildRatedStudy({ ratings }), { family: "correlation", variables: Object.keys(ratings) }))
        .title.en;
    expect(titleOf({ a: many, b: other, c: many.map((_, i) => 1 + (Math.floor(i / 25) % 5)) })).toContain("No clear");
    expect(titleOf({ a: many, b: near, c: other })).toContain("The strongest correlation is a × b");
    expect(
      titleOf({ a: many, b: near, c: many.map((value, i) => (i % 10 === 5 ? 1 + (((i - 5) / 10) % 5) : value)) }),
    ).toContain("others may be as large");
    expect(titleOf({ a: many, b: near })).toContain("a × b are correlated");
  });

  it("say nothing of pairs that too few answered, nor of a variable that does not vary", () => {
    const few = rising.map((value, i) => (i < 6 ? value : ("skipped" as const)));
    const study = buildRatedStudy({ ratings: { a: rising, b: rising.toReversed(), few, same: rising.map(() => 3) } });
    const result = furtherAnalysis(study, { family: "correlation", variables: ["a", "b", "few", "same"] });
    const [strongest, matrix] = tablesOf(result);
    expect(strongest.rows).toHaveLength(1);
    expect(cellAt(matrix, "3. few", "a")).toEqual({ kind: "none", because: "too-few" });
    expect(cellAt(matrix, "4. same", "a")).toEqual({ kind: "none", because: "no-variation" });
    expect(numberAt(strongest, "a × b", "n").value).toBe(20);
    expect(remarksOf(result).some((text) => text.includes("no cause"))).toBe(true);
  });

  it.each(["pearson", "spearman", "kendall", "polychoric"] as const)(
    "are sound whatever was answered, by %s",
    (method) => {
      const variables = ["a", "b", "c"];
      expectSoundAnswers(smallStudies(variables), { family: "correlation", variables, method }, 80);
      expectSoundAnswers(
        smallStudies(variables),
        { family: "correlation", variables, method, missing: "listwise" },
        40,
      );
    },
  );

  it("are sound with others held fixed", () => {
    const settings = { family: "correlation", variables: ["a", "b"], controlling: ["c", "d"] } as const;
    expectSoundAnswers(smallStudies(["a", "b", "c", "d"]), {
      ...settings,
      variables: ["a", "b"],
      controlling: ["c", "d"],
    });
  });
});
