/** Lets somebody in again who has lost password or authenticator, on the word of whoever runs the machine. */
import { writeAuditEntry } from "../audit/write-entry.ts";
import type { Database } from "../database/connect.ts";
import type { SignInSettings } from "../identity/accounts.ts";
import { findPersonByEmail } from "../identity/queries.ts";
import { setPassword } from "../identity/set-password.ts";
import { readablePassword } from "./readable-password.ts";

/** Sets a new password, removes the second factor, ends all sessions, lifts what failed attempts hold back.
 *  @param email lower case
 *  @returns the password, which is kept nowhere; null where there is no such account */
export async function recoverAccount(
  db: Database,
  settings: SignInSettings,
  email: string,
  now: Date,
): Promise<string | null> {
  const password = readablePassword();
  return db.transaction().execute(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (person === undefined) return null;
    await setPassword(tx, settings, person.userId, password);
    await tx.deleteFrom("auth_two_factor").where("userId", "=", person.userId).execute();
    await tx.updateTable("auth_user").set({ twoFactorEnabled: false }).where("id", "=", person.userId).execute();
    await tx.updateTable("staff").set({ state: "active" }).where("user_id", "=", person.userId).execute();
    await tx.deleteFrom("sign_in_failure").execute();
    await writeAuditEntry(tx, {
      organisationId: person.organisationId,
      at: now,
      actor: { kind: "system", id: null },
      action: "account.recovered",
      object: { kind: "member", id: person.userId },
      unitId: null,
      outcome: "done",
      requestId: null,
      details: {},
    });
    return password;
  });
}
