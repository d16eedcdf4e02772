import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { StudySchema } from "./study-definition.ts";

const published = fileURLToPath(new URL("../../study.schema.json", import.meta.url));

it("the published schema is the one that studies are checked by", async () => {
  const today = `${JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", ...StudySchema }, null, 2)}\n`;
  if (process.env.MANYI_WRITE_SCHEMA === "1") await writeFile(published, today);
  expect(JSON.parse(await readFile(published, "utf8"))).toEqual(JSON.parse(today));
});
