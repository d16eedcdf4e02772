import type { PathModel } from "../src/path-model/path-model.ts";
import type { PathSample } from "../src/path-model/path-sample.ts";
import type { Random } from "../src/random/xoshiro.ts";
import { pathModelOf, type SimulatedModel, simulatedAnswers } from "./simulated-path-data.ts";

/** Image acts on quality and satisfaction, quality on satisfaction; three equal items each. */
export function smallPopulation(
  imageToQuality: number,
  imageToSatisfaction: number,
  qualityToSatisfaction: number,
): SimulatedModel {
  const loadings = [0.8, 0.8, 0.8];
  return {
    constructs: ["image", "quality", "satisfaction"].map((name) => ({ name, loadings })),
    paths: [
      { from: "image", to: "quality", coefficient: imageToQuality },
      { from: "image", to: "satisfaction", coefficient: imageToSatisfaction },
      { from: "quality", to: "satisfaction", coefficient: qualityToSatisfaction },
    ],
  };
}

export const usualPopulation = smallPopulation(0.5, 0.2, 0.5);

/** Items are named image1, image2, … */
export const smallModel: PathModel = pathModelOf(usualPopulation);

/** Normal answers with mean 0 and variance 1. */
export function smallSample(n: number, random: Random, population: SimulatedModel = usualPopulation): PathSample {
  return simulatedAnswers(population, n, random);
}

/** Answers from 1 to 10, those of every item spread alike. */
export function asRatings(sample: PathSample): PathSample {
  const rating = (value: number) => Math.min(10, Math.max(1, Math.round(6.4 + 1.6 * value)));
  return { ...sample, columns: sample.columns.map((column) => column.map(rating)) };
}
