import { setPoint } from "@manyi/analysis/format/set-point";
import type { Grade, KeyFigure } from "@manyi/analysis/results/key-figures";
import type { Block } from "../../document/block.ts";
import { figureText } from "../../format/figure-text.ts";
import { figureSubtitle, nameOf, type ReportContext } from "../report-context.ts";
import { bandNames } from "./grade-text.ts";

/** The key figure on the bands of its grade scale; nothing where it has no grade. */
export function gradeFigure(keyFigure: KeyFigure, context: ReportContext): readonly Block[] {
  const { figure, grade, target } = keyFigure;
  const text = figureText(figure, context.messages);
  if (grade === null || figure.result.kind !== "estimated" || text.kind !== "value") return [];
  const { appendix, keyFigures } = context.messages;
  const conversion = appendix.conversions[grade.conversion]?.name ?? grade.conversion;
  const title = gradeTitle(keyFigure, grade, `${text.value} (${text.interval})`, context);
  const targetText = target === null ? null : setPoint(target.target, figure.unit);
  return [
    {
      kind: "figure",
      figure: {
        title,
        subtitle: figureSubtitle(nameOf(keyFigure.label, keyFigure.id, context), text.n, context),
        alternative: title,
        reading: keyFigures.gradeReading(nameOf(grade.scale, grade.conversion, context), conversion),
        table: null,
        chart: {
          kind: "key-index",
          value: figure.result.value,
          lower: figure.result.interval.lower,
          upper: figure.result.interval.upper,
          text: text.value,
          bands: bandsUpwards(grade, context),
          target:
            target === null || targetText === null
              ? null
              : { value: target.target, label: keyFigures.targetLabel(targetText) },
        },
      },
    },
  ];
}

function gradeTitle({ id, label }: KeyFigure, grade: Grade, value: string, context: ReportContext): string {
  const { keyFigures } = context.messages;
  const { band, reaches } = bandNames(grade, context);
  const name = nameOf(label, id, context);
  return grade.reaches.length > 1
    ? keyFigures.gradeTitleOpen(name, value, reaches)
    : keyFigures.gradeTitle(name, value, band);
}

function bandsUpwards(grade: Grade, context: ReportContext): readonly { label: string; from: number }[] {
  return grade.bands
    .toSorted((one, other) => one.from - other.from)
    .map((band) => ({ label: nameOf(band.label, band.code, context), from: band.from }));
}
