import { normalLower, normalQuantile } from "../distribution/normal.ts";

/** Distribution of the latent variable behind an ordinal answer. */
export interface CumulativeLink {
  readonly name: "logit" | "probit";
  /** P(Z ≤ z). */
  readonly lower: (z: number) => number;
  /** Density, and its derivative; both distributions are symmetric. */
  readonly density: (z: number) => number;
  readonly slope: (z: number) => number;
  readonly quantile: (probability: number) => number;
  /** Of a fit with a |z| beyond this it is asked whether it will ever end. */
  readonly far: number;
}

export const logitLink: CumulativeLink = {
  name: "logit",
  lower: (z) => 1 / (1 + Math.exp(-z)),
  density: (z) => {
    const tail = Math.exp(-Math.abs(z));
    return tail / (1 + tail) ** 2;
  },
  slope: (z) => {
    const tail = Math.exp(-Math.abs(z));
    return (-Math.sign(z) * tail * (1 - tail)) / (1 + tail) ** 3;
  },
  quantile: (probability) => Math.log(probability / (1 - probability)),
  far: 15,
};

export const probitLink: CumulativeLink = {
  name: "probit",
  lower: normalLower,
  density: (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI),
  slope: (z) => (-z * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI),
  quantile: normalQuantile,
  far: 6,
};
