import type { Finding, FindingText } from "../results/finding.ts";
import { type Language, textIn } from "../results/text-in.ts";

export function findingText(finding: Finding, language: Language): FindingText {
  const { kind, tone, evidence, text } = finding;
  return { kind, tone, evidence, text: textIn(text, language) };
}
