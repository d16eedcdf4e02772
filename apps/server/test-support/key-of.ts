import type { KeyPermission } from "@manyi/contract/rights/permission";
import type { TestServer } from "./build-server.ts";
import type { Person } from "./two-organisations.ts";

/** A key of the programming interface, made by somebody for their unit. */
export async function keyOf(
  server: TestServer,
  person: Person,
  permissions: readonly KeyPermission[],
): Promise<{ readonly id: string; readonly key: string }> {
  const answer = await server.ask(person, "POST /api/api-keys", {
    name: "数据接口",
    unitId: person.unitId,
    permissions,
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}
