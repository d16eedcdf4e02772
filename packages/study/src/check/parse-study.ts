import type { StudyDefinition } from "../definition/study-definition.ts";
import type { Issue } from "../issue/issue.ts";
import { checkAnalyses } from "./analyses/check-analyses.ts";
import { checkColumns } from "./check-columns.ts";
import { checkIndicators } from "./check-indicators.ts";
import { checkScales } from "./check-scales.ts";
import { checkSettings } from "./check-settings.ts";
import { checkShape } from "./check-shape.ts";
import { readJsonSource } from "./json-source.ts";

export type ParsedStudy =
  | { readonly kind: "study"; readonly definition: StudyDefinition }
  | { readonly kind: "faulty"; readonly issues: readonly Issue[] };

/** Reads the text of a study.json and checks all that can be known without the data.
 *  @param file its name, for messages */
export function parseStudy(file: string, text: string): ParsedStudy {
  const source = readJsonSource(file, text.replace(/^\u{FEFF}/u, ""));
  if (!("value" in source)) return { kind: "faulty", issues: source };
  const shaped = checkShape(source);
  if (!("data" in shaped)) return { kind: "faulty", issues: shaped };
  const issues = [
    ...checkScales(shaped, source),
    ...checkColumns(shaped, source),
    ...checkIndicators(shaped, source),
    ...checkSettings(shaped, source),
    ...checkAnalyses(shaped, source),
  ];
  return issues.length > 0 ? { kind: "faulty", issues } : { kind: "study", definition: shaped };
}
