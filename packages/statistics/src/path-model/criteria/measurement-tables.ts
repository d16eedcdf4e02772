/**
 * Reliability and validity of a questionnaire by its path model, as the two tables that a report prints (GB/T 19038-2009 asks for them in
 * its annex C).
 */
import type { ConstructBlock } from "../construct-block.ts";
import { constructBlocks } from "../construct-block.ts";
import type { PathModelFit } from "../fit.ts";
import { averageVarianceExtracted } from "./average-variance-extracted.ts";
import { compositeReliability } from "./composite-reliability.ts";
import { rawCronbachAlpha, standardisedCronbachAlpha } from "./cronbach-alpha.ts";
import { fornellLarcker } from "./fornell-larcker.ts";
import { geometricHeterotraitMonotrait, heterotraitMonotrait } from "./heterotrait-monotrait.ts";
import { rhoA } from "./rho-a.ts";
import { itemInflation } from "./variance-inflation.ts";

export type ReliabilityRow =
  | {
      readonly kind: "reflective";
      readonly construct: string;
      readonly items: number;
      readonly rawAlpha: number | null;
      readonly standardisedAlpha: number | null;
      readonly rhoA: number | null;
      readonly rhoC: number | null;
      readonly averageVarianceExtracted: number;
    }
  /** One item tells nothing of its own reliability. */
  | { readonly kind: "single-item"; readonly construct: string }
  /** Items that form a construct need not agree: what counts is that they do not repeat each other. */
  | {
      readonly kind: "formative";
      readonly construct: string;
      readonly items: number;
      /** Of its items; null where one follows from the others. */
      readonly largestInflation: number | null;
    };

export interface ValidityRow {
  readonly constructs: readonly [string, string];
  readonly correlation: number;
  readonly htmt: number | null;
  readonly htmt2: number | null;
  /** "not-judged": with a formative construct. */
  readonly fornellLarcker: "met" | "not-met" | "not-judged";
}

export interface ItemRow {
  readonly item: string;
  readonly construct: string;
  readonly weight: number;
  readonly loading: number;
  /** The other construct with which the item correlates most; null in a model of one construct. */
  readonly closestOther: { readonly construct: string; readonly correlation: number } | null;
}

export interface MeasurementTables {
  /** One row a construct. */
  readonly reliability: readonly ReliabilityRow[];
  /** One row a pair of constructs. */
  readonly validity: readonly ValidityRow[];
  readonly items: readonly ItemRow[];
  readonly n: number;
}

/** Golden values: `reliability`, `htmt`, `htmt2_geometric`, `fornell_larcker_diag_sqrtAVE`, `cross_loadings` */
export function measurementTables(fit: PathModelFit): MeasurementTables {
  const blocks = constructBlocks(fit);
  return {
    reliability: blocks.map((block) => reliabilityRow(fit, block)),
    validity: validityRows(fit, blocks),
    items: blocks.flatMap((block, j) => itemRows(fit, block, j)),
    n: fit.n,
  };
}

function reliabilityRow(fit: PathModelFit, block: ConstructBlock): ReliabilityRow {
  const { construct, mode, items, loadings } = block;
  if (items.length === 1) return { kind: "single-item", construct };
  if (mode === "B") {
    const factors = itemInflation(fit).flatMap(({ of, factor }) => (of === construct ? [factor] : []));
    const known = factors.filter((factor) => factor !== null);
    const largestInflation = known.length === factors.length ? Math.max(...known) : null;
    return { kind: "formative", construct, items: items.length, largestInflation };
  }
  return {
    kind: "reflective",
    construct,
    items: items.length,
    rawAlpha: rawCronbachAlpha(block),
    standardisedAlpha: standardisedCronbachAlpha(block),
    rhoA: rhoA(block),
    rhoC: compositeReliability(loadings),
    averageVarianceExtracted: averageVarianceExtracted(loadings),
  };
}

function validityRows(fit: PathModelFit, blocks: readonly ConstructBlock[]): readonly ValidityRow[] {
  const geometric = geometricHeterotraitMonotrait(fit);
  const { violations } = fornellLarcker(fit);
  const placeOf = (name: string) => blocks.findIndex(({ construct }) => construct === name);
  return heterotraitMonotrait(fit).map(({ constructs, ratio }, pair) => {
    const [i, j] = constructs.map(placeOf);
    const notMet = violations.some(
      (each) => each.constructs[0] === constructs[0] && each.constructs[1] === constructs[1],
    );
    const judged = blocks[i].mode === "A" && blocks[j].mode === "A";
    return {
      constructs,
      correlation: fit.constructCorrelations.values[i * blocks.length + j],
      htmt: ratio,
      htmt2: geometric[pair].ratio,
      fornellLarcker: judged ? (notMet ? "not-met" : "met") : "not-judged",
    };
  });
}

function itemRows(fit: PathModelFit, block: ConstructBlock, own: number): readonly ItemRow[] {
  return block.items.map((item, k) => {
    let closestOther: ItemRow["closestOther"] = null;
    for (const [j, { name }] of fit.model.constructs.entries()) {
      const correlation = fit.crossLoadings.values[(block.start + k) * fit.crossLoadings.columns + j];
      const nearest = Math.abs(closestOther?.correlation ?? 0);
      if (j !== own && (closestOther === null || Math.abs(correlation) > nearest))
        closestOther = { construct: name, correlation };
    }
    return { item, construct: block.construct, weight: block.weights[k], loading: block.loadings[k], closestOther };
  });
}
