import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));

export interface MigrationFile {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly name: string;
  readonly file: string;
  readonly sql: string;
  readonly sha256: string;
}

const FORM = /^(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/;

/** The migrations of a folder in their order.
 *  @throws RangeError if a name has another form or a number is missing or stands twice: a fault of the program, not of its user */
export function readMigrationFiles(folder: string): readonly MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((file, index) => {
    const [, number = "", name = ""] = FORM.exec(file) ?? [];
    if (Number(number) !== index + 1) {
      throw new RangeError(
        `${join(folder, file)}: expected a file ${String(index + 1).padStart(4, "0")}-some-name.sql`,
      );
    }
    // A checkout on Windows may have other line ends; it is the same migration.
    const sql = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    return { number: index + 1, name, file, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}
