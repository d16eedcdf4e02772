import { listResponses } from "@manyi/contract/programme/responses";
import { describe, expect, it } from "vitest";
import { addressOf } from "./call.ts";

describe("the address of a route", () => {
  it("holds its parameters escaped and leaves out what is undefined", () => {
    const query = { wave: undefined, state: "valid", size: 50 };
    expect(addressOf(listResponses, { programmeId: "a/b" }, query)).toBe(
      "/api/programmes/a%2Fb/responses?state=valid&size=50",
    );
  });

  it("has no question mark without a query", () => {
    expect(addressOf(listResponses, { programmeId: "1" }, {})).toBe("/api/programmes/1/responses");
  });
});
