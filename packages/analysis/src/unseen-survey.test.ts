/**
 * A published survey that the product does not ship and was not made for: 250 mobile phone customers, 24 items from 1 to 10
 * (Tenenhaus et al. 2005). A study is written for it here; its numbers are recomputed from the file in the plainest way.
 */
import { existsSync, readFileSync } from "node:fs";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { studyFolder } from "@manyi/study/test-support/study-folder";
import { describe, expect, it } from "vitest";
import { analyseStudy } from "./analyse-study.ts";

const file = new URL("../../../../shared/refdata/mobi.csv", import.meta.url);
const isThere = existsSync(file);
if (!isThere)
  console.warn("The published survey of mobile phone customers is not on this machine: its test is skipped.");

const constructs = { image: "IMAG", expectation: "CUEX", quality: "PERQ", value: "PERV", satisfaction: "CUSA" };
const text = (word: string) => ({ zh: word, en: word });

function studyOf(header: readonly string[]) {
  return {
    format: "manyi-study/1",
    id: "mobile",
    title: text("Mobile phone customers"),
    data: { file: "data.csv" },
    scales: { ten: { kind: "rating", minimum: 1, maximum: 10 } },
    columns: header.map((name) => ({ name, type: "rating", scale: "ten", label: text(name) })),
    measures: { overall: "CUSA1" },
    indicators: Object.entries(constructs).map(([code, prefix]) => ({
      code,
      label: text(code),
      children: header
        .filter((name) => name.startsWith(prefix) && name !== "CUSA1")
        .map((name) => ({ code: name, label: text(name), question: name })),
    })),
    index: { weights: "equal" },
    furtherItems: header.filter((name) => /^CUS[CL]/.test(name)),
  };
}

describe.skipIf(!isThere)("a survey the product has never seen", () => {
  it("is analysed by a study file alone, its numbers those of plain arithmetic", async () => {
    const data = readFileSync(file, "utf8");
    const [first, ...lines] = data.trim().split(/\r?\n/);
    const header = first.split(",").map((name) => name.replaceAll('"', ""));
    const rows = lines.map((line) => line.split(",").map(Number));
    const loaded = await loadStudy(await studyFolder({ study: studyOf(header), data }), { unknownAnswers: "stop" });
    const [results] = analyseStudy(loaded, { productVersion: "test" }).weightings;
    expect(loaded.dataset.rows).toBe(250);
    expect(results.items.length).toBe(24);
    let index = 0;
    for (const item of results.items) {
      const place = header.indexOf(item.code);
      const mean = rows.reduce((sum, row) => sum + row[place], 0) / rows.length;
      if (item.mean.result.kind !== "estimated" || item.index.result.kind !== "estimated") throw new Error(item.code);
      expect(item.mean.result.value).toBeCloseTo(mean, 12);
      expect(item.index.result.value).toBeCloseTo(((mean - 1) / 9) * 100, 10);
      index += (item.weight ?? 0) * item.index.result.value;
    }
    const csi = results.keyFigures.find((figure) => figure.id === "csi")?.figure.result;
    if (csi?.kind !== "estimated" || results.drivers.kind !== "estimated") throw new Error("no index or no drivers");
    expect(csi.value).toBeCloseTo(index, 10);
    const shares = results.drivers.drivers.reduce((sum, driver) => sum + driver.lmg.share, 0);
    expect(shares).toBeCloseTo(1, 9);
    const raw = results.drivers.drivers.reduce((sum, driver) => sum + driver.johnson.raw, 0);
    expect(raw).toBeCloseTo(results.drivers.rSquared, 9);
  });
});
