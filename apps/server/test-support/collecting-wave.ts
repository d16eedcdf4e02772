/** A programme with a wave that collects, as publishing makes it. */
import { createHash, randomUUID } from "node:crypto";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { newLinkToken } from "../src/collection/link-token.ts";
import type { Database } from "../src/database/connect.ts";
import type { Tree } from "./two-organisations.ts";

/** Every type of question, in two pages; the reason is asked of those who are not satisfied. */
export const askedQuestionnaire: Questionnaire = {
  format: "manyi-questionnaire/1",
  title: { zh: "满意度调查", en: "Satisfaction survey" },
  languages: ["zh", "en"],
  welcome: {
    organisation: { zh: "晨光物业", en: "Morning Light" },
    purpose: { zh: "改进服务", en: "To improve the service" },
    privacy: { zh: "只用于统计", en: "Used for statistics only" },
  },
  scales: {
    five: { minimum: 1, maximum: 5, labels: { "1": { zh: "很差", en: "Poor" }, "5": { zh: "很好", en: "Good" } } },
  },
  pages: [
    {
      code: "first",
      questions: [
        { type: "rating", code: "overall", text: { zh: "总体", en: "Overall" }, scale: "five", required: true },
        {
          type: "open-text",
          code: "reason",
          text: { zh: "原因", en: "Why" },
          showIf: { item: "overall", to: 2 },
          required: true,
        },
      ],
    },
    {
      code: "second",
      questions: [
        {
          type: "matrix",
          code: "service",
          text: { zh: "服务", en: "Service" },
          scale: "five",
          rows: [
            { code: "speed", text: { zh: "速度", en: "Speed" } },
            { code: "care", text: { zh: "用心", en: "Care" } },
          ],
          states: ["not-applicable"],
        },
        {
          type: "nps",
          code: "nps",
          text: { zh: "推荐", en: "Recommend" },
          low: { zh: "不会", en: "No" },
          high: { zh: "一定会", en: "Surely" },
        },
        {
          type: "multiple-choice",
          code: "ways",
          text: { zh: "渠道", en: "Ways" },
          options: [
            { code: "phone", label: { zh: "电话", en: "Phone" } },
            { code: "visit", label: { zh: "上门", en: "Visit" } },
          ],
        },
        { type: "open-text", code: "more", text: { zh: "还有吗", en: "Anything else" } },
      ],
    },
  ],
  thanks: { title: { zh: "谢谢", en: "Thank you" }, text: { zh: "我们会认真看", en: "We read everything" } },
  scoring: { measures: { overall: "overall", nps: "nps" } },
};

/** Right in everything. */
export const completeAnswers = {
  overall: 4,
  service: { speed: 5, care: "not-applicable" },
  nps: 9,
  ways: { options: ["phone"] },
  more: "很好",
} as const;

export interface CollectingWave {
  readonly organisationId: string;
  readonly programmeId: string;
  readonly waveId: string;
  readonly versionId: string;
  readonly definitionId: string;
  readonly linkId: string;
  readonly token: string;
}

const STUDY = JSON.stringify({
  format: "manyi-study/1",
  id: "collected",
  title: { zh: "满意度调查", en: "Survey" },
  data: { file: "data.csv" },
  scales: { five: { kind: "rating", minimum: 1, maximum: 5 } },
  columns: [{ name: "overall", type: "rating", label: { zh: "总体满意度", en: "Overall" }, scale: "five" }],
  measures: { overall: "overall" },
});

export async function addCollectingWave(
  db: Database,
  tree: Tree,
  { questionnaire = askedQuestionnaire, at = new Date() }: { questionnaire?: Questionnaire; at?: Date } = {},
): Promise<CollectingWave> {
  const organisation_id = tree.organisationId;
  const [programme_id, definitionId, waveId] = [randomUUID(), randomUUID(), randomUUID()];
  const name = JSON.stringify({ zh: "满意度调查" });
  await db
    .insertInto("programme")
    .values({ id: programme_id, organisation_id, unit_id: tree.department, name, created_at: at })
    .execute();
  const own = { organisation_id, programme_id };
  const hash = createHash("sha256").update(STUDY).digest("hex");
  await db
    .insertInto("definition")
    .values({ ...own, id: definitionId, hash, study: STUDY, header: ["overall"], created_at: at })
    .execute();
  const versionId = await addVersion(db, own, 1, questionnaire);
  await db
    .insertInto("wave")
    .values({
      ...own,
      id: waveId,
      code: "1",
      name,
      position: 1,
      state: "open",
      created_at: at,
      opened_at: at,
      version_id: versionId,
      definition_id: definitionId,
    })
    .execute();
  await askVersion(db, { ...own, waveId, versionId });
  const token = newLinkToken();
  const { id: linkId } = await db
    .insertInto("collection_link")
    .values({ ...own, wave_id: waveId, kind: "anonymous", token, created_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { organisationId: organisation_id, programmeId: programme_id, waveId, versionId, definitionId, linkId, token };
}

export async function addVersion(
  db: Database,
  own: { readonly organisation_id: string; readonly programme_id: string },
  number: number,
  questionnaire: Questionnaire,
): Promise<string> {
  const content = JSON.stringify(questionnaire);
  const hash = createHash("sha256").update(`${number}${content}`).digest("hex");
  const { id } = await db
    .insertInto("questionnaire_version")
    .values({ ...own, number, hash, content, published_at: new Date() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function askVersion(
  db: Database,
  { organisation_id, waveId, versionId }: { organisation_id: string; waveId: string; versionId: string },
): Promise<void> {
  const values = { organisation_id, wave_id: waveId, version_id: versionId, asked_from: new Date() };
  await db.insertInto("wave_version").values(values).execute();
  await db.updateTable("wave").set({ version_id: versionId }).where("id", "=", waveId).execute();
}
