import { setPoint } from "../format/set-point.ts";
import type { Finding, FindingTone } from "../results/finding.ts";
import type { KeyFigure, KeyFigureId } from "../results/key-figures.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { textIn } from "../results/text-in.ts";
import { finding } from "./finding.ts";
import { name, names, worded } from "./wording.ts";

/** How high, which grade, which target. */
export function levelFindings(shown: WeightingResults, satisfiedFrom: number): readonly Finding[] {
  const of = (id: KeyFigureId) => shown.keyFigures.find((figure) => figure.id === id);
  const csi = of("csi");
  const overall = of("csat");
  const nps = of("nps");
  return [
    ...(csi === undefined ? [] : [...csiLevel(csi), ...csiGrade(csi), ...threeMeasures(csi, of, satisfiedFrom)]),
    ...(csi === undefined && overall !== undefined ? csatLevel(overall, shown) : []),
    ...(nps === undefined ? [] : npsLevel(nps)),
    ...shown.keyFigures.flatMap(targetFinding),
  ];
}

const keyEvidence = (subject: KeyFigureId) => ({ section: "key-figures", subject }) as const;

function csiLevel({ figure }: KeyFigure): readonly Finding[] {
  const words = worded(figure);
  return words === null
    ? []
    : [finding("csi-level", { kind: "level", tone: "neutral", evidence: keyEvidence("csi") }, () => words)];
}

function csiGrade({ grade }: KeyFigure): readonly Finding[] {
  if (grade === null) return [];
  const labels = grade.reaches.flatMap((code) =>
    grade.bands.filter((band) => band.code === code).map((band) => band.label),
  );
  const meaning = { kind: "grade", tone: "neutral", evidence: keyEvidence("csi") } as const;
  return grade.reaches.length === 1
    ? [
        finding("csi-grade-certain", meaning, (language) => ({
          grade: names(labels, language),
          scale: textIn(grade.scale, language),
        })),
      ]
    : [
        finding("csi-grade-open", meaning, (language) => ({
          grades: names(labels, language),
          scale: textIn(grade.scale, language),
        })),
      ];
}

function threeMeasures(
  csi: KeyFigure,
  of: (id: KeyFigureId) => KeyFigure | undefined,
  satisfiedFrom: number,
): readonly Finding[] {
  const customers = of("satisfied-customer-rate");
  const ratings = of("satisfied-rating-share");
  const words = [csi, customers, ratings].map((figure) => (figure === undefined ? null : worded(figure.figure)));
  const [index, customer, rating] = words;
  if (!index || !customer || !rating) return [];
  return [
    finding(
      "three-measures",
      { kind: "level", tone: "neutral", evidence: keyEvidence("satisfied-customer-rate") },
      () => ({
        index: index.value,
        customers: customer.value,
        from: setPoint(satisfiedFrom, "index"),
        ratings: rating.value,
      }),
    ),
  ];
}

function csatLevel({ figure }: KeyFigure, shown: WeightingResults): readonly Finding[] {
  const words = worded(figure);
  const item = shown.items.find((i) => i.code === figure.subject);
  if (words === null || item === undefined) return [];
  return [
    finding("csat-level", { kind: "level", tone: "neutral", evidence: keyEvidence("csat") }, (language) => ({
      ...words,
      question: name(item.label, language),
    })),
  ];
}

function npsLevel({ figure }: KeyFigure): readonly Finding[] {
  const words = worded(figure);
  if (words === null || figure.result.kind !== "estimated") return [];
  const { lower, upper } = figure.result.interval;
  const evidence = keyEvidence("nps");
  if (lower > 0) return [finding("nps-positive", { kind: "level", tone: "good", evidence }, () => words)];
  if (upper < 0) return [finding("nps-negative", { kind: "level", tone: "bad", evidence }, () => words)];
  return [finding("nps-balanced", { kind: "level", tone: "neutral", evidence }, () => words)];
}

const targetCodes = { met: "target-met", missed: "target-missed", open: "target-open" } as const;
const targetTones: Readonly<Record<keyof typeof targetCodes, FindingTone>> = {
  met: "good",
  missed: "bad",
  open: "neutral",
};

function targetFinding({ id, label, figure, target }: KeyFigure): readonly Finding[] {
  const words = worded(figure);
  if (target === null || words === null || figure.result.kind !== "estimated") return [];
  return [
    finding(
      targetCodes[target.verdict],
      { kind: "target", tone: targetTones[target.verdict], evidence: keyEvidence(id) },
      (language) => ({ ...words, measure: textIn(label, language), target: setPoint(target.target, figure.unit) }),
    ),
  ];
}
