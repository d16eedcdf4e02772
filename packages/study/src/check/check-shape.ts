/** Holds a parsed study.json against its schema and says each departure in the study's own terms. */
import { Ajv, type ErrorObject } from "ajv";
import { columnTypesKeyword } from "../definition/analyses/analysis-basis.ts";
import { longestText } from "../definition/primitives.ts";
import { type StudyDefinition, StudySchema } from "../definition/study-definition.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { nearestName } from "../issue/nearest-name.ts";
import type { JsonSource } from "./json-source.ts";

const validate = new Ajv({ allErrors: true, discriminator: true, strictSchema: true, verbose: true })
  .addKeyword(columnTypesKeyword)
  .compile(StudySchema);

/** Departures shown at once; the rest follows when these are mended. */
const mostIssues = 30;

/** @returns the definition, or where it departs from the schema */
export function checkShape(source: JsonSource): StudyDefinition | readonly Issue[] {
  if (validate(source.value)) return source.value as StudyDefinition;
  const issues = (validate.errors ?? []).map((error) => issueOf(error, source)).filter((found) => found !== null);
  return withoutRepeats(issues).slice(0, mostIssues);
}

type Path = (string | number)[];

function issueOf(error: ErrorObject, source: JsonSource): Issue | null {
  const path = pathOf(error.instancePath, source.value);
  const place = source.placeOf(path);
  const at = nameOf(path);
  const { keyword, params } = error;
  switch (keyword) {
    case "required":
      return issue("property-missing", place, { property: String(params.missingProperty), at });
    case "additionalProperties": {
      const property = String(params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
      return issue("property-unknown", source.placeOf([...path, property]), {
        property,
        at,
        nearest: nearestName(property, known),
      });
    }
    case "type":
      return issue("type-wrong", place, { at, expected: String(params.type) });
    case "enum":
      return notListed(error.data, place, at, (params.allowedValues as unknown[]).map(String));
    case "const":
      return notListed(error.data, place, at, [String(params.allowedValue)]);
    case "discriminator":
      return unknownVariant(error, source, path);
    default:
      return limitIssue(keyword, params, place, at);
  }
}

function notListed(found: unknown, place: Issue["place"], at: string, allowed: readonly string[]): Issue {
  return issue("value-not-listed", place, {
    at,
    allowed,
    nearest: typeof found === "string" ? nearestName(found, allowed) : null,
  });
}

/** Neither kind of scale nor family of analyses that we know. */
function unknownVariant({ params, parentSchema }: ErrorObject, source: JsonSource, path: Path): Issue {
  const tag = String(params.tag);
  const variants = (parentSchema?.oneOf ?? []) as readonly {
    readonly properties: Record<string, { const?: string }>;
  }[];
  const allowed = variants.map(({ properties }) => properties[tag]?.const ?? "");
  return notListed(params.tagValue, source.placeOf([...path, tag]), `${nameOf(path)}.${tag}`, allowed);
}

function limitIssue(keyword: string, params: Record<string, unknown>, place: Issue["place"], at: string): Issue | null {
  const limit = Number(params.limit);
  switch (keyword) {
    case "minimum":
    case "exclusiveMinimum":
      return issue("value-too-small", place, { at, limit });
    case "maximum":
    case "exclusiveMaximum":
      return issue("value-too-large", place, { at, limit });
    case "minLength":
      return issue("text-empty", place, { at });
    case "maxLength":
      return issue("text-too-long", place, { at, limit: Math.min(limit, longestText) });
    case "uniqueItems":
      return issue("entry-twice", place, { at });
    case "minItems":
    case "minProperties":
      return issue("too-few-entries", place, { at, limit });
    case "maxItems":
    case "maxProperties":
      return issue("too-many-entries", place, { at, limit });
    case "pattern":
      return issue("form-wrong", place, { at, form: formOf(String(params.pattern)) });
    default:
      // Composite keywords repeat what their parts have already said.
      return null;
  }
}

function formOf(pattern: string): string {
  return pattern.startsWith("^\\d{4}") ? "2026-11-22" : "my-survey-2026";
}

/** `/columns/3/name` → ["columns", 3, "name"]; numbers only where the value there is a list. */
function pathOf(pointer: string, root: unknown): Path {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(value) ? Number(name) : name;
      value = (value as Record<string | number, unknown> | null | undefined)?.[step];
      return step;
    });
}

/** How a message calls the place: `columns[3].name`, or `study.json` for the whole. */
function nameOf(path: Path): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return text === "" ? "study.json" : text.replace(/^\./, "");
}

function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter((found) => {
    const key = JSON.stringify([found.code, found.place, found.details]);
    return seen.has(key) ? false : seen.add(key);
  });
}
