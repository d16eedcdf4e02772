import type { LocalText } from "../definition/primitives.ts";

/** What stands between the two in a language's own writing. */
const joints: Readonly<Record<string, string>> = { zh: "：", ja: "：" };

/** Two texts as one label, in the languages that both have.
 *  @returns the second alone where they share none */
export function joinedText(first: LocalText, second: LocalText): LocalText {
  const shared = Object.keys(second).filter((language) => first[language] !== undefined && first[language] !== "");
  if (shared.length === 0) return second;
  return Object.fromEntries(
    shared.map((language) => {
      const joint = joints[language.split("-")[0] ?? ""] ?? ": ";
      return [language, `${first[language]}${joint}${second[language]}`];
    }),
  );
}
