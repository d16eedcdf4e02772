import { describe, expect, it } from "vitest";
import { planted } from "../../test-support/planted-texts.ts";
import { sampleFindings } from "../../test-support/sample-findings.ts";
import { sampleReport } from "../../test-support/sample-report.ts";
import { sampleResults } from "../../test-support/sample-results.ts";
import { satisfactionReport } from "../satisfaction/satisfaction-report.ts";
import { renderHtml } from "./render-html.ts";

const page = renderHtml(sampleReport("zh"));

describe("the page", () => {
  it("names its language", () => {
    expect(page).toContain('<html lang="zh-CN">');
    expect(renderHtml(sampleReport("en"))).toContain('<html lang="en">');
  });

  it("has one h1 and headings that skip no level", () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toMatch(/<h[4-6]/);
  });

  it("runs no script and asks for nothing from outside", () => {
    expect(page).not.toMatch(/<script|javascript:|<link|<iframe|@import|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toMatch(/default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-[\w+/=]+&#39;/);
  });

  it("uses no id twice", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it("points only at anchors that exist", () => {
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, anchor]) => anchor);
    for (const anchor of new Set(targets)) expect(page).toContain(`id="${anchor}"`);
  });

  it("gives each chart in three widths with the finding as its alternative text", () => {
    const pictures = page.match(/<picture>/g)?.length;
    expect(page.match(/<source media/g)).toHaveLength(2 * (pictures ?? 0));
    expect(page.match(/<img src="data:image\/svg\+xml;base64,[^"]+" alt="[^"]{4,}"/g)).toHaveLength(pictures ?? 0);
  });

  it("gives every table a caption and names its rows and columns", () => {
    const tables = page.match(/<table/g)?.length ?? 0;
    expect(page.match(/<caption><span>[^<]+<\/span><\/caption>/g)).toHaveLength(tables);
    expect(page.match(/<th scope="row"/g)?.length).toBeGreaterThan(tables);
  });

  it("is the same twice", () => {
    expect(renderHtml(sampleReport("zh"))).toBe(page);
  });
});

describe("texts of a study", () => {
  const results = planted(sampleResults());
  const hostile = renderHtml(
    satisfactionReport(results, "zh", { producedOn: "2026-11-22", findings: planted(sampleFindings("zh")) }),
  );

  it("never become markup of the page", () => {
    const tags = new Set([...hostile.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
    const usual = new Set([...page.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
    expect([...tags].filter((tag) => !usual.has(tag))).toEqual([]);
    expect(hostile.replaceAll(/"[^"]*"/g, "")).not.toMatch(/<[^>]*\son\w+=/);
  });

  it("never become markup of a picture", () => {
    const pictures = [...hostile.matchAll(/base64,([\w+/=]+)/g)].map(([, data]) =>
      Buffer.from(data ?? "", "base64").toString(),
    );
    expect(pictures.length).toBeGreaterThan(10);
    for (const svg of pictures) expect(svg).not.toMatch(/<(script|img|foreignObject|b>)|<svg onload|<[^>]*\son\w+=/);
  });

  it("cannot turn the text around them round", () => {
    expect(hostile).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
