/** Group comparisons in the list of analyses. Expected numbers: R 4.2 `oneway.test`, `aov`, `kruskal.test`, rstatix 0.7, effectsize 0.8, on the
 *  made-up survey at 90 %. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

type Settings = Omit<AnalysisOf<"groups">, "family">;

const expected = surveyReference("survey_groups").values;
const question = "Overall satisfaction (1–10)";
/** R left out who gave no effort; its weighted tests did not. */
const withEffort = { filter: [{ column: "ces", codes: ["1", "2", "3", "4", "5", "6", "7"] }] };

describe("groups of a survey", () => {
  // Read once, in the first test that asks.
  let survey: Promise<LoadedStudy> | undefined;
  const loaded = () => {
    survey ??= surveyStudy();
    return survey;
  };
  const ask = async (settings: Settings) => furtherAnalysis(await loaded(), { family: "groups", ...settings });
  const segments = { outcomes: ["sat10"], by: "segment", ...withEffort };
  const everybody = { outcomes: ["sat10"], by: "segment" };

  it("compares means as R does: Welch, ω², Levene, Games and Howell", async () => {
    const [tests, groups, pairs] = tablesOf(await ask(segments));
    const {
      welch_anova: welch,
      anova,
      omega2,
      levene_median_brown_forsythe: levene,
      games_howell: howell,
    } = expected.segment;
    const name = `${question}: Welch's analysis of variance`;
    expect(numberAt(tests, name, "statistic").value).toBeCloseTo(welch.F, 10);
    expect(numberAt(tests, name, "denominator-degrees-of-freedom").value).toBeCloseTo(welch.df[1], 8);
    expect(numberAt(tests, name, "p-value").value).toBeCloseTo(welch.p, 12);
    const classical = "Analysis of variance (equal variances)";
    expect(numberAt(tests, classical, "statistic").value).toBeCloseTo(anova.F, 10);
    expect(numberAt(tests, classical, "effect-size").value).toBeCloseTo(omega2, 12);
    expect(numberAt(tests, "Equal variances (Levene, median)", "p-value").value).toBeCloseTo(levene.p, 10);
    expect(numberAt(groups, "Senior", "n").value).toBe(183);
    expect(numberAt(groups, "Senior", "mean").value).toBeCloseTo(expected.segment.means.Senior, 11);
    expect(numberAt(groups, "Senior", "standard-deviation").value).toBeCloseTo(expected.segment.sds.Senior, 11);
    for (const { group1, group2, estimate, lo, hi } of howell) {
      const pair = numberAt(pairs, `${group1} − ${group2}`, "difference");
      expect(pair.value).toBeCloseTo(-estimate, 10);
      expect(pair.interval?.lower).toBeCloseTo(-hi, 5);
      expect(pair.interval?.upper).toBeCloseTo(-lo, 5);
    }
  });

  it("compares two groups by Welch's t with Cohen's d", async () => {
    const [tests, , pairs] = tablesOf(await ask({ outcomes: ["sat10"], by: "gender", ...withEffort }));
    const { t_welch: welch, cohens_d_pooled: d, cohens_d_ci: limits } = expected.gender;
    expect(numberAt(tests, `${question}: Welch's t`, "statistic").value).toBeCloseTo(welch.t, 10);
    expect(numberAt(tests, `${question}: Welch's t`, "p-value").value).toBeCloseTo(welch.p, 12);
    const difference = numberAt(pairs, "F − M", "difference");
    expect(difference.interval?.lower).toBeCloseTo(welch.ci[0], 10);
    expect(difference.interval?.upper).toBeCloseTo(welch.ci[1], 10);
    const effect = numberAt(pairs, "F − M", "cohens-d");
    expect(effect.value).toBeCloseTo(d, 10);
    expect(effect.interval?.lower).toBeCloseTo(limits[0], 6);
  });

  it("compares ranks as R does: Kruskal and Wallis, Dunn by Holm and Bonferroni, Mann and Whitney, Cliff", async () => {
    const [tests, , pairs] = tablesOf(await ask({ ...segments, test: "ranks" }));
    const { kruskal_wallis: kruskal, dunn_holm: holm, dunn_bonferroni: bonferroni } = expected.segment;
    expect(numberAt(tests, `${question}: Kruskal–Wallis`, "statistic").value).toBeCloseTo(kruskal.H, 9);
    expect(numberAt(tests, `${question}: Kruskal–Wallis`, "effect-size").value).toBeCloseTo(kruskal.epsilon2_rank, 11);
    const [, , byBonferroni] = tablesOf(await ask({ ...segments, test: "ranks", correction: "bonferroni" }));
    holm.forEach(({ group1, group2, p_adj }: (typeof holm)[number], i: number) => {
      const name = `${group1} − ${group2}`;
      expect(numberAt(pairs, name, "adjusted-p-value").value).toBeCloseTo(p_adj, 10);
      expect(numberAt(byBonferroni, name, "adjusted-p-value").value).toBeCloseTo(bonferroni[i].p_adj, 10);
    });
    const [two, , pair] = tablesOf(await ask({ outcomes: ["sat10"], by: "gender", ...withEffort, test: "ranks" }));
    expect(numberAt(two, `${question}: Mann–Whitney`, "statistic").value).toBe(expected.gender.mann_whitney.W);
    expect(numberAt(two, `${question}: Mann–Whitney`, "p-value").value).toBeCloseTo(
      expected.gender.mann_whitney.p_continuity,
      11,
    );
    expect(numberAt(pair, "F − M", "cliffs-delta").value).toBeCloseTo(expected.gender.cliffs_delta, 11);
  });

  it("weights means and ranks, and takes clusters", async () => {
    const weighted = await ask({ ...everybody, weight: "base_weight" });
    const [tests, groups] = tablesOf(weighted);
    expect(numberAt(groups, "Office", "mean").value).toBeCloseTo(expected.segment.weighted_means.Office, 10);
    expect(numberAt(groups, "Office", "n").value).toBeGreaterThanOrEqual(38);
    // R has its own degrees of freedom; Welch's correction for small groups makes F a little smaller.
    const { F, p } = expected.segment.weighted_regtermtest;
    const found = numberAt(tests, `${question}: Wald's F (weighted)`, "statistic").value;
    expect(found / F).toBeGreaterThan(0.85);
    expect(found / F).toBeLessThan(1);
    expect(numberAt(tests, `${question}: Wald's F (weighted)`, "p-value").value).toBeGreaterThan(p);
    const [ranks] = tablesOf(await ask({ ...everybody, test: "ranks", weight: "base_weight" }));
    expect(numberAt(ranks, `${question}: Weighted rank test`, "p-value").value).toBeLessThan(0.01);
    const [clustered, ofClusters] = tablesOf(await ask({ ...segments, clusters: "store" }));
    expect(
      numberAt(clustered, `${question}: Wald's F (clusters)`, "denominator-degrees-of-freedom").value,
    ).toBeLessThan(25);
    expect(numberAt(ofClusters, "Senior", "mean").value).toBeCloseTo(expected.segment.means.Senior, 10);
    expect(tablesOf(await ask({ ...everybody, test: "ranks", clusters: "store" }))[0].rows).toHaveLength(1);
  });

  it("compares two answers of the same people", async () => {
    const [means, ranks] = tablesOf(
      await ask({ test: "paired", pairs: [{ first: "sat10", second: "ideal10" }], ...withEffort }),
    );
    const paired = expected.paired_sat10_ideal10;
    const name = "Overall satisfaction (1–10) − Compared with the ideal (1–10)";
    const difference = numberAt(means, name, "difference");
    expect(difference.interval?.lower).toBeCloseTo(paired.ci[0], 10);
    expect(difference.interval?.upper).toBeCloseTo(paired.ci[1], 10);
    expect(numberAt(means, name, "p-value").value).toBeCloseTo(paired.p, 12);
    expect(numberAt(means, name, "n").value).toBe(paired.df + 1);
    expect(numberAt(ranks, name, "statistic").value).toBe(paired.wilcoxon_V);
    expect(numberAt(ranks, name, "p-value").value).toBeCloseTo(paired.wilcoxon_p_continuity, 12);
  });

  it("corrects over outcomes, and cuts long lists of pairs with a word", async () => {
    const [tests, , pairs] = tablesOf(await ask({ outcomes: ["ces", "nps"], by: "store", test: "ranks" }));
    expect(pairs.notes.map(({ en }) => en).join()).toContain("not corrected over the outcomes");
    const [first] = tests.rows;
    const at = (code: string) => {
      const cell = first.cells[tests.columns.findIndex((column) => column.code === code)];
      return cell.kind === "number" ? cell.value : Number.NaN;
    };
    expect(at("adjusted-p-value")).toBeGreaterThanOrEqual(at("p-value"));
    if (pairs.rows.length <= 60) expect(pairs.notes.join()).not.toContain("left out");
    else throw new Error("a table of more than 60 rows");
  });
});

