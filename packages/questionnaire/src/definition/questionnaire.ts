/**
 * What a questionnaire is: its words in every language, its pages, what is shown when, and what its answers measure. Published as
 * `questionnaire.schema.json`. A schema says the form; what it cannot say (a condition that looks ahead, a text that is missing)
 * is said by `check/`.
 */
import { type Static, Type } from "typebox";
import { QuestionSchema } from "../question/question.ts";
import { AnswerScale } from "./answer-scale.ts";
import { ConditionReference, ConditionSchema } from "./condition-schema.ts";
import { QuestionnaireIndicator } from "./indicator.ts";
import { Code, closed, ItemName, LanguageTag, LocalText } from "./primitives.ts";

/** Where one goes from a page instead of to the next one. */
const Jump = Type.Object(
  {
    when: ConditionReference,
    to: Type.Optional({ ...Code, description: "A later page; left out: the end." }),
    ending: Type.Optional({ ...Code, description: "The end screen, of those in `endings`; default as usual." }),
  },
  closed,
);
export type Jump = Static<typeof Jump>;

const Page = Type.Object(
  {
    code: Code,
    title: Type.Optional(LocalText),
    showIf: Type.Optional(ConditionReference),
    questions: Type.Array(QuestionSchema, { maxItems: 200 }),
    jumps: Type.Optional(
      Type.Array(Jump, { maxItems: 20, description: "After the page; the first whose condition holds is taken." }),
    ),
  },
  closed,
);
export type Page = Static<typeof Page>;

/** An end screen besides the usual one. */
const Ending = Type.Object(
  {
    code: Code,
    showIf: Type.Optional(ConditionReference),
    title: LocalText,
    text: LocalText,
    outcome: Type.Optional(
      Type.Enum(["complete", "screened-out"], { description: "Whether the response counts; default complete." }),
    ),
  },
  closed,
);
export type Ending = Static<typeof Ending>;

/** What the answers measure: the scoring map. */
const Scoring = Type.Object(
  {
    indicators: Type.Optional(Type.Array(QuestionnaireIndicator, { maxItems: 100 })),
    weights: Type.Optional(
      Type.Enum(["equal", "entered", "stated", "correlation", "regression", "lmg", "johnson", "entropy"]),
    ),
    measures: Type.Optional(
      Type.Object(
        {
          overall: Type.Optional(ItemName),
          nps: Type.Optional(ItemName),
          ces: Type.Optional(ItemName),
          repurchase: Type.Optional(ItemName),
          recommendation: Type.Optional(ItemName),
        },
        closed,
      ),
    ),
    segments: Type.Optional(
      Type.Array(ItemName, { maxItems: 50, description: "Choices by which results are broken down." }),
    ),
    units: Type.Optional(
      Type.Array(ItemName, { maxItems: 50, description: "Choices that name a branch or department." }),
    ),
  },
  closed,
);
export type Scoring = Static<typeof Scoring>;

export const QuestionnaireSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    format: Type.Literal("manyi-questionnaire/1"),
    title: LocalText,
    languages: Type.Array(LanguageTag, {
      minItems: 1,
      maxItems: 40,
      uniqueItems: true,
      description: "The first is shown to whoever asks for none of them.",
    }),
    /** On the first screen: who asks, why, and what happens with the answers. */
    welcome: Type.Object({ organisation: LocalText, purpose: LocalText, privacy: LocalText }, closed),
    scales: Type.Record(Code, AnswerScale, closed),
    pages: Type.Array(Page, { minItems: 1, maxItems: 100 }),
    /** After the last answer: thanks, and what happens next. */
    thanks: Type.Object({ title: LocalText, text: LocalText }, closed),
    endings: Type.Optional(
      Type.Array(Ending, {
        maxItems: 20,
        description: "Shown instead of the thanks: the first whose condition holds, or the one that a jump names.",
      }),
    ),
    scoring: Scoring,
  },
  {
    ...closed,
    $id: "manyi-questionnaire-1.schema.json",
    title: "Manyi questionnaire",
    $defs: { Condition: ConditionSchema },
  },
);
export type Questionnaire = Static<typeof QuestionnaireSchema>;
