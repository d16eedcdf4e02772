import { describe, expect, it } from "vitest";
import type { Condition } from "../definition/condition.ts";
import { holds } from "./holds.ts";

const cells = { rated: "3", zero: "0", chosen: "b", written: "好", na: "NA", hidden: "NS" };

describe("a condition", () => {
  it.each<[Condition]>([
    [{ item: "rated", from: 3 }],
    [{ item: "rated", to: 3 }],
    [{ item: "rated", from: 1, to: 5 }],
    [{ item: "zero", to: 0 }],
    [{ item: "chosen", oneOf: ["a", "b"] }],
    [{ item: "rated", oneOf: ["3"] }],
    [{ item: "rated", is: "answered" }],
    [{ item: "written", is: "answered" }],
    [{ item: "na", is: "not-applicable" }],
    [{ item: "na", is: "unanswered" }],
    [{ item: "hidden", is: "unanswered" }],
    [{ item: "skipped", is: "unanswered" }],
    [{ not: { item: "rated", from: 4 } }],
    [
      {
        all: [
          { item: "rated", from: 3 },
          { item: "chosen", oneOf: ["b"] },
        ],
      },
    ],
    [
      {
        any: [
          { item: "rated", from: 4 },
          { item: "chosen", oneOf: ["b"] },
        ],
      },
    ],
  ])("holds: %j", (condition) => expect(holds(condition, cells)).toBe(true));

  it.each<[Condition]>([
    [{ item: "rated", from: 4 }],
    [{ item: "rated", to: 2 }],
    [{ item: "chosen", oneOf: ["c"] }],
    [{ item: "rated", is: "unanswered" }],
    [{ item: "na", is: "dont-know" }],
    [{ item: "na", is: "answered" }],
    [{ item: "hidden", is: "answered" }],
    [
      {
        all: [
          { item: "rated", from: 3 },
          { item: "rated", from: 4 },
        ],
      },
    ],
    [{ any: [{ item: "rated", from: 4 }] }],
    [{ not: { item: "rated", from: 3 } }],
  ])("does not hold: %j", (condition) => expect(holds(condition, cells)).toBe(false));

  it.each(["skipped", "na", "hidden", "constructor", "__proto__"])(
    "compares nothing that was not answered: %s",
    (item) => {
      expect(holds({ item, from: 0 }, cells)).toBe(false);
      expect(holds({ item, to: 10 }, cells)).toBe(false);
      expect(holds({ item, oneOf: ["NA", "NS", "a"] }, cells)).toBe(false);
    },
  );
});
