/** From anything to a questionnaire of the right form. Kept apart from the rest of the check, since it brings the schema library. */
import { Ajv, type ErrorObject } from "ajv";
import { type Questionnaire, QuestionnaireSchema } from "../definition/questionnaire.ts";
import { questionTypes } from "../question/question.ts";
import { errorAt, type FormProblem, type QuestionnaireIssue, type QuestionnairePath } from "./questionnaire-issue.ts";

export type ReadQuestionnaire =
  | { readonly kind: "read"; readonly questionnaire: Questionnaire }
  | { readonly kind: "unreadable"; readonly issues: readonly QuestionnaireIssue[] };

/** Departures told at once; the rest follows when these are mended. */
export const mostFormIssues = 50;

/** A questionnaire needs a dozen levels; validation is recursive and must not meet thousands. */
const deepestNesting = 40;

/** To collect all departures takes the square of their number, seconds for ten thousand conditions. Of a value with more objects
 *  than this the first departure is told. */
const mostCollectedFrom = 2_000;

const usual = { discriminator: true, strictSchema: true };
const validate = new Ajv(usual).compile(QuestionnaireSchema);
const collect = new Ajv({ ...usual, allErrors: true }).compile(QuestionnaireSchema);

/** @param value parsed JSON, from anybody */
export function readQuestionnaire(value: unknown): ReadQuestionnaire {
  const objects = countObjects(value);
  if (objects === "too-deep")
    return unreadable([errorAt("form-wrong", [], { problem: "too-deep", about: `${deepestNesting}` })]);
  // The schema has said that it is one.
  if (validate(value)) return { kind: "read", questionnaire: value as Questionnaire };
  if (objects <= mostCollectedFrom) collect(value);
  const errors = objects <= mostCollectedFrom ? collect.errors : validate.errors;
  return unreadable(issuesOf(errors ?? [], value));
}

function unreadable(issues: readonly QuestionnaireIssue[]): ReadQuestionnaire {
  return { kind: "unreadable", issues };
}

/** Objects and lists within a value. Without recursion: the depth is not known yet. */
function countObjects(value: unknown): number | "too-deep" {
  let count = 0;
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return "too-deep";
    const objects = level.filter((one) => typeof one === "object" && one !== null);
    count += objects.length;
    level = objects.flatMap((one) => Object.values(one));
  }
  return count;
}

function issuesOf(errors: readonly ErrorObject[], value: unknown): readonly QuestionnaireIssue[] {
  const conditions = innermost(errors.filter(({ keyword }) => keyword === "anyOf"));
  const found = new Map<string, QuestionnaireIssue>();
  for (const error of errors) {
    // Of a condition each form it could have had complains; that it has none of them says it all.
    const isCondition = /\/(showIf|requiredIf|when)(\/|$)/.test(error.instancePath);
    if (isCondition && !conditions.has(error)) continue;
    const issue = issueOf(error, value);
    if (issue !== null) found.set(JSON.stringify(issue), issue);
    if (found.size >= mostFormIssues) break;
  }
  return [...found.values()];
}

/** Where a part of a condition is wrong, so is the whole; the part is meant. */
function innermost(errors: readonly ErrorObject[]): ReadonlySet<ErrorObject> {
  const around = new Set<string>();
  for (const { instancePath } of errors) {
    // There may be tens of thousands; what is around a part that was seen has been seen.
    for (let path = parentOf(instancePath); path !== "" && !around.has(path); path = parentOf(path)) around.add(path);
  }
  return new Set(errors.filter(({ instancePath }) => !around.has(instancePath)));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function issueOf({ keyword, params, instancePath }: ErrorObject, value: unknown): QuestionnaireIssue | null {
  const at = pathOf(instancePath, value);
  const wrong = (problem: FormProblem, about: unknown, ...further: QuestionnairePath) =>
    errorAt("form-wrong", [...at, ...further], {
      problem,
      about: Array.isArray(about) ? about.join(", ") : `${about}`,
    });
  switch (keyword) {
    case "required":
      return wrong("missing", params.missingProperty);
    case "additionalProperties":
      return wrong("unknown", params.additionalProperty, String(params.additionalProperty));
    case "type":
      return wrong("type", params.type);
    case "enum":
      return wrong("not-listed", params.allowedValues);
    case "const":
      return wrong("not-listed", params.allowedValue);
    case "discriminator":
      return params.error === "tag" ? wrong("missing", params.tag) : wrong("not-listed", questionTypes, params.tag);
    case "pattern":
      return wrong("pattern", params.pattern);
    case "uniqueItems":
      return wrong("twice", params.j, params.j);
    case "anyOf":
      return wrong("condition", "");
    default:
      return wrong(limits[keyword] ?? "type", params.limit ?? keyword);
  }
}

const limits: Readonly<Record<string, FormProblem>> = {
  minimum: "too-small",
  maximum: "too-large",
  minLength: "too-few",
  maxLength: "too-long",
  minItems: "too-few",
  minProperties: "too-few",
  maxItems: "too-many",
};

/** `/pages/3/code` → ["pages", 3, "code"]; numbers only where the value there is a list. */
function pathOf(pointer: string, root: unknown): QuestionnairePath {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(value) ? Number(name) : name;
      // Followed along a path that the validator has walked.
      value = (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
      return step;
    });
}
