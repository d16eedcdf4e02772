import { setPoint } from "@manyi/analysis/format/set-point";
import { share } from "@manyi/analysis/format/unit-format";
import type { Counted, KeyFigure } from "@manyi/analysis/results/key-figures";
import type { KeyNumber } from "../../document/block.ts";
import { figureText } from "../../format/figure-text.ts";
import { nameOf, type ReportContext } from "../report-context.ts";
import { bandNames } from "./grade-text.ts";
import { keyFigureBase } from "./key-figure-base.ts";

/** A key figure as it stands in the summary. */
export function keyNumber(keyFigure: KeyFigure, context: ReportContext): KeyNumber {
  const { common } = context.messages;
  const text = figureText(keyFigure.figure, context.messages, keyFigureBase(context));
  const label = nameOf(keyFigure.label, keyFigure.id, context);
  if (text.kind === "missing") return { label, value: text.text, detail: "", remarks: [] };
  return {
    label,
    value: text.value,
    detail: common.subtitle([`(${text.interval})`, common.n(text.n)]),
    remarks: [
      ...gradeRemark(keyFigure, context),
      ...targetRemark(keyFigure, context),
      ...countedRemark(keyFigure, context),
    ],
  };
}

function gradeRemark({ grade }: KeyFigure, context: ReportContext): readonly string[] {
  if (grade === null) return [];
  const { keyFigures } = context.messages;
  const { band, reaches } = bandNames(grade, context);
  return [grade.reaches.length > 1 ? keyFigures.gradeOpen(band, reaches) : keyFigures.grade(band)];
}

function targetRemark({ target, figure }: KeyFigure, context: ReportContext): readonly string[] {
  if (target === null) return [];
  const { keyFigures } = context.messages;
  const value = setPoint(target.target, figure.unit);
  return [keyFigures.targetRemark(value, keyFigures.target[target.verdict])];
}

/** What was counted as satisfied, promoter and so on. */
export function countedRemark({ counted, figure }: KeyFigure, context: ReportContext): readonly string[] {
  return counted === null || figure.result.kind !== "estimated" ? [] : [countedText(counted, figure.result.n, context)];
}

function countedText(counted: Counted, n: number, context: ReportContext): string {
  const { common, keyFigures } = context.messages;
  switch (counted.kind) {
    case "threshold":
      return keyFigures.threshold(setPoint(counted.from, "index"));
    case "answers":
      return keyFigures.counted(
        common.listed(counted.labels.map((label) => nameOf(label, common.notApplicable, context))),
      );
    case "promoters": {
      const { promoters, passives, detractors } = counted;
      return keyFigures.promoters(share(promoters, n), share(passives, n), share(detractors, n));
    }
  }
}
