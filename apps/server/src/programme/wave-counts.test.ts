import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import { emptyTestDatabase } from "../../test-support/database.ts";
import { queuedImport } from "../../test-support/queued-import.ts";
import type { Database } from "../database/connect.ts";
import { migrate, migrateTo } from "../database/migrate.ts";
import { responseRoutes } from "../response/routes.ts";
import { runImport } from "../study/import/run-import.ts";
import { importOfJob } from "../study/queries.ts";
import { programmeRoutes } from "./routes.ts";

/** What the waves say, and what the responses say. */
async function counted(db: Database) {
  const waves = await db.selectFrom("wave_count").selectAll().orderBy("wave_id").execute();
  const { rows } = await sql`
    select wave_id, count(*)::integer as responses, max(received_at) as last_received_at
    from response group by wave_id order by wave_id`.execute(db);
  return { waves, responses: rows };
}

function study(data: string): ReadonlyMap<string, string> {
  const definition = {
    format: "manyi-study/1",
    id: "small",
    title: { zh: "小" },
    data: { file: "data.csv" },
    scales: { five: { kind: "rating", minimum: 1, maximum: 5 } },
    columns: [
      { name: "id", type: "text" },
      { name: "w", type: "choice" },
      { name: "q1", type: "rating", scale: "five" },
    ],
    cases: { key: "id" },
    waves: { column: "w" },
    measures: { overall: "q1" },
  };
  return new Map([
    ["study.json", JSON.stringify(definition)],
    ["data.csv", `id,w,q1\n${data}`],
  ]);
}

describe("the counts of a wave", () => {
  it("are those of its responses after imports, exclusions and restorations", async () => {
    const s = await testServer({ routes: (ground) => [...programmeRoutes(ground), ...responseRoutes(ground)] });
    const place = { ...s, organisationId: s.ours.organisationId, unitId: s.ours.department };
    const imported = async (data: string, request = {}) => {
      const id = await queuedImport({ ...place, url: "", dataFolder: "" }, study(data), request);
      await runImport(s.ground, id);
      return (await importOfJob(s.db, id))?.outcome?.programmeId ?? expect.fail("nothing was imported");
    };
    const programmeId = await imported("a,2025,5\nb,2025,4\nc,2026,3\n");
    s.clock.advance(3_600_000);
    const further = { programme: { kind: "existing", programmeId }, faultyLines: "leave-out" };
    await imported("a,2025,1\nd,2026,2\ne,2027,9\nf,2026,1\n", further);
    const read = async () => (await s.ask(s.people.analyst, `GET /api/programmes/${programmeId}`)).json();
    const before = await counted(s.db);
    expect(before.waves).toEqual(before.responses);
    expect(await read()).toMatchObject({
      lastResponseAt: s.clock.now().toISOString(),
      waves: [
        { code: "2025", responses: 2, excluded: 0 },
        { code: "2026", responses: 3, excluded: 0 },
      ],
    });
    const ids = await s.db.selectFrom("response").select("id").where("line", "=", 3).execute();
    for (const { id } of ids) await s.ask(s.people.analyst, `POST /api/responses/${id}/exclude`, { reason: "重复" });
    expect((await read()).waves).toMatchObject([
      { responses: 2, excluded: 1 },
      { responses: 3, excluded: 1 },
    ]);
    for (const { id } of ids) await s.ask(s.people.analyst, `POST /api/responses/${id}/restore`);
    expect((await read()).waves).toMatchObject([{ excluded: 0 }, { excluded: 0 }]);
    expect(await counted(s.db)).toEqual(before);
  });

  it("come with the upgrade to databases that hold responses already", async () => {
    const { db, url } = await emptyTestDatabase();
    await migrateTo(url, 3);
    await fillSchema3(db);
    await migrate(url);
    const { waves, responses } = await counted(db);
    expect(waves).toMatchObject([{ responses: 2 }]);
    expect(waves).toEqual(responses);
  });
});

/** A wave with two responses and one without any, as schema 3 kept them. */
async function fillSchema3(db: Database): Promise<void> {
  const id = "00000000-0000-4000-8000-00000000000";
  const organisation = sql.lit(`${id}1`);
  const programme = sql.lit(`${id}3`);
  await sql`
    insert into organisation (id, name, time_zone) values (${organisation}, '{}', 'UTC');
    insert into unit (id, organisation_id, kind, name, path)
      values (${sql.lit(`${id}2`)}, ${organisation}, 'group', '{}', array[${sql.lit(`${id}2`)}]::uuid[]);
    insert into programme (id, organisation_id, unit_id, name, created_at)
      values (${programme}, ${organisation}, ${sql.lit(`${id}2`)}, '{}', now());
    insert into definition (id, organisation_id, programme_id, hash, study, header, created_at)
      values (${sql.lit(`${id}4`)}, ${organisation}, ${programme}, '', '{}', '{}', now());
    insert into wave (id, organisation_id, programme_id, code, name, position, state, created_at)
      select ('00000000-0000-4000-8000-00000000001' || n)::uuid, ${organisation}, ${programme}, n, '{}', n, 'closed', now()
      from generate_series(1, 2) n;
    insert into response (id, organisation_id, programme_id, wave_id, definition_id, answers, received_at, state)
      select gen_random_uuid(), ${organisation}, ${programme}, '00000000-0000-4000-8000-000000000011', ${sql.lit(`${id}4`)},
        '{}', timestamptz '2026-01-01' + n * interval '1 day', case n when 1 then 'valid' else 'excluded' end
      from generate_series(1, 2) n`.execute(db);
}
