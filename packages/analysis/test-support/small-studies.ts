/** Studies of few people and of nobody, with answers missing, all alike or of people who count nothing: what an analysis has to
 *  bear, and what must hold of any answer. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { AnalysisDefinition } from "@manyi/study/definition/analyses/analysis-definition";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import fc from "fast-check";
import type { AnalysisResult } from "../src/results/analyses.ts";
import { type Answer, buildRatedStudy } from "./build-rated-study.ts";
import { analysesOf, everyNumber } from "./further-analysis.ts";

const answer = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constant<Answer>("skipped") },
);

function columnOf(length: number): fc.Arbitrary<Answer[]> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.array<Answer>(answer, { minLength: length, maxLength: length }) },
    { weight: 1, arbitrary: answer.map((only) => Array.from({ length }, () => only)) },
  );
}

/** Ratings 1–5 of some columns, groups `g` of three sizes, and a weight `w` that may be 0.
 *  @param choices columns of these codes besides */
export function smallStudies(
  names: readonly string[],
  changes: Partial<StudyDefinition> = {},
  choices: Readonly<Record<string, readonly string[]>> = {},
): fc.Arbitrary<LoadedStudy> {
  const size = fc.oneof(fc.constantFrom(0, 1, 2, 9, 10, 11), fc.integer({ min: 12, max: 40 }));
  return size.chain((length) => {
    const rows = { minLength: length, maxLength: length };
    const groups = {
      g: fc.array(fc.constantFrom("a", "a", "a", "b", "b", "c"), rows),
      ...Object.fromEntries(
        Object.entries(choices).map(([name, codes]) => [name, fc.array(fc.constantFrom(...codes), rows)]),
      ),
    };
    return fc
      .record({
        ratings: fc.record(Object.fromEntries(names.map((name) => [name, columnOf(length)]))),
        groups: fc.record(groups),
        weights: fc.record({
          w: fc.oneof(
            fc.array(fc.constantFrom(0, 0.5, 1, 1, 2, 30), rows),
            fc.constant(Array.from({ length }, () => 0)),
          ),
        }),
      })
      .map((data) => buildRatedStudy(data, { weights: [{ column: "w", label: { zh: "w" } }], ...changes }));
  });
}

/** Every number is finite, and no base lies between nobody and the fewest that are shown; without weights and with them. */
export function expectSoundAnswers(studies: fc.Arbitrary<LoadedStudy>, analysis: AnalysisDefinition, runs = 150): void {
  fc.assert(
    fc.property(studies, (study) => {
      const results = analysesOf(study, [analysis, { ...analysis, weight: "w" }]);
      for (const result of results) {
        if (!everyNumber(result.outcome).every(Number.isFinite)) throw new Error("a number is not finite");
        const few = basesOf(result).filter((n) => n > 0 && n < 10);
        if (few.length > 0) throw new Error(`bases of ${few.join(", ")}`);
      }
    }),
    { numRuns: runs },
  );
}

/** Every n that an answer shows. */
function basesOf({ outcome }: AnalysisResult): readonly number[] {
  if (outcome.kind === "cannot") return [];
  return outcome.parts.flatMap((part): readonly number[] => {
    if (part.kind === "remark") return [];
    if (part.kind === "chart")
      return part.chart.kind === "intervals" ? part.chart.rows.flatMap(({ n }) => n ?? []) : [];
    const { table } = part;
    const column = table.columns.findIndex(({ code }) => code === "n");
    const cells = column === -1 ? [] : table.rows.map(({ cells: all }) => all[column]);
    return [
      ...(table.n === null ? [] : [table.n]),
      ...cells.flatMap((cell) => (cell?.kind === "number" ? cell.value : [])),
    ];
  });
}

/** Sentences of a result in English. */
export function remarksOf({ outcome }: AnalysisResult): readonly string[] {
  if (outcome.kind === "cannot") return [outcome.text.en ?? ""];
  return outcome.parts.flatMap((part) => (part.kind === "remark" ? [part.text.en ?? ""] : []));
}
