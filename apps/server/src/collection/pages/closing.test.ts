import { describe, expect, it } from "vitest";
import { endIn, noticeIn, questionsIn } from "../../../test-support/readable-pages.ts";
import { browser, locationOf, opened } from "../../../test-support/respondent-browser.ts";

describe("a survey that ends", () => {
  it("finishes within the grace time what was begun before the close, and nothing after it (6)", async () => {
    const server = await browser();
    const { hidden, path } = await opened(server);
    server.clock.advance(1_000);
    const closedAt = server.clock.now();
    const graceUntil = new Date(closedAt.getTime() + 60_000);
    await server.db
      .updateTable("wave")
      .set({ state: "closing", closed_at: closedAt, grace_until: graceUntil })
      .execute();
    server.clock.advance(1_000);
    const ending = await server.get(`${server.start}?lang=en`);
    expect([ending.statusCode, noticeIn(ending)]).toEqual([
      200,
      { kind: "closed", language: "en", returning: { link: server.wave.token, wave: "closing" } },
    ]);
    expect(questionsIn(await server.get(`${server.start}?lang=en&continue=1`)).wave).toBe("closing");
    await server.post(path("first"), { ...hidden, "a.overall": "5", go: "next" });
    expect(questionsIn(await server.get(path("second"))).wave).toBe("closing");
    expect(locationOf(await server.post(path("second"), { ...hidden, go: "next" }))).toEqual([303, path("done")]);
    expect(endIn(await server.get(path("done"))).late).toBe(true);
    const late = await opened(server, "?continue=1");
    const refused = await server.post(late.path("first"), { ...late.hidden, "a.overall": "5", go: "next" });
    expect([refused.statusCode, noticeIn(refused).kind]).toEqual([409, "closed"]);
    server.clock.advance(60_000);
    expect(noticeIn(await server.get(server.start)).kind).toBe("closed");
    expect(endIn(await server.get(path("done"))).late).toBe(true);
  });

  it("says so at its link, and lets whoever has something to send go on", async () => {
    const server = await browser();
    await server.db.updateTable("wave").set({ state: "closed", closed_at: server.clock.now() }).execute();
    const answer = await server.get(server.start);
    const returning = { link: server.wave.token, wave: "closed" };
    expect([answer.statusCode, noticeIn(answer)]).toEqual([200, { kind: "closed", language: "zh", returning }]);
    expect(questionsIn(await server.get(`${server.start}?continue=1`)).wave).toBe("closed");
  });
});
