import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformWithOxc } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { buildRespondent } from "../build.ts";
import { sampleQuestionnaire } from "../test-support/sample-questionnaire.ts";
import { type OpenPages, openPages } from "./open-pages.ts";

describe("the built pages", () => {
  let open: OpenPages;
  beforeAll(async () => {
    await buildRespondent();
    open = await openPages();
  });

  const document = (overrides: object = {}) =>
    open.pages.question({
      questionnaire: sampleQuestionnaire,
      version: 3,
      link: "link",
      language: "en",
      id: "11111111-1111-4111-8111-111111111111",
      stamp: "st.amp",
      page: "start",
      answers: {},
      faults: [],
      sequence: 0,
      wave: "open",
      ...overrides,
    });

  it("hold no syntax newer than the oldest browsers: there is nothing left to lower", async () => {
    const scripts = readdirSync(open.assets).filter((file) => file.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(2);
    const lowered = async (code: string, target: string) => (await transformWithOxc(code, "a.js", { target })).code;
    expect(await lowered("a = b ?? c;", "es2017")).not.toBe(await lowered("a = b ?? c;", "esnext"));
    for (const file of scripts) {
      const code = readFileSync(join(open.assets, file), "utf8");
      expect(await lowered(code, "es2017")).toBe(await lowered(code, "esnext"));
    }
  });

  it("name a script that is there, and carry the style that the hash is of", async () => {
    const text = document();
    const script = /<script defer src="\/respondent\/assets\/([^"]+)"/.exec(text)?.[1] ?? "";
    expect(readdirSync(open.assets)).toContain(script);
    expect(script).toMatch(/^runtime-en-/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    expect(open.pages.styleHash).toBe(`'sha256-${Buffer.from(digest).toString("base64")}'`);
    expect(text).not.toMatch(/ style="/);
  });

  it("tell the browser one language only, and nothing of the scoring", () => {
    const scoring = { indicators: [{ code: "quality", label: { zh: "质量", en: "Quality" }, item: "overall" }] };
    const text = document({ questionnaire: { ...sampleQuestionnaire, scoring } });
    expect(text).toContain('<html lang="en" dir="ltr">');
    expect(text).toContain("Very satisfied");
    expect(text).not.toContain("非常满意");
    expect(text).not.toContain("Quality");
  });

  it("choose nothing for anybody", () => {
    expect(document()).not.toMatch(/ checked| selected/);
    expect(document({ answers: { overall: 4 } }).match(/ checked/g)).toHaveLength(1);
  });

  it("speak English around a questionnaire in a language we have no words in, written its own way", () => {
    const text = document({ questionnaire: { ...sampleQuestionnaire, languages: ["ar", "en"] }, language: "ar" });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain(">Next<");
  });

  it("say why there is nothing to answer, in both languages", () => {
    for (const kind of ["not-found", "closed", "differs", "too-many", "busy", "unreadable", "unexpected"] as const) {
      const [zh, en] = ["zh", "en"].map((language) =>
        open.pages.notice({ kind, language, requestId: "r-1", back: "/s/x" }),
      );
      expect(zh).toMatch(/<h1[^>]*>[^<]*\p{Script=Han}/u);
      expect(en).toMatch(/<h1[^>]*>[A-Z]/);
      expect(en).toContain("r-1");
    }
  });
});
