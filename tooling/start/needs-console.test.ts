import { expect, it } from "vitest";
import { needsConsole } from "./needs-console.ts";

it.each<[boolean, string[]]>([
  [true, []],
  [true, ["start"]],
  [true, ["--role", "web"]],
  [false, ["--role", "worker"]],
  [false, ["--role=analysis"]],
  [false, ["--help"]],
  [false, ["backup", "a.zip"]],
  [false, ["restore", "a.zip"]],
])("the console is built: %s for %j", (expected, args) => {
  expect(needsConsole(args)).toBe(expected);
});
