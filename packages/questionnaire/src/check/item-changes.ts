/**
 * Series carry across versions by the name of an item, so a name keeps its meaning once it was published:
 *
 * - a rating keeps its range, its good end and its conversion; words, appearance and states may change;
 * - a choice stays a choice of the same kind. Options may be added, removed and reworded, but a code must not take over the words
 *   that another code had: that is two options exchanged, and their answers would be mixed;
 * - a text stays a text;
 * - upper and lower case stay: data and studies tell them apart, so the series would break off unseen.
 *
 * Who asks something else gives the question a new code; the old answers stay under the old one.
 */
import type { Questionnaire } from "../definition/questionnaire.ts";
import type { ChoiceItem, Item, RatingItem } from "../item/item.ts";
import { type PlacedItem, placedItems } from "../item/placed-items.ts";
import { errorAt, type QuestionnaireIssue } from "./questionnaire-issue.ts";

export interface FormerVersion {
  readonly number: number;
  readonly questionnaire: Questionnaire;
}

/** @param versions that were published, in any order
 *  @returns an error an item that changed, naming the newest version it differs from */
export function itemChanges(
  versions: readonly FormerVersion[],
  questionnaire: Questionnaire,
): readonly QuestionnaireIssue[] {
  const newestFirst = versions.toSorted((a, b) => b.number - a.number).map(meaningsOf);
  const now = placedItems(questionnaire);
  const meanings = meaningsOf({ number: 0, questionnaire }).byName;
  return now.flatMap(({ item, at }) => {
    const meaning = meanings.get(item.name.toLowerCase());
    const differing = newestFirst.find(({ byName }) => {
      const before = byName.get(item.name.toLowerCase());
      return before !== undefined && meaning !== undefined && differs(before, meaning);
    });
    return differing === undefined
      ? []
      : [errorAt("item-changed", [...at, "code"], { item: item.name, version: differing.number })];
  });
}

interface Meaning {
  readonly item: Item;
  /** What must be equal. */
  readonly form: string;
}

function meaningsOf({ number, questionnaire }: FormerVersion) {
  const meanings = placedItems(questionnaire).map(
    (placed) => [placed.item.name.toLowerCase(), { item: placed.item, form: formOf(placed, questionnaire) }] as const,
  );
  return { number, byName: new Map<string, Meaning>(meanings) };
}

function differs(before: Meaning, now: Meaning): boolean {
  if (before.form !== now.form || before.item.name !== now.item.name) return true;
  if (before.item.kind !== "choice" || now.item.kind !== "choice") return false;
  return exchanged(before.item, now.item) || writtenOtherwise(before.item, now.item);
}

function formOf({ item, at }: PlacedItem, { pages, scales }: Questionnaire): string {
  switch (item.kind) {
    case "rating":
      return ratingForm(item, scales);
    case "choice":
      // One of several, or one of many boxes to tick.
      return `choice ${pages[at[1]]?.questions[at[3]]?.type}`;
    case "number":
    case "date":
    case "text":
      return item.kind;
  }
}

function ratingForm({ scale: { name, minimum, maximum } }: RatingItem, scales: Questionnaire["scales"]): string {
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined;
  const { kind = "range", marks = {} } = scale?.conversion ?? {};
  const inOrder = Object.entries(marks).toSorted(([a], [b]) => Number(a) - Number(b));
  const conversion = kind === "marks" ? inOrder : [];
  return JSON.stringify(["rating", minimum, maximum, scale?.best ?? "highest", kind, conversion]);
}

/** Whether a code now says what another code said and it did not, in any language. Several may have said the same. */
function exchanged(before: ChoiceItem, now: ChoiceItem): boolean {
  const owners = new Map<string, Set<string>>();
  for (const { code, label } of before.options) {
    for (const [language, words] of Object.entries(label)) {
      const said = `${language} ${words.trim()}`;
      owners.set(said, (owners.get(said) ?? new Set()).add(code));
    }
  }
  const known = new Set(before.options.map(({ code }) => code));
  return now.options.some(
    ({ code, label }) =>
      known.has(code) &&
      Object.entries(label).some(([language, words]) => {
        const former = words.trim() === "" ? undefined : owners.get(`${language} ${words.trim()}`);
        return former !== undefined && !former.has(code);
      }),
  );
}

/** Whether a code differs from a former one in upper and lower case alone. */
function writtenOtherwise(before: ChoiceItem, now: ChoiceItem): boolean {
  const formerly = new Map(before.options.map(({ code }) => [code.toLowerCase(), code]));
  return now.options.some(({ code }) => (formerly.get(code.toLowerCase()) ?? code) !== code);
}
