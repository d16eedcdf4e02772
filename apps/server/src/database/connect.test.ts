import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../test-support/database.ts";

describe("values of the database", () => {
  it("reads counts as numbers, instants as dates and days as written", async () => {
    const { db } = await testDatabase();
    const { rows } = await sql<Record<string, unknown>>`
      select count(*) as count, 9007199254740991::bigint as largest, timestamptz '2026-11-22 08:00+08' as instant,
             date '2026-11-22' as day, timestamp '2026-11-22 08:00' as wall, 0.1::numeric as exact`.execute(db);
    expect(rows).toEqual([
      {
        count: 0 + 1,
        largest: Number.MAX_SAFE_INTEGER,
        instant: new Date("2026-11-22T00:00:00Z"),
        day: "2026-11-22",
        wall: "2026-11-22 08:00:00",
        exact: "0.1",
      },
    ]);
  });

  it("refuses a whole number that a number cannot hold", async () => {
    const { db } = await testDatabase();
    await expect(sql`select 9007199254740993::bigint as id`.execute(db)).rejects.toThrow(RangeError);
    // The connection is still good.
    await expect(sql<{ one: number }>`select 1 as one`.execute(db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });
});
