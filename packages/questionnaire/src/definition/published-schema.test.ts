import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { QuestionnaireSchema } from "./questionnaire.ts";

const published = fileURLToPath(new URL("../../questionnaire.schema.json", import.meta.url));

it("the published schema is the one that questionnaires are read by", async () => {
  const today = `${JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", ...QuestionnaireSchema }, null, 2)}\n`;
  if (process.env.MANYI_WRITE_SCHEMA === "1") await writeFile(published, today);
  expect(JSON.parse(await readFile(published, "utf8"))).toEqual(JSON.parse(today));
});
