import type { StudyResults } from "@manyi/analysis/results/study-results";

/** The results as text. JSON has no NaN and writes null in its place, which a reader would take for "none": so a number that
 *  is none stops here.
 *  @throws Error naming where it stands: a fault of the program */
export function resultsJson(results: StudyResults): string {
  const text = JSON.stringify(
    results,
    (name, value) => {
      if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`results: ${name} is ${value}`);
      return value;
    },
    2,
  );
  return `${text}\n`;
}
