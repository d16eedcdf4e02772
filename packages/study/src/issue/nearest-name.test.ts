import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

describe("nearestName", () => {
  it("finds the name that was meant", () =>
    expect(nearestName("wieght", ["label", "weight", "target"])).toBe("weight"));
  it("does not care for capitals", () => expect(nearestName("REGION", ["region"])).toBe("region"));
  it("keeps quiet where nothing is near", () => expect(nearestName("xyz", ["label", "weight"])).toBeNull());
  it("stays quick for a text of any length", () => expect(nearestName("x".repeat(1e6), ["x"])).toBeNull());
});
