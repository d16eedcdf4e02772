/** The model that the settings ask for, with its words and the answers it is estimated from. */
import type { ItemScale } from "@manyi/statistics/path-model/index-weights";
import { acsi } from "@manyi/statistics/path-model/models/acsi";
import { ccsi } from "@manyi/statistics/path-model/models/ccsi";
import { ecsi } from "@manyi/statistics/path-model/models/ecsi";
import { pathModelOf, type SatisfactionModel } from "@manyi/statistics/path-model/models/satisfaction-model";
import type { PathModel } from "@manyi/statistics/path-model/path-model";
import type { PathSample } from "@manyi/statistics/path-model/path-sample";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { ratingOf, risingValues } from "../reading/read-columns.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";

const published = { ccsi, acsi, ecsi } as const;

export interface AskedModel {
  readonly model: PathModel;
  /** Construct whose index is wanted. */
  readonly target: string;
  /** What it is called and what to know before relying on it; null for an own model. */
  readonly published: { readonly label: Bilingual; readonly note: Bilingual } | null;
  readonly items: readonly string[];
  /** One an item. */
  readonly scales: readonly ItemScale[];
  readonly sample: PathSample;
  readonly nameOf: (construct: string) => Bilingual;
}

export function askedModel(context: AnalysisContext, analysis: AnalysisOf<"path-model">): AskedModel {
  const source = analysis.model === "own" ? null : published[analysis.model];
  const model = source === null ? ownModel(analysis) : pathModelOf(source, analysis.blocks ?? {});
  const items = model.constructs.flatMap((construct) => construct.items);
  const { variables, weights } = risingValues(context, items);
  const labels = labelsOf(source, analysis);
  return {
    model,
    target: analysis.index ?? source?.indexOf ?? "satisfaction",
    published: source === null ? null : { label: { ...source.label }, note: { ...source.note } },
    items,
    scales: items.map((item) => scaleOf(context, item)),
    sample: { variables: items, columns: variables, caseWeights: weights },
    nameOf: (construct) => bilingual(labels.get(construct) ?? { zh: construct, en: construct }),
  };
}

function ownModel({ constructs = [], paths = [] }: AnalysisOf<"path-model">): PathModel {
  return { constructs: constructs.map(({ code, items, mode = "A" }) => ({ name: code, items, mode })), paths };
}

function labelsOf(source: SatisfactionModel | null, { constructs = [] }: AnalysisOf<"path-model">) {
  const labels = new Map<string, LocalText>();
  for (const { name, label } of source?.constructs ?? []) labels.set(name, { ...label });
  for (const { code, label } of constructs) if (label !== undefined) labels.set(code, label);
  return labels;
}

function scaleOf(context: AnalysisContext, item: string): ItemScale {
  const values = ratingOf(context, item)?.answers.map(({ value }) => value) ?? [];
  return { minimum: Math.min(...values), maximum: Math.max(...values) };
}
