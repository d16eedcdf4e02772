import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const source = new URL("../", import.meta.url);

/** Packages that a module brings with it, through all it imports as values. */
function packagesOf(module: URL, seen = new Set<string>()): readonly string[] {
  if (seen.has(module.href)) return [];
  seen.add(module.href);
  const imports = readFileSync(module, "utf8").matchAll(/^import (?!type )[^;]*?from "([^"]+)"/gm);
  return [...imports].flatMap(([, from = ""]) =>
    from.startsWith(".") ? packagesOf(new URL(from, module), seen) : [from],
  );
}

it.each([
  "evaluation/evaluate.ts",
  "content/in-language.ts",
  "content/best-language.ts",
  "content/estimated-seconds.ts",
  "check/check-questionnaire.ts",
  "check/item-changes.ts",
  "check/is-publishable.ts",
  "messages/issue-text.ts",
])("%s brings no package into a browser", (module) => {
  expect(packagesOf(new URL(module, source))).toEqual([]);
});

it("sees a package that would come along", () => {
  expect(packagesOf(new URL("check/read-questionnaire.ts", source))).toContain("ajv");
  expect(packagesOf(new URL("check/read-questionnaire.ts", source))).toContain("typebox");
});
