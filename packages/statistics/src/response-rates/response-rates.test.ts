import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { type Dispositions, type Rate, responseRates } from "./response-rates.ts";

const number = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2000 }), fc.double({ min: 0, max: 50, noNaN: true }));
const cases: fc.Arbitrary<Dispositions> = fc.record({
  complete: number,
  partial: number,
  refused: number,
  notContacted: number,
  other: number,
  unknownHousehold: number,
  unknownOther: number,
  notEligible: number,
});
const none: Dispositions = {
  complete: 0,
  partial: 0,
  refused: 0,
  notContacted: 0,
  other: 0,
  unknownHousehold: 0,
  unknownOther: 0,
  notEligible: 0,
};
const shown = (rate: Rate) => (rate.kind === "rate" ? rate.value : Number.NaN);

describe("response rates", () => {
  it("lie in 0–1 and rise from the strictest to the mildest", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { rates, eligibility } = responseRates(given);
        expect(unfitNumbers({ rates, eligibility })).toEqual([]);
        for (const rate of Object.values(rates))
          if (rate.kind === "rate") expect(rate.value).toBeLessThanOrEqual(1 + 1e-12);
        const rising = (...names: (keyof typeof rates)[]) => {
          const values = names.map((name) => shown(rates[name]));
          for (let i = 1; i < values.length; i++) {
            const isDefined = !Number.isNaN(values[i - 1]) && !Number.isNaN(values[i]);
            if (isDefined) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1] - 1e-12);
          }
        };
        rising("RR1", "RR3", "RR5");
        rising("RR2", "RR4", "RR6");
        rising("RR1", "RR2");
        rising("COOP1", "COOP2", "COOP4");
        rising("REF1", "REF2", "REF3");
        rising("CON1", "CON2", "CON3");
      }),
    );
  });

  it("do not change when all cases are counted twice, as weighted cases are", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const entries = Object.entries(given).map(([name, count]) => [name, 2 * count]);
        const twice: Dispositions = { ...none, ...Object.fromEntries(entries) };
        const [once, doubled] = [responseRates(given).rates, responseRates(twice).rates];
        expect(shown(doubled.RR3)).toEqual(shown(once.RR3));
        expect(shown(doubled.CON2)).toEqual(shown(once.CON2));
      }),
    );
  });

  it("take the unknown for eligible as far as is said", () => {
    const given = { ...none, complete: 300, refused: 100, unknownOther: 400 };
    expect(shown(responseRates(given, 1).rates.RR3)).toBeCloseTo(300 / 800, 14);
    expect(shown(responseRates(given, 0.25).rates.RR3)).toBeCloseTo(300 / 500, 14);
    expect(shown(responseRates(given, 0).rates.RR3)).toBe(shown(responseRates(given).rates.RR5));
  });

  it("have a variant, not 0, where there are no cases", () => {
    const { rates, eligibility } = responseRates(none);
    expect(eligibility).toEqual({ kind: "no-cases" });
    expect(Object.values(rates).every(({ kind }) => kind === "no-cases")).toBe(true);
    const onlyUnknown = responseRates({ ...none, unknownOther: 50 }).rates;
    expect(onlyUnknown.RR3.kind).toBe("no-cases");
    expect(onlyUnknown.RR1).toEqual({ kind: "rate", value: 0, numerator: 0, denominator: 50 });
    expect(responseRates({ ...none, complete: 5 }, 0.3).rates.RR3).toMatchObject({ value: 1 });
  });

  it("refuse what a caller should not ask", () => {
    expect(() => responseRates({ ...none, complete: -1 })).toThrow(RangeError);
    expect(() => responseRates({ ...none, other: Number.NaN })).toThrow(RangeError);
    expect(() => responseRates(none, 1.2)).toThrow(RangeError);
  });
});
