import pg from "pg";

const { builtins } = pg.types;

/** How values of PostgreSQL become values of the program, for the connections of this product only. `timestamptz` becomes a
 *  Date and `json` its value, as pg does by itself. */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    if (oid === builtins.INT8) return safeInteger;
    // A day or a wall-clock time has no instant: pg would make one of it in the zone of the machine.
    if (oid === builtins.DATE || oid === builtins.TIMESTAMP) return asWritten;
    return pg.types.getTypeParser(oid, format);
  },
};

/** @throws RangeError beyond ±(2⁵³ − 1): a number that is silently another one would be worse */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number; select it as text`);
  return value;
}

function asWritten(text: string): string {
  return text;
}