describe("groups by hand", () => {
  const values = [1, 2, 3, 4, 5, 3, 4, 2, 5, 3, 4, 4];
  const study = (tiny: readonly number[]) =>
    buildRatedStudy({
      ratings: { y: [...values, ...values.toReversed(), ...values, ...tiny] },
      groups: { g: [...["a", "b", "c"].flatMap((group) => values.map(() => group)), ...tiny.map(() => "tiny")] },
    });
  const ask = { family: "groups", outcomes: ["y"], by: "g" } as const;
  const settings = { ...ask, outcomes: ["y"] };

  it.each(["means", "ranks"] as const)("keeps a group of too few out of every %s, total and test", (test) => {
    const of = (tiny: readonly number[]) => furtherAnalysis(study(tiny), { ...settings, test }).outcome;
    expect(of([1, 1, 1, 1])).toEqual(of([5, 5, 4, 5]));
    const [, groups] = tablesOf(furtherAnalysis(study([1, 1, 1, 1]), { ...settings, test }));
    expect(cellAt(groups, "tiny", "n")).toEqual({ kind: "none", because: "too-few" });
  });

  it("finds no evidence where groups are alike, and says so", () => {
    const result = furtherAnalysis(study([]), settings);
    expect(remarksOf(result)[0]).toContain("no evidence");
    const [tests] = tablesOf(result);
    expect(numberAt(tests, "y: Welch's analysis of variance", "statistic").value).toBeCloseTo(0, 12);
  });

  it("says that nothing can be tested where answers within groups do not vary", () => {
    const equal = buildRatedStudy({
      ratings: { y: [...values.map(() => 2), ...values.map(() => 4)] },
      groups: { g: [...values.map(() => "a"), ...values.map(() => "b")] },
    });
    const result = furtherAnalysis(equal, settings);
    expect(remarksOf(result).some((text) => text.includes("there is no test"))).toBe(true);
  });

  it("is sound whatever was answered", () => {
    for (const test of ["means", "ranks"] as const) {
      expectSoundAnswers(smallStudies(["y", "x"]), { family: "groups", test, outcomes: ["y", "x"], by: "g" }, 100);
      const clustered = { family: "groups", test, outcomes: ["y"], by: "g", clusters: "h" } as const;
      expectSoundAnswers(smallStudies(["y"], {}, { h: ["1", "2", "3"] }), { ...clustered, outcomes: ["y"] }, 60);
    }
    const pairs = [{ first: "y", second: "x" }];
    expectSoundAnswers(smallStudies(["y", "x"]), { family: "groups", test: "paired", pairs }, 100);
  });
});
