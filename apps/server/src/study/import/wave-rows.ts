/** Which waves a study has, and which of them a row belongs to. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { answerCoder, firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { Scale } from "@manyi/study/definition/scale";
import { answersOf, type ScaleAnswer } from "@manyi/study/definition/scale-answers";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import { keepable } from "../../programme/json-text.ts";
import { localTextOf } from "../../programme/local-text-of.ts";
import type { NewWave } from "../../programme/queries.ts";

/** Code of the wave of rows that name none. */
const noWave = "";
/** Code of the only wave where the study has no wave column. */
const onlyWave = "1";

const collator = new Intl.Collator("zh", { numeric: true });

/** In the order of the code book, or of their codes where it has none; rows without a wave come last.
 *  @param known waves that the programme has already, which keep their place in that order */
export function wavesOfStudy(
  { definition, dataset }: Pick<LoadedStudy, "definition" | "dataset">,
  known: readonly NewWave[],
): readonly NewWave[] {
  const name = definition.waves?.column;
  if (name === undefined) return [{ code: onlyWave, name: { zh: "第 1 期", en: "Wave 1" } }];
  const column = dataset.columns.get(name);
  if (column?.kind !== "coded") throw new RangeError(`the wave column ${name} is not coded`);
  const declared = declaredAnswers(definition, name);
  const found = (declared ?? column.answers).map(({ code, label }) => ({
    code: keepable(code),
    name: localTextOf(label),
  }));
  const waves = declared === null ? inOrder(found, known) : found;
  const nameless = column.codes.some((code) => code < firstAnswerCode) || known.some(({ code }) => code === noWave);
  return nameless ? [...waves, { code: noWave, name: { zh: "未注明期次", en: "No wave stated" } }] : waves;
}

function inOrder(found: readonly NewWave[], known: readonly NewWave[]): readonly NewWave[] {
  const byCode = new Map([...found, ...known].map((wave) => [wave.code, wave]));
  byCode.delete(noWave);
  return [...byCode.values()].sort((a, b) => collator.compare(a.code, b.code));
}

/** @returns for a cell of the wave column, the code of its wave */
export function waveReader(definition: StudyDefinition): (cell: string) => string {
  const name = definition.waves?.column;
  if (name === undefined) return () => onlyWave;
  const coder = answerCoder(scaleOf(definition, name));
  return (cell) => {
    const code = coder.known.get(cell) ?? coder.learn(cell);
    return code < firstAnswerCode ? noWave : keepable(coder.answers[code - firstAnswerCode].code);
  };
}

function declaredAnswers(definition: StudyDefinition, name: string): readonly ScaleAnswer[] | null {
  const scale = scaleOf(definition, name);
  return scale === undefined ? null : answersOf(scale);
}

function scaleOf(definition: StudyDefinition, name: string): Scale | undefined {
  const scale = definition.columns.find((column) => column.name === name)?.scale;
  return scale === undefined ? undefined : definition.scales[scale];
}
