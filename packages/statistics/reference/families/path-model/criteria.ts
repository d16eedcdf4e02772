import { type ConstructBlock, constructBlocks } from "../../../src/path-model/construct-block.ts";
import { averageVarianceExtracted } from "../../../src/path-model/criteria/average-variance-extracted.ts";
import { compositeReliability } from "../../../src/path-model/criteria/composite-reliability.ts";
import { rawCronbachAlpha, standardisedCronbachAlpha } from "../../../src/path-model/criteria/cronbach-alpha.ts";
import { fornellLarcker } from "../../../src/path-model/criteria/fornell-larcker.ts";
import {
  geometricHeterotraitMonotrait,
  heterotraitMonotrait,
  type PairRatio,
} from "../../../src/path-model/criteria/heterotrait-monotrait.ts";
import { type ModelFit, modelFit } from "../../../src/path-model/criteria/model-fit.ts";
import { rhoA } from "../../../src/path-model/criteria/rho-a.ts";
import { itemInflation } from "../../../src/path-model/criteria/variance-inflation.ts";
import { type ReferenceTree, type ReferenceValue, tableOfRows } from "../../reference-value.ts";
import { constructsOf } from "./estimates.ts";
import type { PathModelFile } from "./path-model-file.ts";
import { named, namedTable, pairTable } from "./tables.ts";

/** What each key of a file says of reliability, validity and fit. */
export const criteria: Readonly<Record<string, (of: PathModelFile) => ReferenceValue>> = {
  reliability: ({ fit }) => tableOfRows(constructBlocks(fit).map((block) => [block.construct, reliabilities(block)])),
  htmt: (of) => lowerTriangle(of, heterotraitMonotrait(of.fit)),
  htmt2_geometric: (of) => lowerTriangle(of, geometricHeterotraitMonotrait(of.fit)),
  fornell_larcker_diag_sqrtAVE: (of) => namedTable(constructsOf(of), constructsOf(of), fornellLarcker(of.fit).matrix),
  vif_items_within_block: ({ fit }) => {
    const inflation = itemInflation(fit);
    return named(
      inflation.map(({ name }) => name),
      inflation.map(({ factor }) => factor),
    );
  },
  model_fit_cSEM_composites: ({ fit }) => {
    const { saturated, estimated } = modelFit(fit);
    return { saturated: distances(saturated), estimated: distances(estimated) };
  },
};

/** Programs print 1 for a single item. */
function reliabilities(block: ConstructBlock): ReferenceTree {
  if (block.items.length === 1) return { alpha_raw: 1, alpha_std: 1, rho_A: 1, rho_C: 1, AVE: 1 };
  return {
    alpha_raw: rawCronbachAlpha(block),
    alpha_std: standardisedCronbachAlpha(block),
    rho_A: block.mode === "A" ? rhoA(block) : 1,
    rho_C: compositeReliability(block.loadings),
    AVE: averageVarianceExtracted(block.loadings),
  };
}

function lowerTriangle(of: PathModelFile, pairs: readonly PairRatio[]): ReferenceTree {
  return pairTable(
    constructsOf(of),
    pairs.map(({ constructs: [first, second], ratio }) => [second, first, ratio]),
  );
}

/** cSEM takes the geodesic distance in logarithms to base 10, its definition has natural ones. */
function distances(fit: ModelFit): ReferenceTree {
  const { srmr, likelihoodDistance, geodesicDistance, squaredDistance } = fit;
  const toBase10 = geodesicDistance === null ? null : geodesicDistance / Math.LN10 ** 2;
  return { SRMR: srmr, dML: likelihoodDistance, dG: toBase10, dULS: squaredDistance };
}
