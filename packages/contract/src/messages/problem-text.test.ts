import { describe, expect, it } from "vitest";
import {
  faultKinds,
  malformedReasons,
  type ProblemCode,
  type ProblemDetails,
  problemStatus,
} from "../problem/problem.ts";
import { importStates } from "../study/import-state.ts";
import { en } from "./en.ts";
import { problemText } from "./problem-text.ts";
import { zh } from "./zh.ts";

/** One of each kind, so that every text is really made. The type refuses a missing one. */
const samples: { readonly [Code in ProblemCode]: ProblemDetails[Code] } = {
  "not-signed-in": {},
  "sign-in-failed": {},
  "sign-in-held-back": { retryAfterSeconds: 8 },
  "code-wrong": {},
  "password-wrong": {},
  "password-weak": { least: 12 },
  "link-used-or-expired": {},
  "second-factor-required": {},
  "not-permitted": { permission: "members:manage" },
  "field-not-changeable": { field: "role" },
  "origin-refused": { expected: "https://survey.example.cn" },
  "not-found": {},
  "request-malformed": { reason: "syntax" },
  "request-invalid": { faults: [{ at: "body.name", problem: "missing" }] },
  "request-too-large": { limitBytes: 1_048_576 },
  "media-type-refused": { expected: "application/json" },
  "too-many-requests": { retryAfterSeconds: 61 },
  "changed-meanwhile": {},
  "already-exists": { what: "R-01" },
  "unit-in-use": { programmes: 1, imports: 4, members: 2, keys: 5, units: 3 },
  "unit-inside-itself": {},
  "last-administrator": {},
  "mail-not-configured": {},
  "import-not-ready": { state: "running" },
  "import-without-data": {},
  "study-faulty": { issues: [], total: 3 },
  "questionnaire-faulty": { issues: [], total: 2 },
  "template-unknown": { template: "x" },
  "wave-open-already": { wave: "2026 Q4" },
  "wave-not-open": {},
  "wave-still-collecting": { wave: "2026 Q4" },
  "wave-closed": { closedAt: "2026-11-22T10:00:00.000Z" },
  "wave-has-no-questionnaire": {},
  "programme-has-questionnaire": {},
  "submission-id-missing": {},
  "submission-differs": { receivedAt: "2026-11-22T10:00:00.000Z" },
  "answers-faulty": { faults: [{ question: "q1", row: null, problem: "required" }] },
  "version-unknown": { version: 3 },
  "partial-stale": { sequence: 4 },
  "received-already": { receivedAt: "2026-11-22T10:00:00.000Z" },
  "nothing-to-analyse": {},
  "results-not-ready": {},
  "weight-unknown": { weight: "w", known: ["base"] },
  "pdf-unavailable": { reason: "x" },
  "storage-full": {},
  "too-busy": { retryAfterSeconds: 5 },
  "database-away": { retryAfterSeconds: 5 },
  "files-away": { retryAfterSeconds: 5 },
  "address-refused": { address: "127.0.0.1" },
  unexpected: { requestId: "r-1" },
};
const codes = Object.keys(samples) as ProblemCode[];

describe("the problem catalogue", () => {
  it("has a status and a text in both languages for each code, and no others", () => {
    expect(Object.keys(problemStatus).sort()).toEqual([...codes].sort());
    expect(Object.keys(zh.problems).sort()).toEqual([...codes].sort());
    expect(Object.keys(en.problems).sort()).toEqual([...codes].sort());
  });

  it.each(["zh", "en"] as const)("says in %s what every reason and every fault is", (language) => {
    const messages = { zh, en }[language];
    expect(Object.keys(messages.malformed).sort()).toEqual([...malformedReasons].sort());
    expect(Object.keys(messages.faults).sort()).toEqual([...faultKinds].sort());
  });

  it.each(codes)("%s is whole sentences without exclamation marks or holes", (code) => {
    const chinese = problemText(code, samples[code], "zh");
    const english = problemText(code, samples[code], "en");
    expect(chinese).toMatch(/^[^!！]+。$/u);
    expect(english).toMatch(/^[A-Z“][^!]+\.$/u);
    for (const text of [chinese, english]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(importStates)("says in words that an import is %s", (state) => {
    for (const language of ["zh", "en"] as const) {
      const text = problemText("import-not-ready", { state }, language);
      expect(text).not.toMatch(/[“”]|undefined/);
      expect(text.length).toBeGreaterThan(15);
    }
    expect(problemText("import-not-ready", { state }, "zh")).not.toContain(state);
  });

  it("uses statuses of errors only", () => {
    for (const status of Object.values(problemStatus)) expect(status).toSatisfy((it: number) => it >= 400 && it < 600);
  });

  it("says waiting times in the unit people use", () => {
    expect(problemText("sign-in-held-back", { retryAfterSeconds: 1 }, "en")).toContain("Wait 1 second,");
    expect(problemText("sign-in-held-back", { retryAfterSeconds: 61 }, "en")).toContain("Wait 2 minutes,");
    expect(problemText("sign-in-held-back", { retryAfterSeconds: 900 }, "zh")).toContain("请等待 15 分钟后再试");
  });
});
