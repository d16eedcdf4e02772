/** One column: what its name and its cells together make of it. */
import { isCalendarDate } from "../coding/calendar-date.ts";
import { readNumber } from "../coding/number-reader.ts";
import { isFrequency, isWeight } from "./column-doubt.ts";
import type { ColumnSample } from "./column-sample.ts";
import { exceptionsAllowed, mostFit } from "./most-cells.ts";
import { usesHinted } from "./name-hints.ts";
import { type NumberedRating, numberedRating } from "./number-range.ts";
import { type WordedRating, wordedRating } from "./rating-words.ts";
import type { ColumnUse } from "./study-mapping.ts";
import { namesWave } from "./wave-order.ts";

export interface ColumnGuess {
  readonly sample: ColumnSample;
  readonly use: ColumnUse;
  readonly rating: NumberedRating | WordedRating | null;
  /** The use was told by the name, not only by what the cells look like. */
  readonly named: boolean;
}

interface Look {
  readonly sample: ColumnSample;
  readonly cells: readonly string[];
  readonly rating: NumberedRating | WordedRating | null;
}

const mostWaves = 60;
const mostUnits = 1_000;
const mostGroups = 30;
/** Groups people can be told apart by, where the name says nothing. */
const mostUnnamedGroups = 12;

export function guessColumn(sample: ColumnSample): ColumnGuess {
  const cells = [...sample.kinds.keys()];
  const rating = sample.complete ? (wordedRating(sample.kinds) ?? numberedRating(sample.kinds)) : null;
  const look: Look = { sample, cells, rating };
  if (sample.name === "" || sample.filled === 0) return { sample, use: "ignore", rating: null, named: false };
  const hinted = usesHinted(sample.name).find((use) => holds(use, look));
  const use = hinted ?? byContent(look);
  return { sample, use, rating, named: hinted !== undefined };
}

const holding: Readonly<Record<ColumnUse, (look: Look) => boolean>> = {
  ignore: () => true,
  key: ({ sample, cells }) => {
    const repeated = sample.complete ? sample.filled - cells.length : 0;
    return sample.blank + repeated <= exceptionsAllowed(sample.blank + sample.filled);
  },
  weight: ({ sample }) => mostFit(sample.kinds, isWeight, sample.blank),
  frequency: ({ sample }) => mostFit(sample.kinds, isFrequency, sample.blank),
  date: ({ sample }) => mostFit(sample.kinds, isCalendarDate),
  importance: ({ rating }) => rating !== null,
  nps: ({ rating }) => rating?.kind === "numbers" && (rating.range.maximum === 10 || rating.values.includes(0)),
  ces: ({ rating }) => rating !== null,
  repurchase: ({ rating }) => rating !== null && !isTwoSided(rating),
  overall: ({ rating }) => rating !== null,
  item: ({ rating }) => rating !== null,
  wave: ({ sample, cells }) => sample.complete && cells.length >= 2 && cells.length <= mostWaves,
  unit: ({ sample, cells }) => sample.complete && cells.length >= 2 && cells.length <= mostUnits,
  segment: ({ sample, cells }) => sample.complete && cells.length >= 2 && cells.length <= mostGroups,
  choice: () => true,
  number: ({ sample }) => mostFit(sample.kinds, isNumber),
  // Ratings that some wrote words beside are an open answer where the name says so.
  text: ({ rating }) => rating === null || rating.unfit > 0,
};

function holds(use: ColumnUse, look: Look): boolean {
  return holding[use](look);
}

/** Yes and no, as 1 and 2. */
function isTwoSided(rating: NumberedRating | WordedRating): boolean {
  return rating.kind === "numbers" && rating.values.length === 2 && rating.range.maximum === 3;
}

function isNumber(cell: string): boolean {
  return readNumber(cell) !== null;
}

function byContent({ sample, cells, rating }: Look): ColumnUse {
  if (mostFit(sample.kinds, isCalendarDate)) return "date";
  if (cells.length >= 2 && cells.length <= mostWaves && sample.complete && mostFit(sample.kinds, namesWave))
    return "wave";
  if (rating?.kind === "words") return rating.subject === "importance" ? "importance" : "item";
  // Codes of up to three answers are more often a question of facts than a rating.
  if (rating !== null && rating.range.maximum >= 5 && rating.values.length >= 3) return "item";
  if (mostFit(sample.kinds, isNumber)) return cells.length > mostUnnamedGroups ? "number" : "choice";
  if (!sample.complete || isFreeText(sample, cells)) return "text";
  return cells.length >= 2 && cells.length <= mostUnnamedGroups ? "segment" : "choice";
}

/** Hardly anybody writes what somebody else wrote, or they write at length. */
function isFreeText({ filled }: ColumnSample, cells: readonly string[]): boolean {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return length > 25 || (cells.length > mostUnnamedGroups && cells.length > filled / 2);
}
