/** What somebody writes to do harm stays the text that it is, wherever it is shown. */
import { openPages } from "@manyi/respondent/open-pages";
import { expect, it } from "vitest";
import { collectionServer } from "../../test-support/collection-server.ts";
import { responseRoutes } from "../response/routes.ts";
import { respondentWeb } from "./pages/respondent-web.ts";

const harm = `<img src=x onerror="alert(1)"></textarea><script>alert(2)</script>{{7*7}}\u202e`;

it("a text with tags is kept as it is, and stands in a page that is shown again as text (15, 20)", async () => {
  const pages = await openPages();
  const server = await collectionServer({
    more: responseRoutes,
    web: (collection, ground) => ({ also: [respondentWeb(ground, collection, pages)], limits: { collection: 1_000 } }),
  });
  const start = `/s/${server.wave.token}`;
  const first = await server.app.inject({ url: start });
  const id = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/.exec(first.body)?.[0] ?? "";
  const post = (page: string, fields: Record<string, string>) =>
    server.app.inject({
      method: "POST",
      url: `${start}/${id}/${page}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ version: "1", language: "zh", ...fields }).toString(),
    });
  // Too long besides, so that the page comes back with it.
  const again = await post("second", { "a.more": harm + "x".repeat(20_000) });
  expect(again.statusCode).toBe(422);
  expect(inert(again.body)).toBe(true);
  await post("first", { "a.overall": "1", "a.reason": harm });
  const later = await server.app.inject({ url: `${start}/${id}/first` });
  expect(later.statusCode).toBe(200);
  expect(inert(later.body)).toBe(true);
  const done = await post("second", { "a.more": harm });
  expect(done.statusCode).toBe(303);
  expect((await server.responses())[0]?.answers).toMatchObject({ reason: harm, more: harm });
  const list = await server.ask(server.people.manager, `GET /api/programmes/${server.wave.programmeId}/responses`);
  expect(list.headers["content-type"]).toMatch(/^application\/json/);
  expect(list.json().entries[0].answers).toMatchObject({ reason: harm });
});

/** The text is there, and none of its tags is one. */
function inert(html: string): boolean {
  return html.includes("&lt;img src=x") && !/<img|<script>alert|<\/textarea><script/.test(html);
}
