import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import type { Wave } from "./circumstances.ts";

/**
 * Who asks in other words may get other answers: a difference between two waves is then not one of the customers alone. An item keeps
 * its name when its words change, so the waves in which they did are kept beside it.
 * @param versions in any order
 * @param waves in their order of time
 * @returns rated item → codes of the waves that asked it in other words than the wave before that asked it
 */
export function rewordedItems(
  versions: readonly { readonly number: number; readonly questionnaire: Questionnaire }[],
  waves: readonly Wave[],
): ReadonlyMap<string, readonly string[]> {
  const wordings = new Map(versions.map(({ number, questionnaire }) => [number, wordingsOf(questionnaire)]));
  const before = new Map<string, string>();
  const reworded = new Map<string, readonly string[]>();
  for (const wave of waves) {
    for (const [item, words] of wordingsIn(wave, wordings)) {
      const former = before.get(item);
      if (former !== undefined && former !== words) reworded.set(item, [...(reworded.get(item) ?? []), wave.code]);
      before.set(item, words);
    }
  }
  return reworded;
}

/** What a wave asked of each item; more than one wording where it was reworded while the wave was open. */
function wordingsIn(wave: Wave, wordings: ReadonlyMap<number, ReadonlyMap<string, string>>): Map<string, string> {
  const asked = new Map<string, Set<string>>();
  for (const number of wave.versions) {
    for (const [item, words] of wordings.get(number) ?? []) asked.set(item, (asked.get(item) ?? new Set()).add(words));
  }
  return new Map([...asked].map(([item, words]) => [item, [...words].toSorted().join("\n")]));
}

/** Rated items: all that is read of each, in all languages. Spaces at the ends are not read. */
function wordingsOf(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const rated = itemsOf(questionnaire).filter((item) => item.kind === "rating");
  return new Map(rated.map(({ name, wording }) => [name, JSON.stringify(wording.map(inAllLanguages))]));
}

function inAllLanguages(text: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const words = Object.entries(text).map(([language, said]) => [language, said.normalize("NFC").trim()] as const);
  return words.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
