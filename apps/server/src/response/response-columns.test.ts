import { describe, expect, it } from "vitest";
import { responseColumns } from "./response-columns.ts";

const study = JSON.stringify({
  format: "manyi-study/1",
  id: "small",
  title: { zh: "小调查" },
  data: { file: "data.csv" },
  scales: { five: { kind: "rating", minimum: 1, maximum: 5 } },
  columns: [
    { name: "id", type: "text" },
    { name: "q1", type: "rating", scale: "five", label: { zh: "专业能力", en: "Competence" } },
  ],
  cases: { key: "id" },
  measures: { overall: "q1" },
});

describe("the columns of responses", () => {
  it("are those of the file in its order, with what the study says they ask", () => {
    expect(responseColumns({ study, header: ["note", " q1 ", "", "id"] })).toEqual([
      { code: "note", label: null },
      { code: "q1", label: { zh: "专业能力", en: "Competence" } },
      { code: "#3", label: null },
      { code: "id", label: null },
    ]);
  });
});
