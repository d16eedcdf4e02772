import { getAuthTables } from "better-auth/db";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../test-support/database.ts";
import { openAccounts } from "./accounts.ts";

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "boolean",
  date: "timestamp with time zone",
  number: "integer",
};

describe("the tables of sign-in", () => {
  it("are what the library expects, column by column", async () => {
    const { db } = await testDatabase();
    const { options } = openAccounts({ secret: "x".repeat(40), origin: "http://manyi.test" }, db);
    const expected = Object.values(getAuthTables(options)).flatMap(({ modelName, fields }) => [
      { table: modelName, column: "id", kind: "text", nullable: false },
      ...Object.entries(fields).map(([name, field]) => ({
        table: modelName,
        column: field.fieldName ?? name,
        kind: kinds[String(field.type)] ?? String(field.type),
        nullable: field.required === false,
      })),
    ]);
    const { rows } = await sql<{ table: string; column: string; kind: string; nullable: boolean }>`
      select table_name as "table", column_name as "column", data_type as kind, is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = 'public' and table_name like 'auth\\_%'`.execute(db);
    const sorted = (list: typeof rows) => list.map((it) => JSON.stringify(it)).sort();
    expect(sorted(rows)).toEqual(
      sorted(expected.map(({ table, column, kind, nullable }) => ({ table, column, kind, nullable }))),
    );
  });
});
