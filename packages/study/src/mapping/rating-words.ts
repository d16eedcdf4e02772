/**
 * Ratings in words. A word has a side (good, bad, neither) and a strength; the order of a scale follows from the two, so
 * that it need not stand in a list of known scales: 非常满意 > 满意 > 一般 > 不太满意 > 很不满意.
 */
import { type CellCounts, exceptionsAllowed, sumOf } from "./most-cells.ts";
import { specialWord } from "./special-codes.ts";
import type { SpecialMeaning } from "./study-mapping.ts";

export interface WordedRating {
  readonly kind: "words";
  /** From the worst to the best; also those that nobody chose but that belong to the scale. */
  readonly answers: readonly string[];
  readonly special: Readonly<Record<string, SpecialMeaning>>;
  readonly subject: Subject;
  /** Cells that are neither an answer of the scale nor a known code. */
  readonly unfit: number;
}

export type Subject = "satisfaction" | "agreement" | "likelihood" | "importance" | "ease" | "quality";

interface Stem {
  readonly subject: Subject;
  readonly good: RegExp;
  /** Words that are bad without a "not". */
  readonly bad: RegExp;
  readonly mirror: (word: string) => string | null;
}

const notZh = /不/;
/** 非常满意 → 非常不满意, 比较满意 → 不太满意; and the other way round. */
function mirrorZh(stem: string): (word: string) => string | null {
  return (word) => {
    if (!word.includes(stem)) return null;
    if (word === `不太${stem}`) return `比较${stem}`;
    if (notZh.test(word)) return word.replace("不", "");
    return /^(比较|较)/.test(word) ? `不太${stem}` : word.replace(stem, `不${stem}`);
  };
}

function mirrorEn(good: string, bad: string): (word: string) => string | null {
  return (word) => {
    const lower = word.toLowerCase();
    if (lower.includes(bad)) return matchCase(lower.replace(bad, good), word);
    return lower.includes(good) ? matchCase(lower.replace(good, bad), word) : null;
  };
}

