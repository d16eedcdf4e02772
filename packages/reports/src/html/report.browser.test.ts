import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { browserPath, launchBrowser } from "@manyi/tooling/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleReport } from "../../test-support/sample-report.ts";
import { renderHtml } from "./render-html.ts";

const screens = [
  { language: "zh", width: 390 },
  { language: "zh", width: 1440 },
  { language: "en", width: 390 },
  { language: "en", width: 1440 },
] as const;

describe.skipIf(browserPath === undefined)("the report as a web page", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  let browser: Browser;

  beforeAll(async () => {
    for (const language of ["zh", "en"] as const) {
      writeFileSync(join(folder, `${language}.html`), renderHtml(sampleReport(language)));
    }
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page on a screen, with what it asked of the network and what the browser complained of. */
  async function open(language: "zh" | "en", width: number) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url().slice(0, 5)));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(join(folder, `${language}.html`)).href);
    return { page, requests, complaints };
  }

  async function sidewaysScroll(page: Page): Promise<number> {
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  it.each(screens)("has nothing that axe objects to: $language at $width px", async ({ language, width }) => {
    const { page } = await open(language, width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it.each(screens)("never scrolls sideways: $language at $width px", async ({ language, width }) => {
    const { page } = await open(language, width);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it("asks for nothing but itself and breaks no rule of its own", async () => {
    const { page, requests, complaints } = await open("zh", 1440);
    await page.waitForLoadState("networkidle");
    expect(requests.filter((start) => start !== "file:" && start !== "data:")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("draws every chart", async () => {
    const { page } = await open("zh", 390);
    const broken = await page.evaluate("[...document.images].filter((image) => image.naturalWidth === 0).length");
    expect(broken).toBe(0);
  });
});
