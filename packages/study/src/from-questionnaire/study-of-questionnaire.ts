/**
 * The answers to a questionnaire as a study: its items are the columns, its scoring map the indicator system and the measures. What
 * former versions asked stays a column of its own name, so that series carry on and nothing that was answered is lost.
 */
import type { QuestionnaireIndicator } from "@manyi/questionnaire/definition/indicator";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import type { Indicator } from "../definition/indicator.ts";
import type { Column, StudyDefinition } from "../definition/study-definition.ts";
import { circumstanceColumns, circumstances, type Wave, waveScale, yesNo } from "./circumstances.ts";
import { itemColumns } from "./item-columns.ts";
import { written } from "./item-scale.ts";
import { rewordedItems } from "./reworded-items.ts";
import { ScaleRegister } from "./scale-register.ts";

export interface QuestionnaireSource {
  /** Small letters, digits, hyphens. */
  readonly id: string;
  /** Published versions, at least one; the newest first. */
  readonly versions: readonly { readonly number: number; readonly questionnaire: Questionnaire }[];
  /** In their order of time. */
  readonly waves: readonly Wave[];
}

export interface QuestionnaireStudy {
  readonly study: StudyDefinition & { readonly format: "manyi-study/1" };
  /** Columns of the data, in the order in which a study's file has them. */
  readonly header: readonly string[];
}

/** What a study takes. A questionnaire has at most 1,000 items, so only the oldest of very many versions falls out. */
const mostItemColumns = 5_000 - Object.keys(circumstanceColumns).length;
const mostFurtherItems = 500;

/** How the answers came, for the report's section on method. */
const method = {
  zh: "网上问卷，由受访者通过链接自行填写。",
  en: "Online questionnaire, filled in by the respondents themselves through a link.",
} as const;

/** @throws RangeError where there is no version */
export function studyOfQuestionnaire({ id, versions, waves }: QuestionnaireSource): QuestionnaireStudy {
  const [newest] = versions;
  if (newest === undefined) throw new RangeError("a study needs a published version");
  const { title, welcome, scoring } = newest.questionnaire;
  const scales = new ScaleRegister();
  const questionnaires = versions.map(({ questionnaire }) => questionnaire);
  const reworded = rewordedItems(versions, waves);
  const items = itemColumns(questionnaires, scales)
    .slice(0, mostItemColumns)
    .map((column) => withRewordings(column, reworded.get(column.name)));
  const wave = waveScale(waves);
  const added = circumstances({
    wave: wave === null ? null : scales.nameOf(wave, "waves"),
    late: scales.nameOf(yesNo, "yes-no"),
  });
  const columns = [...items, ...added];
  const { indicators = [], measures = {}, segments = [], units = [], weights } = scoring;
  const furtherItems = itemsOutsideScoring(newest.questionnaire).slice(0, mostFurtherItems);
  const study = {
    format: "manyi-study/1",
    id,
    title: written(title, id),
    organisation: written(welcome.organisation, id),
    purpose: written(welcome.purpose, id),
    method: { ...method },
    data: { file: "data.csv" },
    scales: scales.declared(),
    columns,
    ...(Object.keys(measures).length === 0 ? {} : { measures: { ...measures } }),
    ...(weights === undefined ? {} : { index: { weights } }),
    ...(indicators.length === 0 ? {} : { indicators: indicators.map(indicatorOf) }),
    ...(furtherItems.length === 0 ? {} : { furtherItems }),
    ...(wave === null ? {} : { waves: { column: circumstanceColumns.wave } }),
    ...(units.length === 0 ? {} : { units: [...units] }),
    ...(segments.length === 0 ? {} : { segments: [...segments] }),
  } as const;
  return { study, header: columns.map(({ name }) => name) };
}

function withRewordings(column: Column, waves: readonly string[] | undefined): Column {
  return waves === undefined ? column : { ...column, reworded: [...waves] };
}

function indicatorOf({ code, label, item, weight, importance, children }: QuestionnaireIndicator): Indicator {
  return {
    code,
    label: written(label, code),
    ...(weight === undefined ? {} : { weight }),
    ...(item === undefined ? {} : { question: item }),
    ...(importance === undefined ? {} : { importance }),
    ...(children === undefined ? {} : { children: children.map(indicatorOf) }),
  };
}

/** Rated, and neither an indicator nor a measure: reported all the same. */
function itemsOutsideScoring(questionnaire: Questionnaire): readonly string[] {
  const { indicators = [], measures = {} } = questionnaire.scoring;
  const used = new Set([...Object.values(measures), ...itemsIn(indicators)]);
  return itemsOf(questionnaire)
    .filter(({ kind, name }) => kind === "rating" && !used.has(name))
    .map(({ name }) => name);
}

function itemsIn(nodes: readonly QuestionnaireIndicator[]): readonly string[] {
  return nodes.flatMap(({ item, importance, children = [] }) => [
    ...[item, importance].filter((name) => name !== undefined),
    ...itemsIn(children),
  ]);
}
