import { type Static, Type } from "typebox";
import { created, file, json, noContent, permitted, route } from "../route/route.ts";
import { closed, Instant, LocalText, nullable, Uuid } from "../route/shapes.ts";
import { importStates } from "./import-state.ts";
import { MappingSchema } from "./mapping.ts";

const tag = "imports";

/** What is done with lines that do not fit the code book. */
export const faultyLineRules = ["refuse", "leave-out", "set-aside"] as const;

const IssueSchema = Type.Object({ file: Type.String(), line: nullable(Type.Integer()), text: Type.String() }, closed);

/** One column as it lies in the file, for the eye. */
const ColumnPreview = Type.Object(
  {
    name: Type.String(),
    examples: Type.Array(Type.String()),
    distinct: Type.Integer(),
    blank: Type.Integer(),
  },
  closed,
);

export const ImportSchema = Type.Object(
  {
    id: Uuid,
    state: Type.Enum([...importStates]),
    createdAt: Instant,
    files: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer() }, closed)),
    /** Title of the study, once it is known. */
    title: nullable(LocalText),
    hasStudyJson: Type.Boolean(),
    preview: nullable(
      Type.Object(
        {
          dataFile: Type.String(),
          encoding: Type.String(),
          rows: Type.Integer({ description: "Data rows in the file" }),
          columns: Type.Array(ColumnPreview),
          firstRows: Type.Array(Type.Array(Type.String())),
        },
        closed,
      ),
    ),
    mapping: nullable(MappingSchema),
    /** What stands in the way; lines that do not fit are counted in `faultyLines`. */
    issues: Type.Array(IssueSchema),
    warnings: Type.Array(IssueSchema),
    faultyLines: Type.Integer(),
    progress: nullable(Type.Object({ done: Type.Integer(), total: Type.Integer() }, closed)),
    outcome: nullable(
      Type.Object(
        { programmeId: Uuid, imported: Type.Integer(), rejected: Type.Integer(), waves: Type.Integer() },
        closed,
      ),
    ),
  },
  closed,
);
export type StudyImport = Static<typeof ImportSchema>;

export const uploadStudy = route("POST /api/imports", {
  name: "uploadStudy",
  summary:
    "Upload a study: a folder's files, a zip of them, or one CSV or XLSX file. Part `unitId` says for which unit",
  tag,
  access: permitted("study:import"),
  bodyKind: "multipart",
  reply: created(Type.Object({ id: Uuid }, closed)),
  audited: "study.uploaded",
});

const importParams = Type.Object({ importId: Uuid }, closed);

export const readImport = route("GET /api/imports/:importId", {
  name: "readImport",
  summary: "Preview, mapping, faults and progress of an import",
  tag,
  access: permitted("study:import"),
  params: importParams,
  reply: json(ImportSchema),
});

export const mapImport = route("PUT /api/imports/:importId/mapping", {
  name: "mapImport",
  summary: "Say what the columns are; the data is checked against it",
  tag,
  access: permitted("study:import"),
  params: importParams,
  body: MappingSchema,
  reply: json(ImportSchema),
  audited: "study.mapped",
});

export const runImport = route("POST /api/imports/:importId/run", {
  name: "runImport",
  summary: "Carry the import out: into a new programme, or as a further study of an existing one",
  tag,
  access: permitted("study:import"),
  params: importParams,
  body: Type.Object(
    {
      programme: Type.Union([
        Type.Object({ kind: Type.Literal("new"), name: LocalText, unitId: Uuid }, closed),
        Type.Object({ kind: Type.Literal("existing"), programmeId: Uuid }, closed),
      ]),
      faultyLines: Type.Enum([...faultyLineRules]),
    },
    closed,
  ),
  reply: { kind: "json", status: 202, body: Type.Object({ id: Uuid }, closed) },
  audited: "study.import-started",
});

export const dropImport = route("DELETE /api/imports/:importId", {
  name: "dropImport",
  summary: "Give an import up that was not carried out; its files go",
  tag,
  access: permitted("study:import"),
  params: importParams,
  reply: noContent,
  audited: "study.import-dropped",
});

export const exportRejected = route("GET /api/imports/:importId/rejected.csv", {
  name: "exportRejected",
  summary: "The lines that were left out, each with the reason",
  tag,
  access: permitted("study:import"),
  params: importParams,
  reply: file("text/csv"),
  audited: "study.rejected-exported",
});
