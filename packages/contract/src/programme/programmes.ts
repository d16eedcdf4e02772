import { type Static, Type } from "typebox";
import { created, file, json, noContent, permitted, route } from "../route/route.ts";
import { closed, Instant, LocalText, nullable, Uuid } from "../route/shapes.ts";

const tag = "programmes";

export const waveStates = ["planned", "open", "closing", "closed"] as const;

export const WaveSchema = Type.Object(
  {
    id: Uuid,
    code: Type.String(),
    name: LocalText,
    state: Type.Enum([...waveStates]),
    /** Rows that are there, and how many of them are excluded by hand. */
    responses: Type.Integer(),
    excluded: Type.Integer(),
    /** It has a link of its own; else its answers come by import. */
    collects: Type.Boolean(),
  },
  closed,
);
export type Wave = Static<typeof WaveSchema>;

/** The headline of the newest results; null before there are any. */
const Headline = Type.Object(
  {
    label: LocalText,
    value: Type.Number(),
    lower: nullable(Type.Number()),
    upper: nullable(Type.Number()),
    unit: Type.Enum(["rating", "index", "share", "nps"]),
    n: Type.Integer(),
  },
  closed,
);

export const ProgrammeSchema = Type.Object(
  {
    id: Uuid,
    name: LocalText,
    unitId: Uuid,
    unitName: LocalText,
    createdAt: Instant,
    archivedAt: nullable(Instant),
    /** Grows with each change; a change says which one it saw. */
    version: Type.Integer(),
    waves: Type.Array(WaveSchema),
    headline: nullable(Headline),
    lastResponseAt: nullable(Instant),
    /** Null: the programme lives on imported answers. */
    questionnaire: nullable(
      Type.Object({ revision: Type.Integer(), versions: Type.Integer(), published: Type.Boolean() }, closed),
    ),
    /** What this caller may do with it. */
    may: Type.Object(
      {
        edit: Type.Boolean(),
        manageFieldwork: Type.Boolean(),
        import: Type.Boolean(),
        export: Type.Boolean(),
        readResponses: Type.Boolean(),
        editResponses: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);
export type Programme = Static<typeof ProgrammeSchema>;

export const listProgrammes = route("GET /api/programmes", {
  name: "listProgrammes",
  summary: "The programmes one may see",
  tag,
  access: permitted("programme:read"),
  query: Type.Object({ archived: Type.Optional(Type.Enum(["without", "only"])) }, closed),
  reply: json(Type.Object({ entries: Type.Array(ProgrammeSchema) }, closed)),
});

export const createProgramme = route("POST /api/programmes", {
  name: "createProgramme",
  summary: "Create an empty programme",
  tag,
  access: permitted("programme:edit"),
  body: Type.Object({ name: LocalText, unitId: Uuid }, closed),
  reply: created(Type.Object({ id: Uuid }, closed)),
  audited: "programme.created",
});

export const programmeParams = Type.Object({ programmeId: Uuid }, closed);

export const readProgramme = route("GET /api/programmes/:programmeId", {
  name: "readProgramme",
  summary: "A programme with its waves",
  tag,
  access: permitted("programme:read"),
  params: programmeParams,
  reply: json(ProgrammeSchema),
});

export const changeProgramme = route("PATCH /api/programmes/:programmeId", {
  name: "changeProgramme",
  summary: "Rename a programme or give it to another unit",
  tag,
  access: permitted("programme:edit"),
  params: programmeParams,
  body: Type.Object(
    { version: Type.Integer(), name: Type.Optional(LocalText), unitId: Type.Optional(Uuid) },
    { ...closed, minProperties: 2 },
  ),
  reply: json(Type.Object({ version: Type.Integer() }, closed)),
  audited: "programme.changed",
});

export const archiveProgramme = route("POST /api/programmes/:programmeId/archive", {
  name: "archiveProgramme",
  summary: "Put a programme away; nothing is deleted",
  tag,
  access: permitted("programme:edit"),
  params: programmeParams,
  reply: noContent,
  audited: "programme.archived",
});

export const restoreProgramme = route("POST /api/programmes/:programmeId/restore", {
  name: "restoreProgramme",
  summary: "Bring an archived programme back",
  tag,
  access: permitted("programme:edit"),
  params: programmeParams,
  reply: noContent,
  audited: "programme.restored",
});

export const exportStudy = route("GET /api/programmes/:programmeId/study.zip", {
  name: "exportStudy",
  summary: "The study folder: study.json and its data, as `manyi analyse` reads it",
  tag,
  access: permitted("study:export"),
  params: programmeParams,
  reply: file("application/zip"),
  audited: "study.exported",
});
