import { readFileSync } from "node:fs";
import mjml from "mjml";
import { expect, it } from "vitest";

const source = readFileSync(new URL("layout.mjml", import.meta.url), "utf8");

it("is compiled from layout.mjml as it stands (vitest -u compiles it anew)", async () => {
  const { html, errors } = await mjml(source, { validationLevel: "strict" });
  expect(errors).toEqual([]);
  await expect(html).toMatchFileSnapshot("layout.html");
});

it("fetches nothing from anywhere: no fonts, no pictures, no trackers", () => {
  const html = readFileSync(new URL("layout.html", import.meta.url), "utf8");
  expect(html).not.toMatch(/<(img|link|script|iframe)\b|@import|url\(/i);
});
