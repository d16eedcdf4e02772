/**
 * What a respondent's browser sends, and any program that collects answers. The way to a questionnaire is the token of its link;
 * nothing else is needed, and an unknown, withdrawn or foreign token is one and the same 404.
 */
import { type Static, Type } from "typebox";
import { anybody, created, json, noContent, route } from "../route/route.ts";
import { closed, Instant, nullable, Uuid } from "../route/shapes.ts";

const tag = "collection";

/** 26 letters and digits; anything of that size is looked up. */
const Token = Type.String({ minLength: 1, maxLength: 64 });
const linkParams = Type.Object({ link: Token }, closed);

/** A UUID of version 4, made by the sender: it must tell no time. */
const SubmissionId = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
  description: "UUIDv4, lower case, made by the sender and kept for every retry",
});

/** Question → answer; each type of question says its form. */
const Answers = Type.Unsafe<Readonly<Record<string, unknown>>>({ type: "object", description: "Question → answer" });

const about = {
  /** Version of the questionnaire that was shown. */
  version: Type.Integer({ minimum: 1 }),
  language: Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", maxLength: 40 }),
  /** What the page was given when it was opened: says when, signed by the server. Without it one begins now. */
  stamp: Type.Optional(Type.String({ maxLength: 100 })),
};

const SubmissionBody = Type.Object(
  {
    id: SubmissionId,
    answers: Answers,
    ...about,
    /** What the sender's clock says; kept as a claim, decides nothing. */
    clock: Type.Optional(Type.Object({ startedAt: Instant, finishedAt: Instant }, closed)),
  },
  closed,
);
export type Submission = Static<typeof SubmissionBody>;

/** The same for the same submission, whenever it is asked for. */
const ReceiptSchema = Type.Object(
  {
    id: Uuid,
    /** What a respondent can note down: `7F3K-92QD`. */
    receipt: Type.String(),
    receivedAt: Instant,
    late: Type.Boolean(),
  },
  closed,
);
export type Receipt = Static<typeof ReceiptSchema>;

export const submitResponse = route("POST /api/collect/:link/responses", {
  name: "submitResponse",
  summary: "Send complete answers; sent again under the same id they give the same receipt",
  tag,
  access: anybody,
  params: linkParams,
  body: SubmissionBody,
  reply: created(ReceiptSchema),
});

const partialParams = Type.Object({ link: Token, id: SubmissionId }, closed);

const PartialBody = Type.Object(
  {
    /** Grows with each saving. */
    sequence: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    answers: Answers,
    /** Code of the page that the respondent is on. */
    page: Type.String({ minLength: 1, maxLength: 40 }),
    ...about,
  },
  closed,
);
export type PartialSubmission = Static<typeof PartialBody>;

export const savePartial = route("PUT /api/collect/:link/partials/:id", {
  name: "savePartial",
  summary: "Save answers that are not finished; an older sequence never replaces a newer",
  tag,
  access: anybody,
  params: partialParams,
  body: PartialBody,
  reply: noContent,
});

const PartialStateSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal("started"),
      sequence: Type.Integer(),
      answers: Answers,
      page: Type.String(),
      version: Type.Integer(),
      language: Type.String(),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal("received"), receipt: ReceiptSchema }, closed),
]);
export type PartialState = Static<typeof PartialStateSchema>;

export const readPartial = route("GET /api/collect/:link/partials/:id", {
  name: "readPartial",
  summary: "What was saved under an id, to go on with it; or its receipt where it is complete",
  tag,
  access: anybody,
  params: partialParams,
  reply: json(PartialStateSchema),
});

/** What a page needs to show a questionnaire, or to say why there is none to show. */
const CollectionStateSchema = Type.Object(
  {
    state: Type.Enum(["open", "closing", "closed"]),
    version: Type.Integer(),
    languages: Type.Array(Type.String()),
    closesAt: nullable(Instant),
  },
  closed,
);
export type CollectionState = Static<typeof CollectionStateSchema>;

export const readCollectionState = route("GET /api/collect/:link", {
  name: "readCollectionState",
  summary: "Whether one can answer now",
  tag,
  access: anybody,
  params: linkParams,
  reply: json(CollectionStateSchema),
});
