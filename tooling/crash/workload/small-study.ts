/** A study that is small but whole: ratings, a group, comments. */
export interface SmallStudy {
  readonly definition: string;
  readonly data: string;
  readonly rows: number;
}

/** @param number varies the size, so that a mixed-up import shows */
export function smallStudy(number: number): SmallStudy {
  const rows = 40 + (number % 60) * 5;
  const lines = Array.from(
    { length: rows },
    (_, i) => `r${i},${1 + (i % 5)},${(i * 7) % 11},${i % 2 ? "East" : "West"},好${i}`,
  );
  return {
    rows,
    data: `id,q1,nps,region,comment\n${lines.join("\n")}\n`,
    definition: JSON.stringify({
      format: "manyi-study/1",
      id: "crash",
      title: { en: "Crash", zh: "故障" },
      data: { file: "data.csv" },
      scales: {
        five: { kind: "rating", minimum: 1, maximum: 5 },
        ten: { kind: "rating", minimum: 0, maximum: 10 },
        region: { kind: "nominal" },
      },
      columns: [
        { name: "id", type: "text" },
        { name: "q1", type: "rating", scale: "five" },
        { name: "nps", type: "rating", scale: "ten" },
        { name: "region", type: "choice", scale: "region" },
        { name: "comment", type: "text" },
      ],
      cases: { key: "id" },
      measures: { overall: "q1", nps: "nps" },
      segments: ["region"],
    }),
  };
}
