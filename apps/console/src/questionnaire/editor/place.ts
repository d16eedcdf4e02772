/** What of a questionnaire is being edited; part of the page's address. */
export type Place =
  | { readonly kind: "question"; readonly code: string }
  | { readonly kind: "page"; readonly code: string }
  | { readonly kind: "scale"; readonly code: string }
  | { readonly kind: "welcome" }
  | { readonly kind: "thanks" }
  | { readonly kind: "languages" }
  | { readonly kind: "scoring" };

const withCode = ["question", "page", "scale"] as const;
const alone = ["welcome", "thanks", "languages", "scoring"] as const;

/** As it stands in the address: `question.q3`, `welcome`. */
export function placeText(place: Place): string {
  return "code" in place ? `${place.kind}.${place.code}` : place.kind;
}

/** @returns null for what is no place */
export function placeOfText(text: string | undefined): Place | null {
  if (text === undefined) return null;
  const [kind, ...rest] = text.split(".");
  const code = rest.join(".");
  const coded = withCode.find((each) => each === kind);
  if (coded !== undefined && code !== "") return { kind: coded, code };
  const single = alone.find((each) => each === text);
  return single === undefined ? null : { kind: single };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return placeText(one) === placeText(other);
}
