import { describe, expect, it } from "vitest";
import { capturingLog } from "../../test-support/capturing-log.ts";
import type { Facts } from "./facts.ts";
import { maskText } from "./mask-text.ts";

describe("a log line", () => {
  it("is JSON with time, level, event, and the facts that have a name", () => {
    const { log, text } = capturingLog();
    log.info("mail-sent", { mailId: "0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11", durationMs: 12 });
    expect(JSON.parse(text())).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: "info",
      event: "mail-sent",
      mailId: "0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11",
      durationMs: 12,
    });
  });

  it("leaves out what is not in the list, and says how much", () => {
    const { log, text } = capturingLog();
    // As a value read from elsewhere might bring it, past the types.
    const facts: Facts = JSON.parse('{"status":500,"email":"wang@example.cn","answers":{"q1":"太慢"}}');
    log.warn("request-failed", facts);
    expect(JSON.parse(text())).toMatchObject({ status: 500, factsLeftOut: 2 });
    expect(text()).not.toMatch(/wang|太慢/);
  });

  it("masks a value that is not of the kind its name says", () => {
    const { log, of } = capturingLog();
    log.info("request", {
      route: "/api/staff?email=wang@example.cn",
      requestId: "王小明",
      problem: "he was rude",
      method: "13800138000",
      status: 200,
    });
    expect(of("request")).toMatchObject([
      { route: "[masked]", requestId: "[masked]", problem: "[masked]", method: "[number]", status: 200 },
    ]);
  });

  it("carries the facts of the log it came from, and its own where both have one", () => {
    const { log, of } = capturingLog();
    log.child({ job: "send-mail", attempt: 1 }).child({ attempt: 2 }).info("job-done", { jobId: "7" });
    expect(of("job-done")).toMatchObject([{ job: "send-mail", attempt: 2, jobId: "7" }]);
  });

  it("tells of an error where and what kind, with its cause, and nothing of what it says", () => {
    const { log, of, text } = capturingLog();
    const cause = Object.assign(new Error("550 no mailbox wang@example.cn"), { responseCode: 550, command: "RCPT TO" });
    log.error("job-dead", { error: new Error("could not write to 王小明\n    at 13800138000", { cause }) });
    expect(of("job-dead")).toMatchObject([
      { error: { name: "Error", cause: { name: "Error", responseCode: "550", command: "RCPT TO" } } },
    ]);
    expect(text()).toContain("log.test.ts");
    expect(text()).not.toMatch(/wang|王小明|13800138000|could not/);
  });

  it("keeps the message of the engine's own errors, which speak of the program", () => {
    const { log, text } = capturingLog();
    log.error("bug", { error: new TypeError("Cannot read properties of undefined (reading 'state')") });
    expect(text()).toContain("Cannot read properties of undefined (reading 'state')");
  });

  it("shows no password of an address of ours", () => {
    const { log, text } = capturingLog();
    log.info("started", { database: "postgres://manyi:s3cret@db.example:5432/manyi" });
    expect(text()).toContain("postgres://db.example:5432/manyi");
    expect(text()).not.toContain("s3cret");
  });
});

describe("maskText", () => {
  it.each([
    ["mail to wang.xiaoming@example.cn failed", "mail to [address] failed"],
    ["from 203.0.113.9", "from [ip]"],
    ["from 2001:db8::8a2e:370:7334", "from [ip]"],
    ["from ::1", "from [ip]"],
    ["call +86 138 0013 8000", "call [number]"],
    ["id 11010519491231002X", "id [number]"],
    ["Authorization: Bearer abc.def", "Authorization: [secret]"],
    ["sent Bearer abc.def-ghi", "sent Bearer [secret]"],
    ["cookie: session=abc; other=def", "cookie: [secret]"],
    ["GET /reset?token=abc", "GET /reset?[query]"],
    ["postgres://u:p@host/db", "postgres://host/db"],
    ['invalid input syntax: "太慢"', "invalid input syntax: [quoted]"],
    ["key 3f9Qm0Zq7vJk1c5TtQ2uX8wN4yB6aL0e", "key [token]"],
    ["姓名 unknown", "[text] unknown"],
  ])("masks %j", (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    "Failed to acquire job 17 (attempt 3 of 10), trying again in 1500 ms",
    "0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11",
    "2026-11-22T02:00:00",
    "relation study_import does not exist",
  ])("leaves %j", (text) => {
    expect(maskText(text)).toBe(text);
  });
});
