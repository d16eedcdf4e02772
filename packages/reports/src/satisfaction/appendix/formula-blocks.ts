import { inUnit } from "@manyi/analysis/format/unit-format";
import type { KeyFigureId } from "@manyi/analysis/results/key-figures";
import type { Block } from "../../document/block.ts";
import { plain, withSubscripts } from "../../document/run.ts";
import type { ReportContext } from "../report-context.ts";
import { allFigures } from "./all-figures.ts";

const shares: readonly KeyFigureId[] = ["satisfied-rating-share", "csat", "repurchase", "recommendation"];

/** The formulas behind the figures that this report holds, in symbols and words. */
export function formulaBlocks(context: ReportContext): readonly Block[] {
  const { appendix } = context.messages;
  const { formulas } = appendix;
  const { index, keyFigures, weighting } = context.shown;
  const has = (...ids: readonly KeyFigureId[]): boolean => keyFigures.some(({ id }) => ids.includes(id));
  const minimum = index?.respondents.minimumAnsweredShare ?? null;
  const blocks: readonly Block[] = [
    ...conversionFormulas(context),
    ...(index === null ? [] : [formulas.csi, formulas.respondent]).map(formulaBlock),
    ...(minimum === null ? [] : [paragraph(appendix.minimumAnswered(inUnit(minimum, "share", 0)))]),
    ...(has(...shares) ? [formulaBlock(formulas.share)] : []),
    ...(has("nps") ? [formulaBlock(formulas.nps)] : []),
    ...(weighting.column === null ? [] : [formulaBlock(formulas.effectiveN)]),
  ];
  return blocks;
}

function conversionFormulas(context: ReportContext): readonly Block[] {
  const used = new Set(allFigures(context.shown).map(({ conversion }) => conversion));
  return Object.entries(context.messages.appendix.conversions).flatMap(([code, conversion]) =>
    used.has(code) ? [formulaBlock(conversion)] : [],
  );
}

function formulaBlock(formula: { readonly name: string; readonly formula: string; readonly words: string }): Block {
  return {
    kind: "formula",
    name: formula.name,
    formula: withSubscripts(formula.formula),
    words: withSubscripts(formula.words),
  };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", runs: [plain(text)] };
}
