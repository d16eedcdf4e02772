/** What a new installation needs before anybody can sign in: an organisation, something to look at, an administrator. */
import { sql } from "kysely";
import type { Ground } from "../ground.ts";
import { createFirstAdministrator, createOrganisation } from "../organisation/create-organisation.ts";
import { rootUnitId } from "../organisation/unit-queries.ts";
import { importExamples } from "../study/import-examples.ts";
import type { FirstAdministrator } from "./composition.ts";

/** Any number that nothing else locks. */
const LOCK = 0x6669727374;

const organisationName = { zh: "我的公司", en: "My company" } as const;
const administratorName = { zh: "管理员", en: "Administrator" } as const;

/** Does nothing where there is somebody already. The administrator comes last: whoever has seen the password finds everything
 *  there, and a start that was killed before is simply done again.
 *  @returns null where nothing was to be done */
export async function firstStart(ground: Ground): Promise<FirstAdministrator | null> {
  return ground.database.connection().execute(async (connection) => {
    // Two processes may start on one new database.
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      const somebody = await connection.selectFrom("staff").select("user_id").limit(1).executeTakeFirst();
      return somebody === undefined ? await furnish(ground) : null;
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

async function furnish(ground: Ground): Promise<FirstAdministrator> {
  const { database, clock, config, secret } = ground;
  const known = await database.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
  const organisationId =
    known?.id ??
    (await createOrganisation(database, { name: organisationName, timeZone: config.timeZone, now: clock.now() }));
  await importExamples(ground, organisationId, await rootUnitId(database, organisationId));
  const { language, administratorEmail: email, origin } = config;
  const person = { organisationId, email, name: administratorName[language], language, now: clock.now() };
  const { password } = await createFirstAdministrator(database, { secret, origin }, person);
  return { email, password };
}
