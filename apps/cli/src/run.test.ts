import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildStudy, type FolderFiles, studyFolder } from "@manyi/study/test-support/study-folder";
import { describe, expect, it, onTestFinished } from "vitest";
import { listeningTerminal } from "../test-support/listening-terminal.ts";
import { run } from "./run.ts";

const tenants = fileURLToPath(new URL("../../../examples/tenants", import.meta.url));
const english = { LANG: "en_US.UTF-8" };

async function cli(...args: string[]) {
  const terminal = listeningTerminal();
  const exitCode = await run(args, english, terminal);
  return { exitCode, printed: terminal.printed.join(""), said: terminal.said.join("\n") };
}

async function outFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-out-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe("analyse", () => {
  it("writes results, page and PDF, and leaves nothing unfinished", async () => {
    const out = await outFolder();
    const { exitCode, printed, said } = await cli("analyse", tenants, "--out", out, "--lang", "zh");
    expect(exitCode).toBe(0);
    expect(printed).toBe("");
    expect(said).toContain("1,681 份有效问卷");
    expect((await readdir(out)).sort()).toEqual(["report.html", "report.pdf", "results.json"]);
    expect(await readFile(join(out, "report.html"), "utf8")).toMatch(/^<!doctype html>\s*<html lang="zh/i);
    expect((await readFile(join(out, "report.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("prints nothing but the results with --json, the same each time", async () => {
    const first = await cli("analyse", tenants, "--json");
    const second = await cli("analyse", tenants, "--json");
    const results = JSON.parse(first.printed);
    expect(results).toMatchObject({ format: "manyi-results", data: { respondents: 1681 } });
    expect(second.printed).toBe(first.printed);
  });

  it("gives every estimate its n, effective n, interval, filter, weight, method and version", async () => {
    const { printed } = await cli(
      "analyse",
      fileURLToPath(new URL("../../../examples/bookkeeping", import.meta.url)),
      "--json",
    );
    let estimates = 0;
    JSON.parse(printed, (_, value) => {
      if (value !== null && typeof value === "object" && "measure" in value && value.result?.kind === "estimated") {
        estimates++;
        expect(value).toMatchObject({
          subject: expect.any(String),
          filter: expect.any(Array),
          version: expect.any(String),
        });
        expect(value).toHaveProperty("weight");
        expect(value.result).toMatchObject({
          n: expect.any(Number),
          effectiveN: expect.any(Number),
          method: expect.any(String),
          interval: {
            lower: expect.any(Number),
            upper: expect.any(Number),
            confidence: 0.95,
            method: expect.any(String),
          },
        });
      }
      return value;
    });
    expect(estimates).toBeGreaterThan(500);
  });

  it("takes another weight for the report, and knows which there are", async () => {
    const bookkeeping = fileURLToPath(new URL("../../../examples/bookkeeping", import.meta.url));
    const { printed } = await cli("analyse", bookkeeping, "--json", "--weight", "none");
    expect(JSON.parse(printed).primary).toBe(0);
    const wrong = await cli("analyse", bookkeeping, "--json", "--weight", "wieght");
    expect(wrong.exitCode).toBe(2);
    expect(wrong.said).toContain("none, base_weight");
  });

  it.skipIf(process.getuid?.() === 0)("says that it may not write there", async () => {
    const out = await outFolder();
    await chmod(out, 0o500);
    const { exitCode, said } = await cli("analyse", tenants, "--out", out);
    expect(exitCode).toBe(1);
    expect(said).toContain("EACCES");
  });

  it("says that the place to write is a file", async () => {
    const out = join(await outFolder(), "file");
    await writeFile(out, "");
    const { exitCode, said } = await cli("analyse", tenants, "--out", out);
    expect(exitCode).toBe(1);
    expect(said).toContain("Choose another folder");
  });
});

describe("a faulty study", () => {
  it("is told in the user's language, and nothing is written", async () => {
    const folder = await studyFolder({ data: "id,q1,q2,region\na,7,4,East\n" });
    const out = join(await outFolder(), "report");
    const { exitCode, said } = await cli("analyse", folder, "--out", out, "--lang", "zh");
    expect(exitCode).toBe(1);
    expect(said).toContain("data.csv 第 2 行");
    expect(said).toContain("--set-aside");
    expect(existsSync(out)).toBe(false);
  });

  it("is told thing by thing, up to a number a person can take in", async () => {
    const columns = Array.from({ length: 40 }, (_, i) => ({ name: `m${i}`, type: "text" }));
    const folder = await studyFolder({
      study: buildStudy({ columns: [...(buildStudy().columns as object[]), ...columns] }),
    });
    const { said } = await cli("check", folder);
    expect(said).toContain("… and 15 more");
    expect(said).toContain("40 things are wrong");
  });

  it("tells of columns that it leaves alone, and goes on", async () => {
    const folder = await studyFolder({ data: "id,q1,q2,region,extra\na,5,4,East,x\n" });
    const { exitCode, said } = await cli("check", folder);
    expect(exitCode).toBe(0);
    expect(said).toContain("extra");
  });

  it("can be analysed with the unknown answers set aside", async () => {
    const folder = await studyFolder({ data: "id,q1,q2,region\na,7,4,East\nb,5,4,East\nc,4,4,East\n" });
    const { exitCode, printed } = await cli("analyse", folder, "--json", "--set-aside");
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed).data.setAside).toBe(1);
  });

  it("that is not there is told", async () => {
    expect(await cli("check", "/nowhere/at/all")).toMatchObject({
      exitCode: 1,
      said: expect.stringContaining("no study folder"),
    });
  });
});

describe("check", () => {
  it("finds the examples sound and says what it read", async () => {
    const { exitCode, said } = await cli("check", tenants);
    expect(exitCode).toBe(0);
    expect(said).toContain("1,681 respondents from 72 rows");
  });
});

describe("the command line", () => {
  it.each([
    [[], 0, "Commands"],
    [["--help"], 0, "Commands"],
    [["analyse", "--help"], 0, "--out FOLDER"],
    [["check", "--help"], 0, "--set-aside"],
  ])("explains itself: %j", async (args, exitCode, text) => {
    const result = await cli(...args);
    expect(result.exitCode).toBe(exitCode);
    expect(result.printed).toContain(text);
  });

  it.each([[["--version"], "0.1.0"]])("tells its version: %j", async (args, text) => {
    expect((await cli(...args)).printed.trim()).toBe(text);
  });

  it("speaks Chinese where the system does, or where it is asked to", async () => {
    const terminal = listeningTerminal();
    await run(["analyse"], { LC_ALL: "", LANG: "zh_CN.UTF-8" }, terminal);
    expect(terminal.said.join()).toContain("请写明调查文件夹");
    expect((await cli("check", "/nowhere/at/all", "--lang", "zh")).said).toContain("找不到调查文件夹");
  });

  it.each([
    [["analyze", "x"], "analyze"],
    [["analyse"], "STUDY"],
    [["analyse", tenants], "--out"],
    [["analyse", tenants, "--uot", "x"], "--uot"],
    [["analyse", tenants, "--json", "--lang", "fr"], "fr"],
    [["check", tenants, "more"], "more"],
    [["analyse", tenants, "--out"], "--out needs a value"],
    [["check", tenants, "--json"], "--json does not belong"],
  ])("says what is wrong with %j", async (args, text) => {
    const result = await cli(...args);
    expect(result.exitCode).toBe(2);
    expect(result.said).toContain(text);
    expect(result.printed).toBe("");
  });
});

const answers = (rows: readonly string[]): FolderFiles => ({ data: `id,q1,q2,region\n${rows.join("\n")}\n` });
const nasty = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  '#eval("1+1") $x^2$ *b* _i_ ]) @ref <label> \\u{41}',
  "{{7*7}} $" + "{7*7}",
  "\u{202e}evil\u{200b}",
  "长".repeat(10_000),
  "x".repeat(10_000),
];

describe("thin and odd data becomes a report all the same", () => {
  it.each<[string, FolderFiles]>([
    ["one row", answers(["a,5,4,East"])],
    ["one answer in all", answers(["a,5,,", "b,,,", "c,,,"])],
    ["no answer at all", answers(["a,,,", "b,99,98,"])],
    ["all the same answers", answers(Array.from({ length: 30 }, (_, i) => `r${i},4,4,East`))],
    ["two respondents who disagree", answers(["a,1,5,East", "b,5,1,West"])],
    ["a group for each respondent", answers(Array.from({ length: 60 }, (_, i) => `r${i},${1 + (i % 5)},4,g${i}`))],
  ])("%s", async (_, files) => {
    const out = await outFolder();
    const result = await cli("analyse", await studyFolder(files), "--out", out);
    expect(result.said).not.toContain("unexpected");
    expect(result.exitCode).toBe(0);
    expect(existsSync(join(out, "report.pdf"))).toBe(true);
  });

  it.each(nasty.map((text) => [text.slice(0, 40), text]))("the text %j in every place", async (_, text) => {
    const label = { zh: text, en: text };
    const study = buildStudy({
      title: label,
      organisation: label,
      purpose: label,
      source: label,
      columns: [
        { name: "id", type: "text" },
        { name: "q1", type: "rating", scale: "five", label },
        { name: "q2", type: "rating", scale: "five", label },
        { name: "region", type: "choice", label },
      ],
      indicators: [{ code: "a", label, question: "q2" }],
      scales: { five: { kind: "rating", minimum: 1, maximum: 5, labels: { "5": label, "1": label } } },
    });
    const cell = `"${text.replaceAll('"', '""')}"`;
    const data = `id,q1,q2,region\n${Array.from({ length: 40 }, (_, i) => `r${i},${1 + (i % 5)},${1 + (i % 3)},${i % 2 ? cell : "East"}`).join("\n")}\n`;
    const out = await outFolder();
    const result = await cli("analyse", await studyFolder({ study, data }), "--out", out, "--lang", "en");
    expect(result.exitCode).toBe(0);
    const html = await readFile(join(out, "report.html"), "utf8");
    expect(html).not.toMatch(/<img src=x|<script>alert/);
  });
});
