import { count, fixed } from "@manyi/analysis/format/number";
import { share } from "@manyi/analysis/format/unit-format";
import type { Driver, DriverResult } from "@manyi/analysis/results/explain";
import type { Block } from "../document/block.ts";
import type { Draft } from "../document/report-document.ts";
import { plain } from "../document/run.ts";
import { type Cell, missingCell, numberCell, row, type Table } from "../document/table.ts";
import { pNumber } from "../format/p-value.ts";
import { weightShare } from "../format/weight-share.ts";
import { figureSubtitle, nameCell, nameOf, type ReportContext } from "./report-context.ts";
import { sectionAnchors } from "./section-anchors.ts";

type Estimated = Extract<DriverResult, { kind: "estimated" }>;

/** Above this a coefficient is unsteady (Hair 2021). */
const varianceInflationLimit = 5;

/** What goes with overall satisfaction; null where nobody asked about it. */
export function driversSection(context: ReportContext): Draft | null {
  const { drivers: result } = context.shown;
  if (result.kind === "not-asked") return null;
  const { drivers } = context.messages;
  const blocks = result.kind === "estimated" ? estimatedBlocks(result, context) : [why(result, context)];
  return { anchor: sectionAnchors.drivers, heading: drivers.heading, blocks };
}

function why(result: Exclude<DriverResult, Estimated | { kind: "not-asked" }>, context: ReportContext): Block {
  const { common, drivers } = context.messages;
  const text =
    result.kind === "too-few-answers"
      ? drivers.tooFew(count(result.n), count(result.required))
      : drivers.singular(common.listed(result.variables.map((code) => itemName(code, context))));
  return { kind: "note", tone: "note", runs: [plain(text)] };
}

function itemName(code: string, context: ReportContext): string {
  const item = context.shown.items.find((candidate) => candidate.code === code);
  return item === undefined ? code : nameOf(item.label, code, context);
}

function estimatedBlocks(result: Estimated, context: ReportContext): readonly Block[] {
  const { common, drivers } = context.messages;
  const outcome = nameOf(result.outcomeLabel, result.outcome, context);
  const intro = common.sentences([
    drivers.intro(outcome, fixed(result.rSquared, 2), fixed(result.adjustedRSquared, 2), count(result.n)),
    drivers.shares,
    result.exact ? drivers.exact : drivers.sampled,
    result.resamples > 0 ? drivers.resamples(count(result.resamples)) : drivers.noResamples,
  ]);
  return [
    { kind: "note", tone: "caution", runs: [plain(drivers.caution)] },
    { kind: "paragraph", runs: [plain(intro)] },
    driversFigure(result, context),
    { kind: "table", table: driversTable(result, context) },
    ...warnings(result, context).map((text): Block => ({ kind: "note", tone: "caution", runs: [plain(text)] })),
  ];
}

function driversFigure(result: Estimated, context: ReportContext): Block {
  const { drivers } = context.messages;
  const title = driversTitle(result, context);
  return {
    kind: "figure",
    figure: {
      title,
      subtitle: figureSubtitle(drivers.subtitle, count(result.n), context),
      alternative: title,
      reading: "",
      table: null,
      chart: {
        kind: "driver-bars",
        rows: result.drivers.map(({ label, item, lmg }) => ({
          label: nameOf(label, item, context),
          share: lmg.share,
          interval: lmg.interval,
          text: share(lmg.share, result.n),
        })),
      },
    },
  };
}

/** A driver is named only where the lower limit of its share is above an even one; the findings keep the same rule. */
function driversTitle({ drivers, n }: Estimated, context: ReportContext): string {
  const { common, drivers: messages } = context.messages;
  const even = 1 / drivers.length;
  const standOut = drivers.filter(({ lmg }) => (lmg.interval?.lower ?? 0) > even);
  const names = standOut.map(({ label, item }) => nameOf(label, item, context));
  return names.length === 0 ? messages.titleEven(share(even, n)) : messages.title(common.listed(names), share(even, n));
}

function driversTable(result: Estimated, context: ReportContext): Table {
  const { columns, caption } = context.messages.drivers;
  const numbers = [
    columns.lmg,
    columns.interval,
    columns.johnson,
    columns.beta,
    columns.coefficient,
    columns.p,
    columns.vif,
    columns.correlation,
  ];
  return {
    caption: `${caption} (${context.messages.common.n(count(result.n))})`,
    columns: [
      { heading: columns.item, role: "name" },
      ...numbers.map((heading) => ({ heading, role: "number" }) as const),
    ],
    rows: result.drivers.map((driver) => row(driverCells(driver, context))),
    notes: [],
  };
}

function driverCells(driver: Driver, context: ReportContext): readonly Cell[] {
  const { lmg, johnson } = driver;
  const none = missingCell(context.messages.common.notApplicable);
  const interval =
    lmg.interval === null
      ? none
      : numberCell(`${fixed(lmg.interval.lower * 100, 1)}–${weightShare(lmg.interval.upper)}`);
  return [
    nameCell(driver.label, driver.item, context),
    numberCell(weightShare(lmg.share)),
    interval,
    numberCell(weightShare(johnson.share)),
    numberCell(fixed(driver.standardised, 2)),
    numberCell(`${fixed(driver.coefficient, 2)} (${fixed(driver.standardError, 2)})`),
    driver.pValue === null ? none : numberCell(pNumber(driver.pValue)),
    numberCell(fixed(driver.varianceInflation, 1)),
    numberCell(fixed(driver.correlation, 2)),
  ];
}

function warnings({ drivers }: Estimated, context: ReportContext): readonly string[] {
  const { common, drivers: messages } = context.messages;
  const names = (chosen: readonly Driver[]) =>
    common.listed(chosen.map(({ label, item }) => nameOf(label, item, context)));
  const negative = drivers.filter(({ coefficient, correlation }) => coefficient < 0 && correlation > 0);
  const collinear = drivers.filter(({ varianceInflation }) => varianceInflation > varianceInflationLimit);
  return [
    ...(negative.length === 0 ? [] : [messages.negative(names(negative))]),
    ...(collinear.length === 0 ? [] : [messages.collinear(names(collinear))]),
  ];
}
