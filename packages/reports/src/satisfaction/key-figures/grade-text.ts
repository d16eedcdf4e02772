import type { Grade } from "@manyi/analysis/results/key-figures";
import { nameOf, type ReportContext } from "../report-context.ts";

/** Names of the band that a value falls into, and of those that its interval reaches. */
export function bandNames(grade: Grade, context: ReportContext): { readonly band: string; readonly reaches: string } {
  const name = (code: string): string => {
    const band = grade.bands.find((candidate) => candidate.code === code);
    return band === undefined ? code : nameOf(band.label, code, context);
  };
  return { band: name(grade.band), reaches: context.messages.common.listed(grade.reaches.map(name)) };
}
