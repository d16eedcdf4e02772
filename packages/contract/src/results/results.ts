import { type Static, Type } from "typebox";
import { file, json, permitted, route } from "../route/route.ts";
import { closed, Instant, LocalText, nullable, Uuid } from "../route/shapes.ts";

const tag = "results";

/** Whole programme, or one wave of it; which weight (`none`: every respondent once; absent: what the study says). */
const which = {
  wave: Type.Optional(Uuid),
  weight: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
};
const inLanguage = { ...which, language: Type.Enum(["zh", "en"]) };
const programmeParams = Type.Object({ programmeId: Uuid }, closed);

/** Results are computed by a job; until they are there the state says so, and the caller asks again. `stale`: newer
 *  answers have come since, a new computation is under way; the keys are of what is there. */
export const ResultsStateSchema = Type.Union([
  Type.Object({ kind: Type.Literal("computing") }, closed),
  Type.Object({ kind: Type.Literal("empty") }, closed),
  Type.Object({ kind: Type.Literal("failed"), problem: Type.String() }, closed),
  Type.Object(
    {
      kind: Type.Literal("ready"),
      stale: Type.Boolean(),
      computedAt: Instant,
      /** Changes with every change of the results: part of the address of what is fetched. */
      etag: Type.String(),
      respondents: Type.Integer(),
      /** The label is the study's own; null for `none`, which no study names. */
      weights: Type.Array(
        Type.Object({ code: Type.String(), label: nullable(LocalText), primary: Type.Boolean() }, closed),
      ),
      dataThrough: nullable(Instant),
    },
    closed,
  ),
]);
export type ResultsState = Static<typeof ResultsStateSchema>;

export const readResultsState = route("GET /api/programmes/:programmeId/results/state", {
  name: "readResultsState",
  summary: "Whether results are there; asking starts the computation where they are not",
  tag,
  access: permitted("report:read"),
  params: programmeParams,
  query: Type.Object(which, closed),
  reply: json(ResultsStateSchema),
});

export const readResults = route("GET /api/programmes/:programmeId/results.json", {
  name: "readResults",
  summary: "The results as `manyi analyse` writes them",
  tag,
  access: permitted("report:read"),
  params: programmeParams,
  query: Type.Object(which, closed),
  reply: file("application/json"),
});

export const readReportDocument = route("GET /api/programmes/:programmeId/report.json", {
  name: "readReportDocument",
  summary: "The report as data: sections, tables, charts, words; what the console shows",
  tag,
  access: permitted("report:read"),
  params: programmeParams,
  query: Type.Object(inLanguage, closed),
  reply: file("application/json"),
});

export const readReportPage = route("GET /api/programmes/:programmeId/report.html", {
  name: "readReportPage",
  summary: "The report as one web page to keep",
  tag,
  access: permitted("report:read"),
  params: programmeParams,
  query: Type.Object(inLanguage, closed),
  reply: file("text/html"),
  audited: "report.exported",
});

export const readReportPdf = route("GET /api/programmes/:programmeId/report.pdf", {
  name: "readReportPdf",
  summary: "The report as PDF",
  tag,
  access: permitted("report:read"),
  params: programmeParams,
  query: Type.Object(inLanguage, closed),
  reply: file("application/pdf"),
  audited: "report.exported",
});
