export interface WeightOption {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}

/** The weights one can choose from, unweighted always among them; empty where the study has no weight.
 *  @param wanted as it stands in the address; undefined: what the study says */
export function weightOptions(
  weights: readonly { readonly code: string; readonly primary: boolean }[],
  wanted: string | undefined,
  words: { readonly unweighted: string; readonly ofStudy: (name: string) => string },
): readonly WeightOption[] {
  const named = weights.filter(({ code }) => code !== "none");
  if (named.length === 0) return [];
  const primary = weights.find((weight) => weight.primary)?.code ?? "none";
  return [...named.map(({ code }) => code), "none"].map((code) => {
    const name = code === "none" ? words.unweighted : code;
    return { value: code, text: code === primary ? words.ofStudy(name) : name, chosen: code === (wanted ?? primary) };
  });
}
