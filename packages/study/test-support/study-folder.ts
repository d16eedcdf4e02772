/** Study folders for tests: a small sound study, changed where a test wants it, written to a folder of its own. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export type StudyJson = Record<string, unknown>;

/** A sound study of three five-point questions, of which tests override what they are about. */
export function buildStudy(overrides: StudyJson = {}): StudyJson {
  return {
    format: "manyi-study/1",
    id: "test",
    title: { zh: "测试", en: "Test" },
    data: { file: "data.csv" },
    scales: {
      five: {
        kind: "rating",
        minimum: 1,
        maximum: 5,
        labels: { "1": { zh: "很不满意", en: "Very dissatisfied" }, "5": { zh: "非常满意", en: "Very satisfied" } },
        special: { "99": "dont-know", "98": "refused" },
      },
    },
    columns: [
      { name: "id", type: "text" },
      { name: "q1", type: "rating", scale: "five", label: { zh: "总体", en: "Overall" } },
      { name: "q2", type: "rating", scale: "five" },
      { name: "region", type: "choice" },
    ],
    measures: { overall: "q1" },
    indicators: [{ code: "speed", label: { zh: "速度", en: "Speed" }, question: "q2" }],
    segments: ["region"],
    ...overrides,
  };
}

export interface FolderFiles {
  readonly study?: StudyJson | string;
  readonly data?: string | Uint8Array;
  /** Name of the data file; default data.csv. */
  readonly file?: string;
}

/** Writes the files to a folder that goes when the test is over. */
export async function studyFolder({
  study = buildStudy(),
  data = soundData,
  file = "data.csv",
}: FolderFiles): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-study-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "study.json"), typeof study === "string" ? study : JSON.stringify(study, null, 2));
  await writeFile(join(folder, file), data);
  return folder;
}

export const soundData = "id,q1,q2,region\nr1,5,4,East\nr2,3,,West\nr3,99,2,East\n";
