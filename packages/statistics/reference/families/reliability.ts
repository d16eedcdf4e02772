import { type Moments, momentsOf } from "../../src/moments/moments.ts";
import { cronbachAlpha } from "../../src/reliability/cronbach-alpha.ts";
import { guttmanLambda6 } from "../../src/reliability/guttman-lambda6.ts";
import { type ItemOfScale, itemAnalysis } from "../../src/reliability/item-analysis.ts";
import { averageVarianceExtracted, compositeReliability, omegaTotal } from "../../src/reliability/omega.ts";
import { oneFactorModel } from "../../src/reliability/one-factor.ts";
import { samplingAdequacy, sphericityTest } from "../../src/reliability/sampling-adequacy.ts";
import { oddItems, splitHalf } from "../../src/reliability/split-half.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { keyByKey } from "../key-by-key.ts";
import { treeAt } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { isTree, type ReferenceTree, type ReferenceValue } from "../reference-value.ts";
import { surveyOrTable } from "../survey-or-table.ts";

/** Scales by name; a minus before an item of `reverse_keyed` turns it. */
export const reliability: Family = {
  compute: (file) => {
    const names = Object.keys(file.values);
    return keyByKey(names, (name) => scaleValues(file, name));
  },
  // What psych takes from an iterative fit (lavaan) is good to 1e-6, the rest is in closed form.
  tolerance: ([, key]) => (/^(omega|composite|ave(_se)?$|std_loadings)/.test(key) ? { absolute: 1e-6 } : null),
};

/** Only what a file asks for is computed: a scale without a common factor still has its α. */
function scaleValues(file: ReferenceFile, name: string): ReferenceTree {
  const asked = treeAt(file.values, name);
  const moments = momentsOfScale(file, name, asked);
  const confidence = confidenceIn(file, Object.keys(asked));
  const known = {
    ...alphaValues(moments, confidence),
    ...factorValues(moments, confidence),
    ...adequacyValues(moments),
  };
  const keys = Object.keys(asked).filter((key) => !key.endsWith("_WRONG"));
  return Object.fromEntries(
    keys.map((key) => {
      const value = known[key.startsWith("feldt_ci") ? "feldt_ci" : key];
      if (value === undefined) throw new Error(`what is ${key}?`);
      return [key, value()];
    }),
  );
}

type Values = Readonly<Record<string, () => ReferenceValue>>;

function alphaValues(moments: Moments, confidence: number): Values {
  const alpha = estimated(cronbachAlpha(moments, confidence));
  const { items } = estimated(itemAnalysis(moments));
  const byItem = (value: (item: ItemOfScale) => ReferenceValue): ReferenceTree =>
    Object.fromEntries(items.map((item) => [item.item, value(item)]));
  return {
    n: () => alpha.n,
    raw_alpha: () => alpha.value,
    std_alpha: () => alpha.standardised,
    alpha_se: () => alpha.standardError,
    guttman_lambda6: () => estimated(guttmanLambda6(moments)).value,
    average_r: () => alpha.averageCorrelation,
    feldt_ci: () => [alpha.interval.lower, alpha.interval.upper],
    item_total_r_corrected: () => byItem(({ correctedItemTotal }) => correctedItemTotal),
    alpha_if_deleted: () => byItem(({ alphaIfDeleted }) => alphaIfDeleted),
    odd_even_spearman_brown: () => estimated(splitHalf(moments, oddItems(items.length), confidence)).value,
  };
}

function factorValues(moments: Moments, confidence: number): Values {
  const model = () => estimated(oneFactorModel(moments));
  const omega = () => estimated(omegaTotal(model(), confidence));
  const composite = () => estimated(compositeReliability(model(), confidence));
  const ave = () => estimated(averageVarianceExtracted(model(), confidence));
  return {
    omega_total_1factor_unstandardised: () => omega().value,
    omega_se: () => omega().standardError,
    composite_reliability_standardised: () => composite().value,
    composite_reliability_se: () => composite().standardError,
    ave: () => ave().value,
    ave_se: () => ave().standardError,
    std_loadings: () => {
      const { items, standardisedLoadings } = model();
      return Object.fromEntries(items.map((item, i) => [item, standardisedLoadings[i]]));
    },
  };
}

function adequacyValues(moments: Moments): Values {
  const adequacy = () => estimated(samplingAdequacy(moments));
  const sphericity = () => variant(sphericityTest(moments), "tested");
  return {
    kmo_overall: () => adequacy().overall,
    kmo_items: () => Object.fromEntries(adequacy().items.map(({ item, value }) => [item, value])),
    bartlett_chi2: () => sphericity().chiSquare,
    bartlett_df: () => sphericity().degreesOfFreedom,
    bartlett_p: () => sphericity().pValue,
  };
}

/** `options.conf` where it is said, else what the name of the interval says: feldt_ci95. */
function confidenceIn(file: ReferenceFile, keys: readonly string[]): number {
  if (typeof file.options.conf === "number") return file.options.conf;
  const said = keys.map((key) => /^feldt_ci(\d+)$/.exec(key)?.[1]).find((percent) => percent !== undefined);
  return said === undefined ? 0.95 : Number(said) / 100;
}

/** Covariances of a turned item change their sign whatever the scale's ends are. */
function momentsOfScale(file: ReferenceFile, name: string, asked: ReferenceTree): Moments {
  const data = surveyOrTable(file);
  const columns = itemsOf(file, name, asked).map((item) => {
    const isTurned = item.startsWith("-");
    const variable = isTurned ? item.slice(1) : item;
    const values = data.numbers(variable);
    return { variable, values: isTurned ? values.map((value) => -value) : values };
  });
  return momentsOf({
    variables: columns.map(({ variable }) => variable),
    columns: columns.map(({ values }) => values),
  });
}

/** Of `reverse_keyed`; a scale that it does not name has the items of its item-total correlations, none turned. */
function itemsOf(file: ReferenceFile, name: string, asked: ReferenceTree): readonly string[] {
  const keyed = file.options.reverse_keyed;
  const said = isTree(keyed) ? keyed[name] : undefined;
  if (Array.isArray(said)) return said.map(String);
  return Object.keys(treeAt(asked, "item_total_r_corrected"));
}
