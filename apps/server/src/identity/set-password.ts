import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { openAccounts, type SignInSettings } from "./accounts.ts";
import { dropPasswordLinks } from "./password-link.ts";
import { checkPasswordStrength } from "./password-strength.ts";

/** Sets somebody's password, the first one too, and ends all their sessions and links.
 *  @throws ProblemError password-weak */
export async function setPassword(
  tx: Kysely<Tables>,
  settings: SignInSettings,
  userId: string,
  password: string,
): Promise<void> {
  const { internalAdapter, password: passwords } = await openAccounts(settings, tx).$context;
  const user = await internalAdapter.findUserById(userId);
  if (user === null) throw new Error("a password was to be set for nobody");
  checkPasswordStrength(password, user.email);
  const hash = await passwords.hash(password);
  const account = await internalAdapter.findCredentialAccount(userId);
  if (account === null) {
    await internalAdapter.createAccount({ userId, accountId: userId, providerId: "credential", password: hash });
  } else {
    await internalAdapter.updatePassword(userId, hash);
  }
  await internalAdapter.deleteUserSessions(userId);
  await dropPasswordLinks(tx, userId);
}
