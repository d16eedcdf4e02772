import { describe, expect, it } from "vitest";
import { CallError, failureOf, isPassing } from "./call-error.ts";
import { failureText, fieldFault } from "./failure-text.ts";

function answered(status: number, body: string, type: string): Response {
  return new Response(body, { status, headers: { "content-type": type } });
}

function invalid(at: string): CallError {
  return new CallError({
    kind: "problem",
    problem: {
      type: "",
      code: "request-invalid",
      status: 422,
      title: "有 1 处内容不符合要求",
      details: { faults: [{ at, problem: "too-long" }] },
      requestId: "r",
    },
  });
}

describe("a failure", () => {
  it("is the server's problem where it tells one", async () => {
    const failure = await failureOf(answered(409, `{"code":"changed-meanwhile"}`, "application/problem+json"));
    expect(failure.kind).toBe("problem");
  });

  it("is that nobody answers where a proxy says so", async () => {
    expect(await failureOf(answered(502, "<html>", "text/html"))).toEqual({ kind: "unreachable" });
  });

  it("is a broken answer where something else speaks, or half a problem came", async () => {
    expect(await failureOf(answered(500, "<html>", "text/html"))).toEqual({ kind: "broken", status: 500 });
    expect(await failureOf(answered(500, "{", "application/problem+json"))).toEqual({ kind: "broken", status: 500 });
  });

  it("passes by itself only where the server is away or full", () => {
    expect(isPassing(new CallError({ kind: "unreachable" }))).toBe(true);
    expect(isPassing(invalid("body.name"))).toBe(false);
    expect(isPassing(new TypeError("a bug"))).toBe(false);
  });

  it("stands at the field it is about, in words", () => {
    expect(fieldFault(invalid("body.name.zh"), "name")).toMatch(/长|long/);
    expect(fieldFault(invalid("body.name.zh"), "email")).toBeNull();
  });

  it.each(["zh", "en"] as const)("of values names their places in the words of the screen: %s", (language) => {
    const said = (at: string) => failureText(invalid(at), language);
    for (const at of ["body.name.zh", "body.columns.3.range.minimum", "body.columns.0", "query.x_unheard-of", "body"]) {
      const { text, lines } = said(at);
      expect(lines).toHaveLength(1);
      expect([text, ...lines].join(" ")).not.toMatch(/body|query|columns\.|x_unheard/);
    }
    expect(said("body.columns.3.range.minimum").lines[0]).toMatch(/^(第 4 列的最低分|Column 4, lowest rating)/);
    expect(said("body.name.zh").lines[0]).toMatch(/^(名称：太长|Name: .*long)/);
  });

  it("that is a bug of ours claims nothing about the server", () => {
    expect(failureText(new TypeError("x is undefined"), "zh").text).not.toContain("x is undefined");
  });
});
