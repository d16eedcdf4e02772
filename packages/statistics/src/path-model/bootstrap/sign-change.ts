import { turnConstruct } from "../kernel.ts";
import type { PathModelKernel } from "../kernel-state.ts";

/**
 * What is done where a construct comes out of a resample the other way round. "none": nothing beyond what every estimate gets (most
 * loadings positive). "construct": it is turned where its loadings are closer to the original's that way. "individual": each weight,
 * loading and path gets the sign of the original, which makes every one of them look certain of its sign.
 * Source: Tenenhaus et al. 2005, 4.2.
 */
export type SignChange = "none" | "construct" | "individual";

/** The original's, in the layout of the kernel. */
export interface Signs {
  readonly weights: Float64Array;
  /** Constructs × items. */
  readonly crossLoadings: Float64Array;
  readonly paths: Float64Array;
}

export function signsOf({ weights, crossLoadings, paths }: PathModelKernel): Signs {
  return { weights: weights.slice(), crossLoadings: crossLoadings.slice(), paths: paths.slice() };
}

/**
 * Turns every construct for which Σ (λ − λ₀)² > Σ (λ + λ₀)². Tenenhaus et al. compare |Σ (λ − λ₀)| with |Σ (λ + λ₀)|, which is the same
 * where the loadings of a block agree in sign, and a toss-up where they cancel out.
 */
export function turnConstructsTowards(kernel: PathModelKernel, { crossLoadings }: Signs): void {
  const { starts } = kernel.layout;
  const p = kernel.weights.length;
  for (let j = 0; j < kernel.rSquared.length; j++) {
    let agreement = 0;
    for (let a = starts[j]; a < starts[j + 1]; a++)
      agreement += kernel.crossLoadings[j * p + a] * crossLoadings[j * p + a];
    if (agreement < 0) turnConstruct(kernel, j);
  }
}

/** Total effects then follow from the paths as changed. */
export function takeSigns(kernel: PathModelKernel, signs: Signs): void {
  withSigns(kernel.weights, signs.weights);
  withSigns(kernel.crossLoadings, signs.crossLoadings);
  withSigns(kernel.paths, signs.paths);
}

function withSigns(values: Float64Array, signs: Float64Array): void {
  for (let place = 0; place < values.length; place++) {
    if (values[place] * signs[place] < 0) values[place] = -values[place];
  }
}
