import type { Member } from "@manyi/contract/organisation/members";
import type { Unit } from "@manyi/contract/organisation/organisation";
import type { Programme } from "@manyi/contract/programme/programmes";
import { permissionsOf } from "@manyi/contract/rights/role";
import type { Session } from "@manyi/contract/session/session";

/** A UUID that says which it is. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const group: Unit = {
  id: uuid(1),
  parentId: null,
  kind: "group",
  name: { zh: "云杉集团", en: "Spruce Group" },
  code: null,
  members: 1,
  programmes: 1,
};

/** An administrator's session. */
export function buildSession(overrides: Partial<Session["user"]> = {}): Session {
  return {
    user: {
      id: "u1",
      name: "陈立",
      email: "chen@example.com",
      language: "zh",
      secondFactor: true,
      ...overrides,
    },
    organisation: { id: uuid(1), name: group.name, timeZone: "Asia/Shanghai" },
    memberships: [{ role: "administrator", unitId: group.id, unitName: group.name }],
    permissions: [...permissionsOf.administrator],
    secondFactorMissing: false,
    mailConfigured: false,
  };
}

export function buildMember(overrides: Partial<Member> = {}): Member {
  return {
    id: "u2",
    name: "王芳",
    email: "wang@example.com",
    state: "active",
    secondFactor: false,
    memberships: [{ role: "reader", unitId: group.id, unitName: group.name }],
    lastSeenAt: null,
    ...overrides,
  };
}

export function buildProgramme(overrides: Partial<Programme> = {}): Programme {
  const wave = { state: "closed", responses: 600, excluded: 0, collects: false } as const;
  return {
    id: uuid(10),
    name: { zh: "代理记账客户满意度", en: "Bookkeeping clients" },
    unitId: group.id,
    unitName: group.name,
    createdAt: "2026-11-01T02:00:00Z",
    archivedAt: null,
    version: 1,
    waves: [
      { ...wave, id: uuid(51), code: "2026Q1", name: { zh: "2026 年一季度", en: "2026 Q1" } },
      { ...wave, id: uuid(52), code: "2026Q2", name: { zh: "2026 年二季度", en: "2026 Q2" } },
    ],
    headline: {
      label: { zh: "满意度指数", en: "Satisfaction index" },
      value: 64.7,
      lower: 63.7,
      upper: 65.6,
      unit: "index",
      n: 1200,
    },
    lastResponseAt: "2026-10-30T02:00:00Z",
    questionnaire: null,
    may: { edit: true, manageFieldwork: true, import: true, export: true, readResponses: true, editResponses: true },
    ...overrides,
  };
}
