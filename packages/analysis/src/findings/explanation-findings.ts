import { inUnit } from "../format/unit-format.ts";
import type { Driver, DriverResult } from "../results/explain.ts";
import type { Finding } from "../results/finding.ts";
import type { ItemResult } from "../results/items.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { finding } from "./finding.ts";
import { names, percent } from "./wording.ts";

/** Strong and weak items, what to improve first, what goes with satisfaction. */
export function explanationFindings(shown: WeightingResults): readonly Finding[] {
  return [...itemFindings(shown), ...priorityFindings(shown), ...driverFindings(shown.drivers)];
}

/** An item is above (below) the index only where its whole interval is. */
function itemFindings(shown: WeightingResults): readonly Finding[] {
  const csi = shown.keyFigures.find((figure) => figure.id === "csi")?.figure.result;
  const items = shown.items.filter((item) => item.weight !== null);
  if (csi?.kind !== "estimated" || items.length < 3) return [];
  const { interval, value, n } = csi;
  const limits = (item: ItemResult) => (item.index.result.kind === "estimated" ? item.index.result.interval : null);
  const above = items.filter((item) => (limits(item)?.lower ?? -1) > interval.upper);
  const below = items.filter((item) => (limits(item)?.upper ?? 101) < interval.lower);
  const evidence = { section: "items", subject: null } as const;
  const csiText = inUnit(value, "index", n);
  const say = (code: "items-above" | "items-below", some: readonly ItemResult[]) =>
    some.length === 0
      ? []
      : [
          finding(
            code,
            {
              kind: code === "items-above" ? "strength" : "weakness",
              tone: code === "items-above" ? "good" : "bad",
              evidence,
            },
            (language) => ({
              items: names(
                byIndex(some, code).map((item) => item.label),
                language,
              ),
              csi: csiText,
            }),
          ),
        ];
  return [...say("items-above", above), ...say("items-below", below)];
}

function byIndex(items: readonly ItemResult[], code: "items-above" | "items-below"): readonly ItemResult[] {
  const value = (item: ItemResult) => (item.index.result.kind === "estimated" ? item.index.result.value : 0);
  const direction = code === "items-above" ? -1 : 1;
  return items.toSorted((a, b) => direction * (value(a) - value(b)));
}

/** Improve first what is surely below the line of performance and surely above that of importance: both intervals whole.
 *  Derived importance has no interval, so nothing is said on it. */
function priorityFindings({ matrices }: WeightingResults): readonly Finding[] {
  const matrix = matrices[0];
  const first = (matrix?.points ?? []).filter(
    ({ performanceInterval, importanceInterval }) =>
      performanceInterval.upper < matrix.performanceLine && (importanceInterval?.lower ?? 0) > matrix.importanceLine,
  );
  if (matrix === undefined || first.length === 0) return [];
  const ranked = first.toSorted((a, b) => b.importance - a.importance);
  return [
    finding(
      "matrix-priority",
      { kind: "priority", tone: "bad", evidence: { section: "matrix", subject: null } },
      (language) => ({
        items: names(
          ranked.map((point) => point.label),
          language,
        ),
      }),
    ),
  ];
}

/** A driver stands out only where the lower limit of its share is above an even share. */
function driverFindings(drivers: DriverResult): readonly Finding[] {
  if (drivers.kind !== "estimated") return [];
  const even = 1 / drivers.drivers.length;
  const standOut = drivers.drivers.filter((driver: Driver) => (driver.lmg.interval?.lower ?? 0) > even);
  const explained = percent(drivers.rSquared, drivers.n);
  const meaning = { kind: "driver", tone: "neutral", evidence: { section: "drivers", subject: null } } as const;
  if (standOut.length === 0) return [finding("drivers-even", meaning, () => ({ explained }))];
  return [
    finding("drivers-above-even", meaning, (language) => ({
      items: names(
        standOut.map((driver) => driver.label),
        language,
      ),
      even: percent(even, drivers.n),
      explained,
    })),
  ];
}
