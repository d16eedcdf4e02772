/** A form beside others: an older version, the same page sent twice, a page that its own answers have hidden. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addVersion, askVersion } from "../../../test-support/add-version.ts";
import { askedQuestionnaire } from "../../../test-support/asked-questionnaire.ts";
import { collectionServer } from "../../../test-support/collection-server.ts";
import { questionsIn, readablePages } from "../../../test-support/readable-pages.ts";
import { respondentWeb } from "./respondent-web.ts";

/** Somebody without the runtime, under an id of their own. */
async function respondent() {
  const pages = await readablePages();
  const server = await collectionServer({
    web: (collection, ground) => ({ also: [respondentWeb(ground, collection, pages)] }),
  });
  const id = randomUUID();
  const path = (page: string) => `/s/${server.wave.token}/${id}/${page}`;
  const post = async (page: string, fields: Readonly<Record<string, string>>) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const payload = new URLSearchParams({ go: "next", ...fields }).toString();
    const answer = await server.app.inject({ method: "POST", url: path(page), headers, payload });
    return [answer.statusCode, answer.headers.location];
  };
  const get = (page: string) => server.app.inject({ method: "GET", url: path(page) });
  return { ...server, id, path, post, get };
}

const first = { version: "1", "a.overall": "4" };

describe("a page's form", () => {
  it("stays with the version in which it was begun, whatever is asked by now and whatever it says", async () => {
    const { db, wave, post, path, responses } = await respondent();
    expect(await post("first", first)).toEqual([303, path("second")]);
    const [one, two] = askedQuestionnaire.pages;
    if (one === undefined || two === undefined) throw new Error("it has two pages");
    const changed = { ...askedQuestionnaire, pages: [one, { ...two, code: "later" }] };
    await askVersion(db, wave, await addVersion(db, wave, 2, changed));
    expect(await post("second", { version: "2", "a.nps": "9" })).toEqual([303, path("done")]);
    expect(await responses()).toMatchObject([{ answers: { overall: "4", nps: "9", _version: "1" } }]);
  });

  it("sent twice at one moment goes on both times, and one of the two is kept", async () => {
    const { post, path, get } = await respondent();
    const both = await Promise.all([post("first", first), post("first", { ...first, "a.overall": "5" })]);
    expect(both).toEqual([
      [303, path("second")],
      [303, path("second")],
    ]);
    expect([4, 5]).toContain(questionsIn(await get("second")).answers.overall);
  });

  it("leads to a page that is stamped with when it was begun, so that the time to answer is whole", async () => {
    const { collection, clock, wave, post, get } = await respondent();
    const begun = clock.now();
    await post("first", { ...first, stamp: collection.stamps.make(wave.linkId, begun) });
    clock.advance(60_000);
    const { stamp } = questionsIn(await get("second"));
    expect(collection.stamps.read(stamp, wave.linkId, clock.now())).toEqual(begun);
  });

  it("may lack what is required on the way back", async () => {
    const { post, path } = await respondent();
    expect(await post("first", { version: "1", go: "back" })).toEqual([303, path("first")]);
  });
});

describe("a page that the answers saved on it have hidden", () => {
  it("leads to the first that is shown, with all that was saved", async () => {
    const { db, wave, id, ask, get, path } = await respondent();
    const [one, two] = askedQuestionnaire.pages;
    if (one === undefined || two === undefined) throw new Error("it has two pages");
    const pages = [one, { ...two, showIf: { item: "overall", from: 4 } }];
    await askVersion(db, wave, await addVersion(db, wave, 2, { ...askedQuestionnaire, pages }));
    const saved = { sequence: 1, answers: { overall: 3 }, page: "second", version: 2, language: "zh" };
    expect((await ask(null, `PUT /api/collect/${wave.token}/partials/${id}`, saved)).statusCode).toBe(204);
    const answer = await get("second");
    expect([answer.statusCode, answer.headers.location]).toEqual([303, path("first")]);
    expect(questionsIn(await get("first")).answers).toEqual({ overall: 3 });
  });
});
