import type { PathsChart } from "@manyi/analysis/results/analyses";
import type { Figure } from "../../document/figure.ts";
import { figureSubtitle, fullName, nameOf, type ReportContext } from "../report-context.ts";
import { numberText } from "./number-text.ts";

/** Constructs and the paths between them; who cannot see it gets every path in words. */
export function pathsFigure(chart: PathsChart, context: ReportContext): Figure {
  const title = fullName(chart.title, context);
  const { common, analyses } = context.messages;
  const labels = new Map(chart.constructs.map(({ code, label }) => [code, nameOf(label, code, context)]));
  const largest = Math.max(0.3, ...chart.paths.map(({ value }) => Math.abs(value)));
  const words = chart.paths.map(({ from, to, value, isClear }) =>
    analyses.path(labels.get(from) ?? from, labels.get(to) ?? to, numberText(value, "points"), isClear === false),
  );
  return {
    title,
    subtitle: figureSubtitle(analyses.pathCoefficients, null, context),
    alternative: common.sentences([title, ...words]),
    reading: analyses.pathsReading,
    table: null,
    chart: {
      kind: "paths",
      constructs: chart.constructs.map(({ code, index, rSquared }) => ({
        code,
        label: labels.get(code) ?? code,
        values: [
          ...(index === null ? [] : [analyses.constructIndex(numberText(index, "index"))]),
          ...(rSquared === null ? [] : [analyses.constructExplained(numberText(rSquared, "share"))]),
        ],
      })),
      paths: chart.paths.map(({ from, to, value, isClear }) => ({
        from,
        to,
        text: numberText(value, "points"),
        strength: Math.abs(value) / largest,
        isClear,
      })),
    },
  };
}
