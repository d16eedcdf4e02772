/** `npm run -s bench -- NAME` (no name: all in turn). Standard output holds the figures and nothing else. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import type { Bench, Figure } from "./figure.ts";

const SUFFIX = ".bench.ts";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => basename(file, SUFFIX))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}; there is ${names.join(", ") || "none yet"}.\n`);
  process.exitCode = 1;
} else {
  for (const name of asked.length > 0 ? asked : names) await runBench(name);
}

async function runBench(name: string): Promise<void> {
  try {
    const module: { readonly default: Bench } = await import(`./${name}${SUFFIX}`);
    const figures = module.default();
    for await (const figure of Symbol.asyncIterator in figures ? figures : await figures) print(figure);
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

function print(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
