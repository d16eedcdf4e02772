import { type Static, Type } from "typebox";
import { keyPermissions } from "../rights/permission.ts";
import { created, json, noContent, permitted, permittedWithSecondFactor, route } from "../route/route.ts";
import { closed, Instant, LocalText, nullable, PersonName, Uuid } from "../route/shapes.ts";

const tag = "api-keys";

export const ApiKeySchema = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    /** The first characters, to tell keys apart. */
    prefix: Type.String(),
    permissions: Type.Array(Type.Enum([...keyPermissions])),
    unitId: Uuid,
    unitName: LocalText,
    createdAt: Instant,
    createdBy: Type.String(),
    lastUsedAt: nullable(Instant),
    expiresAt: nullable(Instant),
    revokedAt: nullable(Instant),
  },
  closed,
);
export type ApiKey = Static<typeof ApiKeySchema>;

export const listApiKeys = route("GET /api/api-keys", {
  name: "listApiKeys",
  summary: "Keys of the programming interface",
  tag,
  access: permitted("keys:manage"),
  reply: json(Type.Object({ entries: Type.Array(ApiKeySchema) }, closed)),
});

export const createApiKey = route("POST /api/api-keys", {
  name: "createApiKey",
  summary: "Create a key; the whole key is in this answer only",
  tag,
  access: permittedWithSecondFactor("keys:manage"),
  body: Type.Object(
    {
      name: PersonName,
      unitId: Uuid,
      permissions: Type.Array(Type.Enum([...keyPermissions]), { minItems: 1, uniqueItems: true }),
      expiresAt: Type.Optional(nullable(Instant)),
    },
    closed,
  ),
  reply: created(Type.Object({ id: Uuid, key: Type.String() }, closed)),
  audited: "api-key.created",
});

export const revokeApiKey = route("DELETE /api/api-keys/:apiKeyId", {
  name: "revokeApiKey",
  summary: "Revoke a key; it fails from the next request on",
  tag,
  access: permittedWithSecondFactor("keys:manage"),
  params: Type.Object({ apiKeyId: Uuid }, closed),
  reply: noContent,
  audited: "api-key.revoked",
});
