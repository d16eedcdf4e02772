/** A study of so many rows, as an upload. */
export function manyRows(rows: number, from = 1): ReadonlyMap<string, string> {
  const study = {
    format: "manyi-study/1",
    id: "many",
    title: { zh: "许多答卷", en: "Many responses" },
    data: { file: "data.csv" },
    scales: { five: { kind: "rating", minimum: 1, maximum: 5, special: { "99": "dont-know" } } },
    columns: [
      { name: "id", type: "text" },
      { name: "期", type: "choice" },
      { name: "区域", type: "choice" },
      ...Array.from({ length: 8 }, (_, i) => ({ name: `q${i + 1}`, type: "rating", scale: "five" })),
    ],
    cases: { key: "id" },
    measures: { overall: "q1" },
    waves: { column: "期" },
    units: ["区域"],
    indicators: Array.from({ length: 7 }, (_, i) => ({
      code: `i${i + 2}`,
      label: { zh: `指标 ${i + 2}` },
      question: `q${i + 2}`,
    })),
  };
  const regions = ["东区", "南区", "西区", "北区"];
  const lines = Array.from({ length: rows }, (_, i) => {
    const n = from + i;
    const answers = Array.from({ length: 8 }, (_, q) => ((n + q * 3 + ((n * 7) % 5)) % 5) + 1);
    return `r${n},2025Q${(n % 4) + 1},${regions[n % 3]},${answers.join(",")}`;
  });
  const header = ["id", "期", "区域", ...Array.from({ length: 8 }, (_, i) => `q${i + 1}`)].join(",");
  return new Map([
    ["study.json", JSON.stringify(study)],
    ["data.csv", `${header}\n${lines.join("\n")}\n`],
  ]);
}
