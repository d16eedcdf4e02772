import { listAudit } from "@manyi/contract/organisation/audit";
import { describe, expect, it } from "vitest";
import { zh } from "./messages/zh.ts";

/** Every module of the contract, for the routes in it. */
const contract = import.meta.glob(["../../../../packages/contract/src/*/*.ts", "!**/*.test.ts"], { eager: true });

/** Routes with what each leaves in the log; null: nothing, unless it is refused. */
function routes(): readonly { readonly name: string; readonly audited: string | null }[] {
  const exported = Object.values(contract).flatMap((module) => Object.values(module as Record<string, unknown>));
  return exported.flatMap((value) => {
    if (typeof value !== "object" || value === null || !("audited" in value) || !("name" in value)) return [];
    return [{ name: String(value.name), audited: typeof value.audited === "string" ? value.audited : null }];
  });
}

function auditedActions(): readonly string[] {
  return routes().flatMap(({ audited }) => audited ?? []);
}

describe("the words of the audit log", () => {
  it("name every action that a route of the contract leaves", () => {
    expect(listAudit.audited).toBeNull();
    const actions = auditedActions();
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => !(action in zh.actions))).toEqual([]);
  });

  it("name every request that leaves an entry only where it is refused", () => {
    const names = routes().flatMap(({ name, audited }) => (audited === null ? [name] : []));
    expect(names).toContain("readResults");
    expect(names.filter((name) => !(name in zh.actions))).toEqual([]);
  });

  it("name the area of every such action", () => {
    const areas = new Set(auditedActions().map((action) => action.split(".")[0] ?? ""));
    expect([...areas].filter((area) => !(area in zh.areas))).toEqual([]);
  });
});
