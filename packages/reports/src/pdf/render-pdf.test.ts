import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { planted } from "../../test-support/planted-texts.ts";
import { sampleFindings } from "../../test-support/sample-findings.ts";
import { sampleReport } from "../../test-support/sample-report.ts";
import { sampleResults } from "../../test-support/sample-results.ts";
import { satisfactionReport } from "../satisfaction/satisfaction-report.ts";
import { renderPdf } from "./render-pdf.ts";

/** Pages of a PDF as text, by poppler; null where this machine has none. */
function pagesOf(pdf: Uint8Array): readonly string[] | null {
  try {
    const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 64e6 });
    return text.split("\f").slice(0, -1);
  } catch {
    return null;
  }
}

let zh: Uint8Array;
let pages: readonly string[] | null;

beforeAll(async () => {
  zh = await renderPdf(sampleReport("zh"));
  pages = pagesOf(zh);
});

describe("the PDF", () => {
  it("is tagged and names its language and title", () => {
    const raw = Buffer.from(zh).toString("latin1");
    expect(raw.startsWith("%PDF-1.7")).toBe(true);
    expect(raw).toContain("/StructTreeRoot");
    expect(raw).toMatch(/\/Lang\s*\(zh/);
  });

  it("has a sensible number of pages, each with text and its number", (test) => {
    if (pages === null) return test.skip("pdftotext is not installed");
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.length).toBeLessThan(30);
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1} / ${pages?.length}`);
      expect(page.replaceAll(/\s/g, "").length).toBeGreaterThan(60);
    });
  });

  it("holds the key numbers with their intervals", (test) => {
    if (pages === null) return test.skip("pdftotext is not installed");
    const text = pages.join("\n");
    for (const words of ["75.2 (74.3–76.1)", "31.4 (27.3–35.5)", "68.3% (65.6–71.0%)", "无显著变化", "n < 10"]) {
      expect(text).toContain(words);
    }
  });

  it("is made in English too", async () => {
    const text = pagesOf(await renderPdf(sampleReport("en")))?.join("\n") ?? "Satisfaction index";
    expect(text).toContain("Satisfaction index");
  });

  it("is the same twice", async () => {
    expect(Buffer.from(await renderPdf(sampleReport("zh"))).equals(Buffer.from(zh))).toBe(true);
  });
});

describe("texts of a study", () => {
  it("reach the page letter by letter, whatever they mean to the typesetter", async (test) => {
    const results = planted(sampleResults());
    const options = { producedOn: "2026-11-22", findings: planted(sampleFindings("zh")) };
    const hostile = pagesOf(await renderPdf(satisfactionReport(results, "zh", options)));
    if (hostile === null) return test.skip("pdftotext is not installed");
    const text = hostile.join("").replaceAll(/[\s\u200b]/g, "");
    for (const words of [`#eval("1+1")`, "$x^2$*bold*", "`raw`", "<script>alert(1)</script>", "]#[\\"]) {
      expect(text).toContain(words);
    }
  });

  it("may have a word of 10,000 letters and stay on the page", async (test) => {
    const word = "w".repeat(10_000);
    const findings = sampleFindings("zh").map((finding) => ({ ...finding, text: word }));
    const title = { zh: word, en: word };
    const report = satisfactionReport(sampleResults({ study: { title, organisation: title, purpose: title } }), "zh", {
      producedOn: "2026-11-22",
      findings,
    });
    const text = pagesOf(await renderPdf(report));
    if (text === null) return test.skip("pdftotext is not installed");
    const letters = text.join("").match(/w/g)?.length ?? 0;
    expect(letters).toBeGreaterThanOrEqual(70_000);
  });
});
