import type { FindingDetails } from "../findings/finding-details.ts";
import type { IndexWeighting } from "../results/items.ts";
import type { KeyFigureId } from "../results/key-figures.ts";

export interface AnalysisMessages {
  readonly keyFigures: Readonly<Record<KeyFigureId, string>>;
  readonly indexWeightings: Readonly<Record<IndexWeighting, string>>;
  readonly unweighted: string;
  readonly findings: { readonly [C in keyof FindingDetails]: (details: Readonly<FindingDetails[C]>) => string };
}
