/** What Ajv finds wrong with params, query and body, as faults that can be told in any language. */
import type { FaultKind, ProblemCode, ProblemDetails, RequestFault } from "@manyi/contract/problem/problem";
import type { FastifySchemaValidationError } from "fastify";
import type { TSchema } from "typebox";

/** Nothing is changed to fit and nothing is dropped silently: a value is right or refused. */
export const ajvOptions = {
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: true,
  // Bounded by the size of a body and by how many faults are told.
  allErrors: true,
} as const;

const MOST_FAULTS = 20;

/** Names whose presence means that somebody tries to give themselves or an object to somebody. */
const RESERVED =
  /^(?:role|roles|permissions?|grants?|memberships?|admin|isadmin|(?:organi[sz]ation|tenant|owner|user|creator|createdby|actor|scope)(?:id|_id)?|created_by)$/i;

interface ValidationProblem<Code extends ProblemCode> {
  readonly code: Code;
  readonly details: ProblemDetails[Code];
}

/** @returns null for anything but a failed validation */
export function problemOfValidation(
  error: unknown,
): ValidationProblem<"field-not-changeable"> | ValidationProblem<"request-invalid"> | null {
  if (!isValidationError(error)) return null;
  const field = error.validation.map(additionalProperty).find((name) => name !== null && RESERVED.test(name));
  if (error.validationContext === "body" && typeof field === "string") {
    return { code: "field-not-changeable", details: { field } };
  }
  const faults = error.validation.filter(tellsSomething).slice(0, MOST_FAULTS);
  return { code: "request-invalid", details: { faults: faults.map((it) => faultOf(it, error.validationContext)) } };
}

interface ValidationError extends Error {
  readonly validation: readonly FastifySchemaValidationError[];
  readonly validationContext: string;
}

function isValidationError(error: unknown): error is ValidationError {
  return error instanceof Error && "validation" in error && Array.isArray(error.validation);
}

function additionalProperty(error: FastifySchemaValidationError): string | null {
  const name = error.keyword === "additionalProperties" ? error.params.additionalProperty : null;
  return typeof name === "string" ? name : null;
}

/** Of a union Ajv tells every branch's faults and then that none fitted; the branches say more. */
function tellsSomething(error: FastifySchemaValidationError, _index: number, all: readonly unknown[]): boolean {
  return error.keyword !== "anyOf" || all.length === 1;
}

const kinds: Readonly<Record<string, FaultKind>> = {
  required: "missing",
  additionalProperties: "unknown",
  type: "type",
  format: "form",
  pattern: "form",
  minLength: "too-short",
  maxLength: "too-long",
  minimum: "too-small",
  exclusiveMinimum: "too-small",
  maximum: "too-large",
  exclusiveMaximum: "too-large",
  minItems: "too-few",
  minProperties: "too-few",
  maxItems: "too-many",
  maxProperties: "too-many",
  uniqueItems: "twice",
  enum: "not-listed",
  const: "not-listed",
};

function faultOf(error: FastifySchemaValidationError, part: string): RequestFault {
  const named = additionalProperty(error) ?? error.params.missingProperty;
  const path = [...error.instancePath.split("/").slice(1), ...(typeof named === "string" ? [named] : [])];
  const at = [part === "querystring" ? "query" : part, ...path.map((it) => it.slice(0, 100))].join(".");
  return { at, problem: kinds[error.keyword] ?? "form" };
}

/** A query is text; where its schema says integer, digits become one. Anything else stays text and is refused as such. */
export function readNumbers(given: unknown, schema: TSchema): void {
  if (typeof given !== "object" || given === null || !("properties" in schema)) return;
  const properties: unknown = schema.properties;
  if (typeof properties !== "object" || properties === null) return;
  for (const [name, property] of Object.entries(properties)) {
    const value: unknown = Reflect.get(given, name);
    if (property.type === "integer" && typeof value === "string" && /^-?\d{1,15}$/.test(value)) {
      Reflect.set(given, name, Number(value));
    }
  }
}
