import { expect, it } from "vitest";
import { newSubmissionId } from "./surroundings.ts";

it("makes a UUID of version 4 of whatever chance gives", () => {
  expect(newSubmissionId((bytes) => bytes.fill(255))).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  expect(newSubmissionId((bytes) => bytes.fill(0))).toBe("00000000-0000-4000-8000-000000000000");
  expect(newSubmissionId((bytes) => bytes.set(Array.from({ length: 16 }, (_, i) => i)))).toBe(
    "00010203-0405-4607-8809-0a0b0c0d0e0f",
  );
});
