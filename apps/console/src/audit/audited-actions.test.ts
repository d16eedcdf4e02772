import { listAudit } from "@manyi/contract/organisation/audit";
import { describe, expect, it } from "vitest";
import { zh } from "./messages/zh.ts";

/** Every module of the contract, for the routes in it. */
const contract = import.meta.glob(["../../../../packages/contract/src/*/*.ts", "!**/*.test.ts"], { eager: true });

function auditedActions(): readonly string[] {
  const exported = Object.values(contract).flatMap((module) => Object.values(module as Record<string, unknown>));
  return exported.flatMap((value) => {
    if (typeof value !== "object" || value === null || !("audited" in value)) return [];
    return typeof value.audited === "string" ? [value.audited] : [];
  });
}

describe("the words of the audit log", () => {
  it("name every action that a route of the contract leaves", () => {
    expect(listAudit.audited).toBeNull();
    const actions = auditedActions();
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => !(action in zh.actions))).toEqual([]);
  });

  it("name the area of every such action", () => {
    const areas = new Set(auditedActions().map((action) => action.split(".")[0] ?? ""));
    expect([...areas].filter((area) => !(area in zh.areas))).toEqual([]);
  });
});
