/** The interface as an OpenAPI 3.1 document, made from the routes themselves. */
import { problemStatus } from "@manyi/contract/problem/problem";
import type { Access, Route } from "@manyi/contract/route/route";
import type { TSchema } from "typebox";

export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

export function openApiDocument(routes: readonly Route[], origin: string, version: string): OpenApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "满意 Manyi",
      version,
      description:
        "Programs use a key: `Authorization: Bearer mk_…`. Pages use the session cookie; what they change must come from the product's own origin. Failures are problems (RFC 9457).",
    },
    servers: [{ url: origin }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of the programming interface" },
        session: { type: "apiKey", in: "cookie", name: "manyi.session" },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "code", "status", "title", "details", "requestId"],
  properties: {
    type: { type: "string" },
    code: { enum: Object.keys(problemStatus) },
    status: { type: "integer" },
    title: { type: "string", description: "What is wrong and what to do, in the caller's language" },
    details: { type: "object" },
    requestId: { type: "string" },
  },
};

function operation(route: Route): Record<string, unknown> {
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [route.tag],
    security: security(route.access),
    parameters: [...parameters("path", route.params), ...parameters("query", route.query)],
    ...(route.bodyKind !== "none" && { requestBody: requestBody(route) }),
    responses: {
      ...success(route),
      default: {
        description: "A problem",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function security(access: Access): readonly Record<string, readonly string[]>[] {
  if (access.kind === "public") return [];
  // Keys act neither for a person nor where a second factor is asked for.
  return access.kind === "permission" ? [{ key: [] }, { session: [] }] : [{ session: [] }];
}

function parameters(place: "path" | "query", schema: TSchema): readonly Record<string, unknown>[] {
  const properties = "properties" in schema ? Object.entries(schema.properties ?? {}) : [];
  const required = "required" in schema && Array.isArray(schema.required) ? schema.required : [];
  return properties.map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: plain(property),
  }));
}

function requestBody(route: Route): Record<string, unknown> {
  const content =
    route.bodyKind === "multipart"
      ? { "multipart/form-data": { schema: { type: "object", additionalProperties: true } } }
      : { "application/json": { schema: plain(route.body) } };
  return { required: true, content };
}

function success({ reply }: Route): Record<string, unknown> {
  if (reply.kind === "none") return { "204": { description: "Done" } };
  if (reply.kind === "json") {
    const content = { "application/json": { schema: plain(reply.body) } };
    return { [String(reply.status)]: { description: "Done", content } };
  }
  const content = Object.fromEntries(reply.mediaTypes.map((type) => [type, {}]));
  return { "200": { description: "A file", content }, "304": { description: "The caller has it already" } };
}

/** The schema as JSON has it, without what the library keeps on the side. */
function plain(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema));
}
