import { type ResultsKey, resultsJobKey } from "../programme/results-key.ts";

/** Which rendering of which results. */
export interface ReportKey extends ResultsKey {
  readonly language: "zh" | "en";
  readonly kind: "page" | "pdf";
}

export function reportJobKey(key: ReportKey): string {
  return `${key.kind}:${key.language}:${resultsJobKey(key)}`;
}
