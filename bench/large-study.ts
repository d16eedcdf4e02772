/** A study of any size with answers that go together, drawn from a fixed seed: the same file on every machine. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { randomFromSeed } from "@manyi/statistics/random/xoshiro";

const items = Array.from({ length: 16 }, (_, i) => `a${i + 1}`);
const importances = items.map((_, i) => `i${i + 1}`);
const header = ["id", "wave", "branch", "segment", "weight", "osat", "nps", "ces", ...items, ...importances];

export const largeStudyColumns = header.length;

/** Writes study.json and data.csv. @param rows respondents */
export async function writeLargeStudy(folder: string, rows: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "study.json"), JSON.stringify(definition));
  const out = createWriteStream(join(folder, "data.csv"));
  const random = randomFromSeed(20_261_122);
  let text = `${header.join(",")}\n`;
  for (let row = 0; row < rows; row++) {
    text += `${respondent(row, () => random.nextUnit())}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, "drain");
      text = "";
    }
  }
  out.end(text);
  await once(out, "finish");
}

/** Everybody has a mood, which all their ratings share; some skip a question or do not know. */
function respondent(row: number, next: () => number): string {
  const mood = 1 + 4 * next();
  const below = (n: number) => Math.floor(n * next());
  const rating = () => {
    const draw = next();
    if (draw < 0.02) return "";
    if (draw < 0.03) return "99";
    return String(Math.max(1, Math.min(5, Math.round(mood + 3 * (next() - 0.5)))));
  };
  const group = [1 + below(6), `B${below(50)}`, "ABC"[below(3)], (0.5 + next()).toFixed(3)];
  const measures = [rating(), below(11), 1 + below(7)];
  return [`R${row}`, ...group, ...measures, ...items.map(rating), ...importances.map(rating)].join(",");
}

const same = (text: string) => ({ zh: text, en: text });
const scales: Readonly<Record<string, string>> = { nps: "ten", ces: "seven" };
const groups = ["wave", "branch", "segment"];

const definition = {
  format: "manyi-study/1",
  id: "large",
  title: same("large"),
  data: { file: "data.csv" },
  scales: {
    five: { kind: "rating", minimum: 1, maximum: 5, special: { "99": "dont-know" } },
    seven: { kind: "rating", minimum: 1, maximum: 7 },
    ten: { kind: "rating", minimum: 0, maximum: 10 },
  },
  columns: header.map((name) => {
    if (name === "id") return { name, type: "text" };
    if (name === "weight") return { name, type: "number" };
    return groups.includes(name) ? { name, type: "choice" } : { name, type: "rating", scale: scales[name] ?? "five" };
  }),
  cases: { key: "id", duplicates: { compare: "all-but-key" } },
  weights: [{ column: "weight", label: same("weight") }],
  measures: { overall: "osat", nps: "nps", ces: "ces" },
  indicators: Array.from({ length: 4 }, (_, d) => ({
    code: `d${d}`,
    label: same(`d${d}`),
    children: Array.from({ length: 4 }, (_, k) => {
      const i = d * 4 + k;
      return { code: `k${i}`, label: same(`item ${i}`), question: items[i], importance: importances[i] };
    }),
  })),
  index: { weights: "stated" },
  furtherItems: importances,
  waves: { column: "wave" },
  units: ["branch"],
  segments: ["segment"],
};
