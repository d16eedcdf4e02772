/** A million respondents × 40 columns: reading, every number of the report, and the overview of all items. */
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemResults } from "@manyi/analysis/items/item-results";
import { analysisPlan } from "@manyi/analysis/plan/analysis-plan";
import type { Dataset } from "@manyi/dataset/columns/column";
import { type LoadedStudy, loadStudy } from "@manyi/dataset/load/load-study";
import Papa from "papaparse";
import type { Figure } from "./figure.ts";
import { largeStudyColumns, writeLargeStudy } from "./large-study.ts";
import { runWatched } from "./memory.ts";
import { medianOf } from "./repeat.ts";

const rows = 1_000_000;
const runs = 3;
const size = `${rows.toLocaleString("en")} rows × ${largeStudyColumns} columns`;

export default async function* analyse(): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-bench-"));
  try {
    await writeLargeStudy(folder, rows);
    const megabytes = (await stat(join(folder, "data.csv"))).size / 1e6;
    yield* wholeWay(folder);
    yield await reading(folder, megabytes);
    const loaded = await loadStudy(folder, { unknownAnswers: "stop" });
    yield await overview(loaded);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* wholeWay(folder: string): AsyncGenerator<Figure> {
  const cli = join(import.meta.dirname, "../apps/cli/src/main.ts");
  const run = await runWatched(process.execPath, [cli, "analyse", folder, "--json"], 100);
  const results: { data: { respondents: number } } = JSON.parse(run.stdout);
  if (run.exitCode !== 0 || results.data.respondents !== rows) throw new Error(`the analysis failed: ${run.stderr}`);
  const common = { bench: "analyse", better: "lower", runs: 1 } as const;
  yield {
    ...common,
    case: `${size}, CSV to results.json, weighted and unweighted`,
    value: run.wallMs / 1000,
    unit: "s",
  };
  yield { ...common, case: `${size}, peak memory of the process`, value: run.peakPssBytes / 1e6, unit: "MB" };
}

async function reading(folder: string, megabytes: number): Promise<Figure> {
  const seconds = await medianOf(runs, () =>
    secondsOf(async () => {
      const { dataset } = await loadStudy(folder, { unknownAnswers: "stop" });
      if (dataset.rows !== rows) throw new Error(`read ${dataset.rows} rows`);
    }),
  );
  const parserAlone = await medianOf(runs, () =>
    secondsOf(async () => {
      const read = await parseOnly(join(folder, "data.csv"));
      if (read !== rows + 1) throw new Error(`parsed ${read} rows`);
    }),
  );
  const baseline = { name: "Papa Parse alone on the same file", value: megabytes / parserAlone };
  const value = megabytes / seconds;
  return {
    bench: "analyse",
    case: `${size}, reading and coding`,
    value,
    unit: "MB/s",
    better: "higher",
    baseline,
    ratio: value / baseline.value,
    runs,
  };
}

function parseOnly(path: string): Promise<number> {
  let read = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, { highWaterMark: 1 << 20, encoding: "utf8" }), {
      chunk: ({ data }) => {
        read += data.filter((row) => row.length > 1).length;
      },
      complete: () => resolve(read),
      error: reject,
    });
  });
}

async function overview({ definition, dataset }: LoadedStudy): Promise<Figure> {
  const plan = analysisPlan(definition, dataset);
  let items = 0;
  const seconds = await medianOf(5, () =>
    secondsOf(() => {
      const all = itemResults({ plan, weight: null, designN: dataset.rows }, () => null);
      items = all.length;
      for (const item of all) if (totalOf(item) !== rows) throw new Error(`${item.code} lost respondents`);
    }),
  );
  const plainLoops = await medianOf(5, () => secondsOf(() => countCodes(dataset)));
  const baseline = { name: "bare counting loops over the same columns", value: plainLoops };
  const name = `${size}, overview of all ${items} items of the loaded dataset`;
  return {
    bench: "analyse",
    case: name,
    value: seconds,
    unit: "s",
    better: "lower",
    baseline,
    ratio: seconds / plainLoops,
    runs: 5,
  };
}

function totalOf({ distribution, noRating }: ReturnType<typeof itemResults>[number]): number {
  const rated = distribution.reduce((sum, cell) => sum + cell.count, 0);
  return Object.values(noRating).reduce((sum: number, count: number) => sum + count, rated);
}

function countCodes(dataset: Dataset): void {
  for (const column of dataset.columns.values()) {
    if (column.kind !== "coded" || column.answers.length > 20) continue;
    const counts = new Float64Array(256);
    for (let row = 0; row < column.codes.length; row++) counts[column.codes[row]]++;
    if (counts.reduce((a, b) => a + b, 0) !== dataset.rows) throw new Error("a respondent was not counted");
  }
}

async function secondsOf(work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
