import type { ResultsState } from "@manyi/contract/results/results";
import type { Language } from "../language/current-language.ts";
import { textIn } from "../language/local-text.ts";

type Weights = Extract<ResultsState, { kind: "ready" }>["weights"];

export interface WeightOption {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}

/** The weights one can choose from, unweighted always among them; empty where the study has no weight.
 *  @param wanted as it stands in the address; undefined: what the study says */
export function weightOptions(
  weights: Weights,
  wanted: string | undefined,
  language: Language,
  words: { readonly unweighted: string; readonly ofStudy: (name: string) => string },
): readonly WeightOption[] {
  const named = weights.filter(({ code }) => code !== "none");
  if (named.length === 0) return [];
  const unweighted = { code: "none", label: null };
  const primary = weights.find((weight) => weight.primary)?.code ?? "none";
  return [...named, unweighted].map(({ code, label }) => {
    const name = code === "none" ? words.unweighted : label === null ? code : textIn(label, language);
    return { value: code, text: code === primary ? words.ofStudy(name) : name, chosen: code === (wanted ?? primary) };
  });
}
