/** Everything that may be said of a study's results, the most telling first. */
import type { Finding } from "../results/finding.ts";
import type { StudyResults } from "../results/study-results.ts";
import { cautions } from "./cautions.ts";
import { changeFindings } from "./change-findings.ts";
import { explanationFindings } from "./explanation-findings.ts";
import { groupFindings } from "./group-findings.ts";
import { levelFindings } from "./level-findings.ts";

/** @param satisfiedFrom threshold of a satisfied customer, 0–100 */
export function findings(results: Omit<StudyResults, "findings">, satisfiedFrom: number): readonly Finding[] {
  const shown = results.weightings[results.primary];
  return [
    ...levelFindings(shown, satisfiedFrom),
    ...changeFindings(shown),
    ...explanationFindings(shown),
    ...groupFindings(shown),
    ...cautions(results, shown),
  ];
}
