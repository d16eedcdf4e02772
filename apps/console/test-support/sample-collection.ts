import {
  closeWave,
  type Fieldwork,
  readFieldwork,
  reopenWave,
  replaceLink,
} from "@manyi/contract/collection/fieldwork";
import type { Programme, Wave } from "@manyi/contract/programme/programmes";
import {
  createProgrammeFromTemplate,
  listTemplates,
  publishQuestionnaire,
  readQuestionnaire,
  readQuestionnaireVersion,
  saveQuestionnaire,
} from "@manyi/contract/questionnaire/questionnaires";
import { checkQuestionnaire } from "@manyi/questionnaire/check/check-questionnaire";
import { estimatedSeconds } from "@manyi/questionnaire/content/estimated-seconds";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { templates } from "@manyi/questionnaire/template/templates";
import { buildProgramme, uuid } from "./sample-organisation.ts";
import { answer, problem, type StandIn } from "./stand-in-server.ts";

/** A programme with a questionnaire, as far as the console can tell. */
export interface Collection {
  draft: Questionnaire;
  revision: number;
  readonly versions: Questionnaire[];
  wave: Wave | null;
  responses: number;
  /** What saving does; `away` breaks the connection. */
  saving: "works" | "away";
}

export function buildCollection(overrides: Partial<Collection> = {}): Collection {
  const first = templates[0];
  if (first === undefined) throw new Error("there is no template");
  const draft = structuredClone(first.questionnaire);
  return { draft, revision: 1, versions: [], wave: null, responses: 0, saving: "works", ...overrides };
}

export const collectionId = uuid(20);
const waveId = uuid(61);
const link = { id: uuid(71), kind: "anonymous", withdrawnAt: null } as const;

export function buildWave(overrides: Partial<Wave> = {}): Wave {
  const name = { zh: "2026 年 11 月", en: "November 2026" };
  return { id: waveId, code: "1", name, state: "open", responses: 0, excluded: 0, collects: true, ...overrides };
}

/** The collection's programme as the server would show it. */
export function collectionProgramme({ draft, revision, versions, wave, responses }: Collection): Programme {
  const published = JSON.stringify(versions.at(-1)) === JSON.stringify(draft);
  return buildProgramme({
    id: collectionId,
    name: { zh: "记账客户满意度", en: "Bookkeeping clients" },
    waves: wave === null ? [] : [{ ...wave, responses }],
    headline: null,
    lastResponseAt: null,
    questionnaire: { revision, versions: versions.length, published },
  });
}

export function collectionServer(state: Collection): readonly StandIn[] {
  return [...designAnswers(state), ...fieldAnswers(state)];
}

function designAnswers(state: Collection): readonly StandIn[] {
  return [
    answer(listTemplates, () => ({
      entries: templates.map(({ code, title, description, questionnaire }) => ({
        code,
        title,
        description,
        languages: questionnaire.languages,
        questions: questionnaire.pages.flatMap(({ questions }) => questions).length,
        indicators: 9,
        seconds: estimatedSeconds(questionnaire),
      })),
    })),
    answer(createProgrammeFromTemplate, () => ({ id: collectionId })),
    answer(readQuestionnaire, () => ({
      draft: state.draft,
      revision: state.revision,
      changedAt: "2026-11-22T03:04:00Z",
      changedBy: "王芳",
      issues: [...checkQuestionnaire(state.draft)],
      seconds: estimatedSeconds(state.draft),
      versions: state.versions.map((_, index) => version(index + 1)).toReversed(),
      published: false,
    })),
    answer(saveQuestionnaire, ({ body }) => {
      if (state.saving === "away") return problem("too-busy", 503, { retryAfterSeconds: 1 }, "服务器正忙。");
      // The console's own body; the test's parsing boundary.
      const { revision, draft } = body as { revision: number; draft: Questionnaire };
      if (revision !== state.revision) return problem("changed-meanwhile", 409, {}, "内容已被他人修改。");
      state.revision += 1;
      state.draft = draft;
      return { revision: state.revision, issues: [], seconds: 100, published: false };
    }),
    answer(readQuestionnaireVersion, ({ params }) => {
      const number = Number(params.number);
      return { ...version(number), content: state.versions[number - 1] ?? state.draft };
    }),
    answer(publishQuestionnaire, ({ body }) => {
      state.versions.push(state.draft);
      const { wave } = body as { wave: { kind: "open" } | { kind: "new"; name: Wave["name"] } };
      if (wave.kind === "new") state.wave = buildWave({ name: wave.name });
      return { waveId, version: state.versions.length };
    }),
  ];
}

function version(number: number) {
  return { number, hash: "0".repeat(64), publishedAt: "2026-11-22T03:04:00Z", publishedBy: "陈立" };
}

function fieldAnswers(state: Collection): readonly StandIn[] {
  const become = (wave: Wave["state"]) => () => {
    if (state.wave !== null) state.wave = { ...state.wave, state: wave };
    return null;
  };
  return [
    answer(readFieldwork, () => fieldwork(state)),
    answer(closeWave, ({ body }) => {
      const { graceMinutes } = body as { graceMinutes: number };
      return become(graceMinutes === 0 ? "closed" : "closing")();
    }),
    answer(reopenWave, become("open")),
    answer(replaceLink, () => ({ id: link.id, address: address("new") })),
  ];
}

function fieldwork({ wave, versions, responses }: Collection): Fieldwork {
  return {
    waveId,
    programmeId: collectionId,
    state: wave?.state ?? "planned",
    version: versions.length,
    openedAt: "2026-11-20T01:00:00Z",
    closedAt: wave?.state === "closed" ? "2026-11-22T04:00:00Z" : null,
    graceUntil: wave?.state === "closing" ? "2026-11-22T04:30:00Z" : null,
    responses,
    late: 0,
    started: 3,
    lastReceivedAt: responses === 0 ? null : "2026-11-22T03:10:00Z",
    days:
      responses === 0
        ? []
        : [
            { day: "2026-11-21", responses: 5 },
            { day: "2026-11-22", responses },
          ],
    links: [{ ...link, address: address("7f3k92qd0x") }],
  };
}

function address(token: string): string {
  return `https://survey.example.cn/s/${token.padEnd(26, "0")}`;
}
