/** What the screen must show of results.json: the numbers written by rules of this file's own, not by the product's code. */
import type { Language } from "./words.ts";

type Label = Readonly<Record<Language, string>>;

interface Figure {
  readonly unit: "rating" | "index" | "share" | "nps";
  readonly result: {
    readonly kind: "estimated";
    readonly value: number;
    readonly interval: { readonly lower: number; readonly upper: number };
    readonly n: number;
  };
}

interface Target {
  readonly target: number;
  readonly baseline: number | null;
  readonly due: string | null;
}

interface KeyFigure {
  readonly label: Label;
  readonly figure: Figure;
  readonly companions: readonly Figure[];
  readonly target: Target | null;
}

interface Dimension {
  readonly label: Label;
  readonly weight: number;
  readonly items: readonly string[];
  readonly index: Figure;
  readonly reliability: {
    readonly kind: string;
    readonly alpha: number;
    readonly lower: number;
    readonly upper: number;
  };
}

/** As far as it is compared. */
export interface Results {
  readonly primary: number;
  readonly weightings: readonly {
    readonly keyFigures: readonly KeyFigure[];
    readonly dimensions: readonly Dimension[];
  }[];
}

export interface ExpectedNumber {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly n: string;
}

const NONE = "—";
/** From so many answers on, shares have a decimal. */
const DECIMAL_FROM = 200;

/** Key figures as they stand in the summary: one each. */
export function summaryNumbers(results: Results, language: Language): readonly ExpectedNumber[] {
  const base = baseOfShares(results);
  return keyFiguresOf(results).map(({ label, figure }) => ({ name: label[language], ...texts(figure, base) }));
}

/** Rows of the table of key figures, each figure followed by its companions: value with interval, interval drawn, answers. */
export function keyFigureRows(results: Results): readonly (readonly string[])[] {
  const base = baseOfShares(results);
  return keyFiguresOf(results)
    .flatMap(({ figure, companions }) => [figure, ...companions])
    .map((figure) => {
      const { value, interval, n } = texts(figure, base);
      // A drawn interval stands alone: its decimals are those of its own answers.
      const drawn = figure.unit === "rating" ? NONE : texts(figure, figure.result.n).interval;
      return [`${value} (${interval})`, drawn, n];
    });
}

/** Rows of the table of targets: target, baseline, value with interval, day. */
export function targetRows(results: Results): readonly (readonly string[])[] {
  const base = baseOfShares(results);
  return keyFiguresOf(results).flatMap(({ figure, target }) => {
    if (target === null) return [];
    const { value, interval } = texts(figure, base);
    const baseline = target.baseline === null ? NONE : asSet(target.baseline, figure.unit);
    return [[asSet(target.target, figure.unit), baseline, `${value} (${interval})`, target.due ?? NONE]];
  });
}

/** The table of dimensions, best first: name, items, weight, score with interval, answers, reliability. */
export function dimensionRows(results: Results, language: Language): readonly (readonly string[])[] {
  return primaryOf(results)
    .dimensions.toSorted((one, other) => other.index.result.value - one.index.result.value)
    .map(({ label, items, weight, index, reliability }) => {
      const { value, interval, n } = texts(index, index.result.n);
      const { kind, alpha, lower, upper } = reliability;
      const oneItem = { zh: "仅一项", en: "one item" }[language];
      const alphas = kind === "estimated" ? `${digits(alpha, 2)} (${digits(lower, 2)}–${digits(upper, 2)})` : oneItem;
      return [
        label[language],
        String(items.length),
        `${digits(weight * 100, 1)}%`,
        `${value} (${interval})`,
        n,
        alphas,
      ];
    });
}

function primaryOf({ weightings, primary }: Results) {
  const shown = weightings[primary];
  if (shown === undefined) throw new Error(`no weighting ${primary}`);
  return shown;
}

function keyFiguresOf(results: Results): readonly KeyFigure[] {
  return primaryOf(results).keyFigures;
}

/** Shares that stand under each other have equal decimals: those that the fewest answers allow. */
function baseOfShares(results: Results): number {
  const figures = keyFiguresOf(results).flatMap(({ figure, companions }) => [figure, ...companions]);
  return Math.min(...figures.filter(({ unit }) => unit === "share").map(({ result }) => result.n));
}

function texts({ unit, result }: Figure, base: number): Omit<ExpectedNumber, "name"> {
  const { lower, upper } = result.interval;
  const decimals = unit === "rating" ? 2 : unit === "share" && base < DECIMAL_FROM ? 0 : 1;
  const write = (value: number) => digits(unit === "share" ? value * 100 : value, decimals);
  const sign = unit === "share" ? "%" : "";
  const dash = lower < 0 || upper < 0 ? " – " : "–";
  return {
    value: `${write(result.value)}${sign}`,
    interval: `${write(lower)}${dash}${write(upper)}${sign}`,
    n: digits(result.n, 0),
  };
}

/** A number that somebody has set stands as it was set. */
function asSet(value: number, unit: Figure["unit"]): string {
  return unit === "share" ? `${Number((value * 100).toFixed(2))}%` : String(value);
}

function digits(value: number, decimals: number): string {
  const text = Math.abs(value).toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
