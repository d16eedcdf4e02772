/** A first guess at what the columns of a data file are, for somebody to look over. */

import { doubtOf } from "./column-doubt.ts";
import { type ColumnGuess, guessColumn } from "./column-guess.ts";
import type { ColumnSample, FileSample } from "./column-sample.ts";
import { labelIn } from "./label-language.ts";
import { mostFit } from "./most-cells.ts";
import { type NumberedRating, widened } from "./number-range.ts";
import { questionParts, subjectOf } from "./question-parts.ts";
import type { ColumnMapping, ColumnUse, StudyMapping } from "./study-mapping.ts";
import { inOrderOfTime, namesWave } from "./wave-order.ts";

/** Uses that a study has once; a column that comes too late is what it would be without its name. */
const single: ReadonlySet<ColumnUse> = new Set(["key", "overall", "nps", "ces", "repurchase", "wave", "frequency"]);
const ratings: ReadonlySet<ColumnUse> = new Set(["item", "importance", "overall", "nps", "ces", "repurchase"]);

const untitled = { zh: "满意度调查", en: "Satisfaction survey" };

/** @param title shown until somebody writes a better one: the file's name */
export function guessMapping(sample: FileSample, title: string): StudyMapping {
  const guesses = recommendedByContent(onceEach(sample.columns.map(guessColumn)));
  const ranges = guesses.flatMap(({ use, rating }) =>
    ratings.has(use) && rating?.kind === "numbers" ? [rating.range] : [],
  );
  const questions = sharedQuestions(guesses);
  const items = guesses.filter(({ use }) => use === "item");
  const columns = guesses
    .filter(({ sample: { name } }) => name !== "")
    .map((guess) => mapped(guess, ranges, questions, items));
  return { title: title === "" ? untitled : labelIn(title.slice(0, 200)), columns };
}

function onceEach(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const owners = new Map<ColumnUse, ColumnGuess>();
  for (const guess of guesses) {
    if (!single.has(guess.use)) continue;
    const before = owners.get(guess.use);
    if (before === undefined || strength(guess) > strength(before)) owners.set(guess.use, guess);
  }
  return guesses.map((guess) => {
    if (!single.has(guess.use) || owners.get(guess.use) === guess) return guess;
    const use = guess.rating !== null && ratings.has(guess.use) ? "item" : guess.use === "key" ? "text" : "segment";
    return { ...guess, use: guess.use === "frequency" ? "number" : use };
  });
}

/** A column called a wave whose cells are called like waves beats one that is only called so. */
function strength({ named, use, sample }: ColumnGuess): number {
  const speaks = use === "wave" && mostFit(sample.kinds, namesWave);
  return (named ? 2 : 0) + (speaks ? 1 : 0);
}

/** The only question from 0 to 10 of a file is the recommendation, whatever it is called. */
function recommendedByContent(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  if (guesses.some(({ use }) => use === "nps")) return guesses;
  const zeroToTen = guesses.filter(
    ({ use, rating }) => use === "item" && rating?.kind === "numbers" && rating.range.minimum === 0,
  );
  return zeroToTen.length === 1
    ? guesses.map((guess) => (guess === zeroToTen[0] ? { ...guess, use: "nps" as const } : guess))
    : guesses;
}

/** Questions that at least two items share: the dimensions. */
function sharedQuestions(guesses: readonly ColumnGuess[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { use, sample } of guesses) {
    const { question } = questionParts(sample.name);
    if (use === "item" && question !== null) counts.set(question, (counts.get(question) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([question]) => question));
}

function mapped(
  { sample, use, rating }: ColumnGuess,
  ranges: readonly NumberedRating["range"][],
  questions: ReadonlySet<string>,
  items: readonly ColumnGuess[],
): ColumnMapping {
  const { question, label } = questionParts(sample.name);
  const isShared = question !== null && questions.has(question);
  const rated = ratings.has(use) ? rating : null;
  const about = use === "importance" ? aboutItem(sample.name, items) : null;
  const base: ColumnMapping = {
    name: sample.name,
    use: use === "importance" && about === null ? "ignore" : use,
    label: labelIn((isShared ? label : sample.name).slice(0, 200)),
    range: rated?.kind === "numbers" ? rangeFor(use, rated, ranges) : null,
    answers: rated?.kind === "words" ? rated.answers : use === "wave" ? wavesOf(sample) : null,
    reversed: rated?.kind === "numbers" && /费力|how much effort|dissatisf/i.test(sample.name),
    special: rated?.special ?? {},
    belongsTo: about ?? (use === "item" && isShared ? question : null),
  };
  const doubt = doubtOf(base, sample);
  return doubt === null ? base : { ...base, doubt };
}

function rangeFor(
  use: ColumnUse,
  rating: NumberedRating,
  ranges: readonly NumberedRating["range"][],
): NumberedRating["range"] {
  // The recommendation runs from 0, also where nobody chose it.
  return use === "nps" ? { minimum: 0, maximum: 10 } : widened(rating, ranges);
}

/** Where most cells name a time, the others are no waves. */
function wavesOf({ kinds }: ColumnSample): readonly string[] {
  const speaking = [...kinds.keys()].filter(namesWave);
  const isSpoken = speaking.length >= 2 && mostFit(kinds, namesWave);
  return inOrderOfTime(isSpoken ? speaking : kinds.keys());
}

function aboutItem(name: string, items: readonly ColumnGuess[]): string | null {
  const subject = subjectOf(name);
  return subject === "" ? null : (items.find((item) => subjectOf(item.sample.name) === subject)?.sample.name ?? null);
}
