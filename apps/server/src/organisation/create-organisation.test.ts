import { describe, expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import { identityRoutes } from "../identity/routes.ts";
import { createFirstAdministrator, createOrganisation } from "./create-organisation.ts";

describe("the first start", () => {
  it("makes an organisation with one unit and an administrator who can sign in", async () => {
    const server = await testServer({ routes: identityRoutes });
    const now = server.clock.now();
    const settings = { secret: server.ground.secret, origin: server.ground.config.origin };
    const organisationId = await createOrganisation(server.db, {
      name: { zh: "新公司", en: "New company" },
      timeZone: "Asia/Shanghai",
      now,
    });
    const person = { organisationId, email: "Admin@example.cn", name: "管理员", language: "zh", now } as const;
    const { password } = await createFirstAdministrator(server.db, settings, person);
    expect(password).toMatch(/^[a-km-z2-9]{5}(-[a-km-z2-9]{5}){4}$/);
    const signIn = { email: "admin@example.cn", password };
    const answer = await server.ask(null, "POST /api/session/sign-in", signIn);
    expect(answer.json()).toEqual({ kind: "signed-in" });
    const entries = await server.db
      .selectFrom("audit_entry")
      .select(["action", "actor_kind"])
      .where("actor_kind", "=", "system")
      .orderBy("id")
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(["organisation.created", "member.added"]);
    await expect(createFirstAdministrator(server.db, settings, person)).rejects.toMatchObject({
      code: "already-exists",
    });
  });
});
