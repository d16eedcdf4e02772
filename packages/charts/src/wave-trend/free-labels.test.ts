import { describe, expect, it } from "vitest";
import { evenLabels, freeLabels, type Label } from "./free-labels.ts";

const row = (count: number, slot: number, half: number): readonly Label[] =>
  Array.from({ length: count }, (_, index) => ({ centre: index * slot, half }));

describe("freeLabels", () => {
  it("shows the important ones first and leaves out what would touch them", () => {
    expect(freeLabels(row(5, 10, 10), [4, 0, 1, 2, 3])).toEqual([0, 2, 4]);
  });

  it("shows no label twice", () => {
    expect(freeLabels(row(2, 50, 10), [1, 1, 0])).toEqual([0, 1]);
  });
});

describe("evenLabels", () => {
  it("shows all where all fit", () => {
    expect(evenLabels(row(4, 30, 15))).toEqual([0, 1, 2, 3]);
  });

  it("keeps the same step throughout and always shows the last", () => {
    expect(evenLabels(row(7, 10, 10))).toEqual([0, 2, 4, 6]);
  });

  it("shows the first rather than one that would touch it", () => {
    expect(evenLabels(row(6, 10, 10))).toEqual([0, 3, 5]);
  });

  it("shows nothing of nothing", () => {
    expect(evenLabels([])).toEqual([]);
  });
});
