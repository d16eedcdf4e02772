/** The questionnaire of a programme: its draft, its published versions, and the templates it may begin with. */

import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { type Static, Type } from "typebox";
import { programmeParams } from "../programme/programmes.ts";
import { created, json, permitted, route } from "../route/route.ts";
import { closed, Instant, LocalText, nullable, Uuid } from "../route/shapes.ts";

const tag = "questionnaires";

/** As `packages/questionnaire/questionnaire.schema.json` says; it may be unfinished. */
const Draft = Type.Unsafe<Questionnaire>({ type: "object", description: "A questionnaire (manyi-questionnaire/1)." });
/** What keeps it from being published (`error`), or should be looked at (`warning`). */
const Issues = Type.Array(Type.Unsafe<QuestionnaireIssue>({ type: "object" }));

const TemplateSchema = Type.Object(
  {
    code: Type.String(),
    title: LocalText,
    description: LocalText,
    languages: Type.Array(Type.String()),
    questions: Type.Integer(),
    /** Leaves of its indicator system. */
    indicators: Type.Integer(),
    /** How long it takes to answer. */
    seconds: Type.Integer(),
  },
  closed,
);
export type Template = Static<typeof TemplateSchema>;

export const listTemplates = route("GET /api/questionnaire-templates", {
  name: "listTemplates",
  summary: "Questionnaires to begin with, each with its indicator system",
  tag,
  access: permitted("programme:edit"),
  reply: json(Type.Object({ entries: Type.Array(TemplateSchema) }, closed)),
});

export const createProgrammeFromTemplate = route("POST /api/programmes/from-template", {
  name: "createProgrammeFromTemplate",
  summary: "Create a programme whose questionnaire begins as a template",
  tag,
  access: permitted("programme:edit"),
  body: Type.Object(
    {
      name: LocalText,
      unitId: Uuid,
      template: Type.String({ minLength: 1, maxLength: 60 }),
      /** Who asks: stands on the first screen in the place of the template's words. */
      organisation: Type.Optional(LocalText),
    },
    closed,
  ),
  reply: created(Type.Object({ id: Uuid }, closed)),
  audited: "programme.created",
});

const VersionSchema = Type.Object(
  { number: Type.Integer(), hash: Type.String(), publishedAt: Instant, publishedBy: nullable(Type.String()) },
  closed,
);
export type QuestionnaireVersion = Static<typeof VersionSchema>;

const QuestionnaireStateSchema = Type.Object(
  {
    draft: Draft,
    /** Grows with each change; a change says which one it saw. */
    revision: Type.Integer(),
    changedAt: Instant,
    /** Name of whoever saved it last, as it is today. */
    changedBy: nullable(Type.String()),
    issues: Issues,
    seconds: Type.Integer(),
    /** The newest first. */
    versions: Type.Array(VersionSchema),
    /** The draft says what the newest version says. */
    published: Type.Boolean(),
  },
  closed,
);
export type QuestionnaireState = Static<typeof QuestionnaireStateSchema>;

export const readQuestionnaire = route("GET /api/programmes/:programmeId/questionnaire", {
  name: "readQuestionnaire",
  summary: "The questionnaire as it is being written, with what is still wrong with it",
  tag,
  access: permitted("programme:read"),
  params: programmeParams,
  reply: json(QuestionnaireStateSchema),
});

export const saveQuestionnaire = route("PUT /api/programmes/:programmeId/questionnaire", {
  name: "saveQuestionnaire",
  summary: "Save the questionnaire; it may be unfinished",
  tag,
  access: permitted("programme:edit"),
  params: programmeParams,
  body: Type.Object({ revision: Type.Integer(), draft: Draft }, closed),
  reply: json(
    Type.Object(
      { revision: Type.Integer(), issues: Issues, seconds: Type.Integer(), published: Type.Boolean() },
      closed,
    ),
  ),
  audited: "questionnaire.saved",
  auditedOnceInMinutes: 10,
});

export const readQuestionnaireVersion = route("GET /api/programmes/:programmeId/questionnaire/versions/:number", {
  name: "readQuestionnaireVersion",
  summary: "A published version",
  tag,
  access: permitted("programme:read"),
  params: Type.Object({ programmeId: Uuid, number: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed),
  reply: json(Type.Object({ ...VersionSchema.properties, content: Draft }, closed)),
});

export const publishQuestionnaire = route("POST /api/programmes/:programmeId/questionnaire/publish", {
  name: "publishQuestionnaire",
  summary: "Publish the questionnaire: a version that never changes, asked by a new wave or by the one that is open",
  tag,
  access: permitted("fieldwork:manage"),
  params: programmeParams,
  body: Type.Object(
    {
      revision: Type.Integer(),
      wave: Type.Union([
        Type.Object({ kind: Type.Literal("new"), name: LocalText }, closed),
        Type.Object({ kind: Type.Literal("open") }, closed),
      ]),
    },
    closed,
  ),
  reply: created(Type.Object({ waveId: Uuid, version: Type.Integer() }, closed)),
  audited: "questionnaire.published",
});
