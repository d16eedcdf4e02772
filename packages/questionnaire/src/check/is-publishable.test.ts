import { expect, it } from "vitest";
import { isPublishable } from "./is-publishable.ts";
import { errorAt, warningAt } from "./questionnaire-issue.ts";

it("warnings do not keep a questionnaire from being published; errors do", () => {
  const warning = warningAt("takes-long", ["pages"], { minutes: 9 });
  expect(isPublishable([])).toBe(true);
  expect(isPublishable([warning])).toBe(true);
  expect(isPublishable([warning, errorAt("no-question", ["pages"], {})])).toBe(false);
});
