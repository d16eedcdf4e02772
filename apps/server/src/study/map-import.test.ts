import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import { upload } from "../../test-support/upload.ts";
import { studyRoutes } from "./routes.ts";

const data = `序号,总体满意度\n${Array.from({ length: 40 }, (_, i) => `${i + 1},${(i % 5) + 1}`).join("\n")}\n`;

/** A server whose check of a mapping stands still, once it reads the files, until it is let go. */
async function withHeldCheck() {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const s = await testServer({
    routes: (ground) => {
      const read = async (key: string) => {
        begun.resolve();
        await released.promise;
        return ground.files.read(key);
      };
      return studyRoutes({ ...ground, files: { ...ground.files, read } });
    },
  });
  const { manager } = s.people;
  const { id } = (await upload(s, manager, s.ours.department, { "回访.csv": data })).json();
  const place = `/api/imports/${id}`;
  const { mapping } = (await s.ask(manager, `GET ${place}`)).json();
  const map = (as = manager) => s.ask(as, `PUT ${place}/mapping`, mapping);
  return { s, id, manager, place, map, begun: begun.promise, release: released.resolve };
}

describe("a mapping", () => {
  it("is checked while neither a transaction nor a lock is held", async () => {
    const { s, map, begun, release } = await withHeldCheck();
    const answer = map();
    await begun;
    const { rows } = await sql`
      select (select count(*) from pg_locks where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())) as locks,
        (select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%') as idle`.execute(
      s.db,
    );
    expect(rows).toEqual([{ locks: 0, idle: 0 }]);
    release();
    expect((await answer).json()).toMatchObject({ state: "ready" });
  });

  it("is refused to others before anything is read", async () => {
    const { s, map, begun } = await withHeldCheck();
    // Were it read, this would wait for ever.
    expect((await map(s.stranger)).statusCode).toBe(404);
    expect((await map(s.people.reader)).statusCode).toBe(403);
    expect(await Promise.race([begun, Promise.resolve("nothing was read")])).toBe("nothing was read");
  });

  it("is not stored if the import was changed meanwhile", async () => {
    const { s, id, manager, place, map, begun, release } = await withHeldCheck();
    const answer = map();
    await begun;
    await s.db.updateTable("study_import").set({ state: "queued" }).where("id", "=", id).execute();
    release();
    expect((await answer).json()).toMatchObject({ status: 409, code: "changed-meanwhile" });
    expect((await s.ask(manager, `GET ${place}`)).json().state).toBe("queued");
    const mapped = s.db.selectFrom("audit_entry").select("id").where("action", "=", "study.mapped");
    expect(await mapped.where("outcome", "=", "done").execute()).toEqual([]);
  });

  it("is not stored if the import was given up meanwhile", async () => {
    const { s, manager, place, map, begun, release } = await withHeldCheck();
    const answer = map();
    await begun;
    await s.db.deleteFrom("study_import").execute();
    release();
    expect((await answer).statusCode).toBe(404);
    expect((await s.ask(manager, `GET ${place}`)).statusCode).toBe(404);
  });
});
