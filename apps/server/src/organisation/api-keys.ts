import { randomBytes, randomUUID } from "node:crypto";
import { createApiKey, listApiKeys, revokeApiKey } from "@manyi/contract/organisation/api-keys";
import { ProblemError } from "@manyi/contract/problem/problem";
import { keyPermissions } from "@manyi/contract/rights/permission";
import { type HandledRoute, handle } from "../http/call.ts";
import { hashOfKey } from "../rights/read-scope.ts";
import { may } from "../rights/scope.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import { withinScope } from "../rights/within-scope.ts";

const PREFIX_CHARACTERS = 11;

export const apiKeyRoutes: readonly HandledRoute[] = [
  handle(listApiKeys, async ({ tx, scope }) => {
    const keys = await tx
      .selectFrom("api_key")
      .innerJoin("unit", "unit.id", "api_key.unit_id")
      .innerJoin("auth_user", "auth_user.id", "api_key.created_by")
      .selectAll("api_key")
      .select(["unit.name as unitName", "auth_user.name as createdBy"])
      .where(withinScope(scope, "keys:manage", "api_key.unit_id"))
      .orderBy("api_key.created_at", "desc")
      .orderBy("api_key.id")
      .execute();
    return {
      entries: keys.map((key) => ({
        id: key.id,
        name: key.name,
        prefix: key.prefix,
        permissions: keyPermissions.filter((permission) => key.permissions.includes(permission)),
        unitId: key.unit_id,
        unitName: key.unitName,
        createdAt: key.created_at.toISOString(),
        createdBy: key.createdBy,
        lastUsedAt: key.last_used_at?.toISOString() ?? null,
        expiresAt: key.expires_at?.toISOString() ?? null,
        revokedAt: key.revoked_at?.toISOString() ?? null,
      })),
    };
  }),

  handle(createApiKey, async (call) => {
    const { tx, scope, body, now } = call;
    const path = await unitPathWithin(tx, scope, "keys:manage", body.unitId);
    const missing = body.permissions.find((permission) => !may(scope, permission, path));
    if (missing !== undefined) throw new ProblemError("not-permitted", { permission: missing });
    const expiresAt = body.expiresAt == null ? null : new Date(body.expiresAt);
    if (expiresAt !== null && expiresAt <= now) {
      throw new ProblemError("request-invalid", { faults: [{ at: "body.expiresAt", problem: "too-small" }] });
    }
    const id = randomUUID();
    const key = `mk_${randomBytes(32).toString("base64url")}`;
    await tx
      .insertInto("api_key")
      .values({
        id,
        organisation_id: scope.organisationId,
        unit_id: body.unitId,
        name: body.name,
        prefix: key.slice(0, PREFIX_CHARACTERS),
        secret_hash: hashOfKey(key),
        permissions: [...body.permissions],
        created_by: scope.actor.id,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute();
    const { permissions } = body;
    await call.audit({ object: { kind: "api-key", id }, unitId: body.unitId, details: { permissions } });
    return { id, key };
  }),

  handle(revokeApiKey, async (call) => {
    const { tx, scope, params, now } = call;
    const key = await tx
      .updateTable("api_key")
      // The first revocation counts.
      .set(({ fn, val }) => ({ revoked_at: fn.coalesce("revoked_at", val(now)) }))
      .where("id", "=", params.apiKeyId)
      .where(withinScope(scope, "keys:manage", "api_key.unit_id"))
      .returning("unit_id")
      .executeTakeFirst();
    if (key === undefined) throw new ProblemError("not-found", {});
    await call.audit({ object: { kind: "api-key", id: params.apiKeyId }, unitId: key.unit_id });
    return undefined;
  }),
];
