/** A loaded study for tests: an overall satisfaction, two items, a group column, a wave column; no file. */
import type { DataColumn } from "@manyi/dataset/columns/column";
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";

export interface Respondent {
  readonly overall: number | null;
  readonly speed: number | null;
  readonly care: number | null;
  readonly nps?: number | null;
  readonly group: string;
  readonly wave: string;
  readonly weight?: number;
}

const text = (word: string) => ({ zh: word, en: word });
const rating = (name: string, scale = "five") => ({ name, type: "rating" as const, scale, label: text(name) });
const choice = (name: string) => ({ name, type: "choice" as const, label: text(name) });

const definition: StudyDefinition = {
  id: "built",
  title: text("built"),
  data: { file: "data.csv" },
  scales: {
    five: { kind: "rating", minimum: 1, maximum: 5 },
    recommend: { kind: "rating", minimum: 0, maximum: 10 },
  },
  columns: [
    rating("overall"),
    rating("speed"),
    rating("care"),
    rating("nps", "recommend"),
    choice("group"),
    choice("wave"),
  ],
  measures: { overall: "overall", nps: "nps" },
  indicators: [
    { code: "speed", label: text("speed"), question: "speed" },
    { code: "care", label: text("care"), question: "care" },
  ],
  segments: ["group"],
  waves: { column: "wave" },
};

export function buildLoadedStudy(people: readonly Respondent[], changes: Partial<StudyDefinition> = {}): LoadedStudy {
  const columns = new Map<string, DataColumn>();
  const add = (column: DataColumn) => columns.set(column.name, column);
  for (const name of ["overall", "speed", "care"] as const)
    add(
      coded(
        name,
        people.map((p) => p[name]),
        1,
        5,
      ),
    );
  add(
    coded(
      "nps",
      people.map((p) => p.nps ?? null),
      0,
      10,
    ),
  );
  for (const name of ["group", "wave"] as const)
    add(
      open(
        name,
        people.map((p) => p[name]),
      ),
    );
  add({ kind: "numeric", name: "weight", values: Float64Array.from(people, (p) => p.weight ?? 1) });
  return {
    definition: { ...definition, ...changes },
    definitionHash: "0".repeat(64),
    dataset: { rows: people.length, columns },
    data: {
      file: "data.csv",
      bytes: 0,
      sha256: "0".repeat(64),
      encoding: "UTF-8",
      rowsRead: people.length,
      excluded: [],
    },
    warnings: [],
  };
}

/** Skipped where null. */
function coded(name: string, values: readonly (number | null)[], minimum: number, maximum: number): DataColumn {
  const answers = Array.from({ length: maximum - minimum + 1 }, (_, i) => ({
    code: String(minimum + i),
    value: minimum + i,
    label: text(String(minimum + i)),
  }));
  const codes = Uint8Array.from(values, (value) => (value === null ? 1 : firstAnswerCode + value - minimum));
  return { kind: "coded", name, codes, answers };
}

function open(name: string, values: readonly string[]): DataColumn {
  const names = [...new Set(values)];
  const answers = names.map((code, value) => ({ code, value, label: text(code) }));
  return {
    kind: "coded",
    name,
    codes: Uint8Array.from(values, (value) => firstAnswerCode + names.indexOf(value)),
    answers,
  };
}
