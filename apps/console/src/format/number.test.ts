import { describe, expect, it } from "vitest";
import { bytes, count, headlineInterval, headlineNumber } from "./number.ts";

const headline = { label: { zh: "得分" }, value: 72.41, lower: 71.1, upper: 73.68, unit: "index", n: 1180 } as const;

describe("headline numbers", () => {
  it("have one decimal as index and NPS, with a real minus", () => {
    expect(headlineNumber(72.41, headline)).toBe("72.4");
    expect(headlineNumber(-9.04, { unit: "nps", n: 900 })).toBe("−9.0");
  });

  it("have no decimals as a share below 200 answers, one from there on", () => {
    expect(headlineNumber(0.4062, { unit: "share", n: 199 })).toBe("41%");
    expect(headlineNumber(0.4062, { unit: "share", n: 200 })).toBe("40.6%");
  });

  it("bear their interval, kept readable where it is below zero", () => {
    expect(headlineInterval(headline)).toBe("71.1–73.7");
    expect(headlineInterval({ ...headline, unit: "nps", lower: -12.1, upper: -5.9 })).toBe("−12.1 – −5.9");
  });

  it("have no interval where there is none", () => {
    expect(headlineInterval({ ...headline, lower: null })).toBeNull();
  });
});

describe("counts and sizes", () => {
  it("are grouped in thousands and told in the largest fitting unit", () => {
    expect(count(12345)).toBe("12,345");
    expect([bytes(312), bytes(48_213), bytes(4_200_000)]).toEqual(["312 B", "48.2 kB", "4.2 MB"]);
  });
});