function matchCase(text: string, like: string): string {
  return /^[A-Z]/.test(like) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const never = /(?!)/;
const stems: readonly Stem[] = [
  { subject: "satisfaction", good: /满意/, bad: never, mirror: mirrorZh("满意") },
  { subject: "agreement", good: /同意|认同|赞同/, bad: /反对/, mirror: mirrorZh("同意") },
  { subject: "importance", good: /重要/, bad: never, mirror: mirrorZh("重要") },
  { subject: "likelihood", good: /可能|愿意|推荐|会/, bad: never, mirror: mirrorZh("可能") },
  { subject: "ease", good: /容易|轻松|方便|便捷/, bad: /费力|困难|难|麻烦/, mirror: mirrorZh("容易") },
  { subject: "quality", good: /^(非常|很|十分|比较|较)?(好|优|优秀|良|良好)$/, bad: /差/, mirror: () => null },
  {
    subject: "satisfaction",
    good: /satisf/i,
    bad: /dissatisf|unsatisf/i,
    mirror: mirrorEn("satisfied", "dissatisfied"),
  },
  { subject: "agreement", good: /agree/i, bad: /disagree/i, mirror: mirrorEn("agree", "disagree") },
  { subject: "likelihood", good: /likely/i, bad: /unlikely/i, mirror: mirrorEn("likely", "unlikely") },
  { subject: "importance", good: /important/i, bad: /unimportant/i, mirror: mirrorEn("important", "unimportant") },
  { subject: "ease", good: /easy/i, bad: /difficult|hard/i, mirror: mirrorEn("easy", "difficult") },
  { subject: "quality", good: /good|excellent/i, bad: /poor|bad|terrible/i, mirror: () => null },
];

const neutral =
  /^(一般般?|中立|普通|中等|中|尚可|还行|还可以|说不上|无所谓|neutral|neither\b.*|undecided|average|fair|ok|okay|so-so|moderate|mixed)$/i;
const strongest = /极|完全|最|completely|totally|extremely|excellent|terrible/i;
const strong = /非常|十分|很|特别|优|very|strongly|highly|definitely/i;
const weak = /比较|较|有点|有些|不太|不怎么|还算|基本|somewhat|fairly|rather|slightly|quite|mostly|良/i;
const noted = /^not\b|\bnot\b|^un|^in(?=convenient)/i;

const mostAnswers = 11;

interface Word {
  readonly cell: string;
  readonly plain: string;
  readonly count: number;
}

/** @param kinds the different cells of a column
 *  @returns null where most of them are no ratings in words, or often two say the same */
export function wordedRating(kinds: CellCounts): WordedRating | null {
  const special: Record<string, SpecialMeaning> = {};
  const words: Word[] = [];
  for (const [cell, count] of kinds) {
    const meaning = specialWord(cell);
    if (meaning !== null) special[cell] = meaning;
    else words.push({ cell, plain: withoutNumber(cell), count });
  }
  words.sort((a, b) => b.count - a.count);
  const cells = sumOf(words.map(({ count }) => count));
  const allowed = exceptionsAllowed(cells);
  // Open answers: too many kinds for a scale, whatever they say.
  if (cells - sumOf(words.slice(0, mostAnswers).map(({ count }) => count)) > allowed) return null;
  const fitting = stems
    .map((stem) => ({ stem, ...placedOn(words, stem) }))
    .filter(({ ofStem, placedCells }) => ofStem >= 2 && cells - placedCells <= allowed)
    .sort((a, b) => b.placedCells - a.placedCells);
  if (fitting.length === 0) return null;
  const [{ stem, placed }] = fitting;
  const full = [...placed, ...missing(placed, stem)].sort((a, b) => a.value - b.value);
  const answers = full.map(({ cell }) => cell);
  const known = sumOf(answers.map((cell) => kinds.get(cell) ?? 0));
  return { kind: "words", answers, special, subject: stem.subject, unfit: cells - known };
}

/** Words of the stem, or neither here nor there; of two that say the same the more frequent one.
 *  @param words the most frequent first */
function placedOn(words: readonly Word[], stem: Stem) {
  const byValue = new Map<number, Placed>();
  let ofStem = 0;
  let placedCells = 0;
  for (const { cell, plain, count } of words) {
    const isOfStem = stem.good.test(plain) || stem.bad.test(plain);
    const value = sidedStrength(plain, stem);
    if ((!isOfStem && !neutral.test(plain)) || byValue.has(value)) continue;
    byValue.set(value, { cell, plain, value });
    placedCells += count;
    if (isOfStem) ofStem++;
  }
  return { placed: [...byValue.values()], ofStem, placedCells };
}

function sidedStrength(plain: string, { bad }: Stem): number {
  if (neutral.test(plain)) return 0;
  const strength = strongest.test(plain) ? 4 : strong.test(plain) ? 3 : weak.test(plain) ? 1 : 2;
  return bad.test(plain) || notZh.test(plain) || noted.test(plain) ? -strength : strength;
}

interface Placed {
  readonly cell: string;
  readonly plain: string;
  readonly value: number;
}

/** A scale has as many answers on one side as on the other: what nobody chose is added, in the words of the others. */
function missing(placed: readonly Placed[], stem: Stem): readonly Placed[] {
  const good = placed.filter(({ value }) => value > 0);
  const bad = placed.filter(({ value }) => value < 0);
  // 基本满意 stands in the middle of a scale of four that is not even.
  if (good.length === bad.length || placed.some(({ plain }) => /基本/.test(plain))) return [];
  const from = good.length > bad.length ? good : bad;
  const there = new Set((good.length > bad.length ? bad : good).map(({ value }) => value));
  const wanted = Math.abs(good.length - bad.length);
  const added = from
    .filter(({ value }) => !there.has(-value))
    .flatMap(({ plain, value }) => {
      const word = stem.mirror(plain);
      return word === null ? [] : [{ cell: word, plain: word, value: -value }];
    });
  const oneSided = there.size === 0 && !placed.some(({ value }) => value === 0);
  const middle = oneSided ? [{ cell: /[a-z]/i.test(from[0].plain) ? "Neutral" : "一般", plain: "", value: 0 }] : [];
  return [...added.slice(0, wanted), ...middle];
}

/** “5.非常满意”, “A、满意”, “4 - Satisfied” without what stands before the word. */
function withoutNumber(cell: string): string {
  return cell
    .normalize("NFKC")
    .trim()
    .replace(/^[(（]?(\d{1,2}|[A-Ka-k])([.、:：)）]\s*|\s*[-–—=]\s*|分\s*[-–—:：]?\s*)(?=\S)/, "")
    .trim();
}
