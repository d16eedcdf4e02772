import { expect, it } from "vitest";
import { chunked } from "./chunked.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

it("cuts into parts of nearly equal length and loses nothing", () => {
  const parts = chunked(numbers(50), 24);
  expect(parts.map((part) => part.length)).toEqual([17, 17, 16]);
  expect(parts.flat()).toEqual(numbers(50));
});

it("makes no empty part", () => {
  expect(chunked([], 24)).toEqual([]);
  expect(chunked(numbers(24), 24)).toHaveLength(1);
});
