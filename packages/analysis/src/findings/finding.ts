import { en } from "../messages/en.ts";
import type { AnalysisMessages } from "../messages/messages.ts";
import { zh } from "../messages/zh.ts";
import type { Evidence, Finding, FindingKind, FindingTone } from "../results/finding.ts";
import type { Language } from "../results/text-in.ts";
import type { FindingCode, FindingDetails } from "./finding-details.ts";

/** Makes a finding from the details of its sentence in each language. */
export function finding<C extends FindingCode>(
  code: C,
  meaning: { readonly kind: FindingKind; readonly tone: FindingTone; readonly evidence: Evidence },
  details: (language: Language) => Readonly<FindingDetails[C]>,
): Finding {
  const say = (messages: AnalysisMessages, language: Language) => messages.findings[code](details(language));
  return { ...meaning, code, text: { zh: say(zh, "zh"), en: say(en, "en") } };
}
