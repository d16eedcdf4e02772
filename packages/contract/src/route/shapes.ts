import { type TSchema, Type } from "typebox";

export const closed = { additionalProperties: false } as const;

export const Uuid = Type.String({ format: "uuid", description: "UUID, lower case" });
export const Instant = Type.String({
  format: "date-time",
  // The format alone also allows what no program here can read: leap seconds, zones in two digits, a blank for the T.
  pattern: "T\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$",
  description: "UTC, ISO 8601",
});

/** A name as people write it: something visible, no control characters. */
export const PersonName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+$",
});
export const Email = Type.String({ format: "email", maxLength: 254 });

/** A text in the product's languages; at least one of them. */
export const LocalText = Type.Object(
  {
    zh: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" })),
    en: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" })),
  },
  { ...closed, minProperties: 1 },
);

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** Where the next page begins; opaque. */
export const Cursor = Type.String({ minLength: 1, maxLength: 200 });
export const PageSize = Type.Integer({ minimum: 1, maximum: 200, default: 50 });

export function page<Schema extends TSchema>(entry: Schema) {
  return Type.Object({ entries: Type.Array(entry), next: nullable(Cursor) }, closed);
}
