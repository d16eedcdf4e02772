/** A loaded study of any ratings, groups and numbers, column by column; no file. Its ratings are its indicators. */
import type { DataColumn } from "@manyi/dataset/columns/column";
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { type MissingState, missingStates, type RatingScale } from "@manyi/study/definition/scale";
import { answersOf } from "@manyi/study/definition/scale-answers";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import { buildLoadedStudy } from "./build-loaded-study.ts";

/** A scale value, or why there is none. */
export type Answer = number | MissingState;

export interface StudyData {
  readonly ratings: Readonly<Record<string, readonly Answer[]>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Weight columns. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** Ratings by their own scale; the others stand on `five`. */
  readonly scaleOf?: Readonly<Record<string, string>>;
}

const text = (word: string) => ({ zh: word, en: word });
const five: RatingScale = { kind: "rating", minimum: 1, maximum: 5 };

/** @param changes of the definition; a rating called `overall` is the overall satisfaction and no indicator */
export function buildRatedStudy(
  { ratings, groups = {}, weights = {}, scaleOf = {} }: StudyData,
  changes: Partial<StudyDefinition> = {},
): LoadedStudy {
  const scales = { five, ...changes.scales };
  const names = Object.keys(ratings);
  const columns = new Map<string, DataColumn>();
  for (const [name, answers] of Object.entries(ratings)) {
    const book = answersOf(scales[(scaleOf[name] ?? "five") as keyof typeof scales]) ?? [];
    const codeOf = (answer: Answer) =>
      typeof answer === "number"
        ? firstAnswerCode + book.findIndex(({ value }) => value === answer)
        : missingStates.indexOf(answer);
    columns.set(name, { kind: "coded", name, codes: Uint8Array.from(answers, codeOf), answers: book });
  }
  for (const [name, values] of Object.entries(groups)) {
    const codes = [...new Set(values)];
    const book = codes.map((code, value) => ({ code, value, label: text(code) }));
    const coded = Uint8Array.from(values, (value) => firstAnswerCode + codes.indexOf(value));
    columns.set(name, { kind: "coded", name, codes: coded, answers: book });
  }
  for (const [name, values] of Object.entries(weights))
    columns.set(name, { kind: "numeric", name, values: Float64Array.from(values) });
  const asked = names.filter((name) => name !== "overall");
  const { definition, ...loaded } = buildLoadedStudy([], {
    columns: [
      ...names.map((name) => ({ name, type: "rating" as const, scale: scaleOf[name] ?? "five", label: text(name) })),
      ...Object.keys(groups).map((name) => ({ name, type: "choice" as const, label: text(name) })),
      ...Object.keys(weights).map((name) => ({ name, type: "number" as const, label: text(name) })),
    ],
    measures: names.includes("overall") ? { overall: "overall" } : {},
    indicators: asked.map((name) => ({ code: name, label: text(name), question: name })),
    segments: Object.keys(groups),
    ...changes,
    scales,
  });
  const { waves: _, ...withoutWaves } = definition;
  return {
    ...loaded,
    definition: changes.waves === undefined ? withoutWaves : definition,
    dataset: { rows: ratings[names[0]].length, columns },
  };
}
