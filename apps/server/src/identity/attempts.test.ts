import { expect, it } from "vitest";
import { testDatabase } from "../../test-support/database.ts";
import { forgive, openAttempts } from "./attempts.ts";

const secret = "keys-the-hashes";
const block = [{ kind: "block", name: "203.0.113.7" }] as const;

it("gives a block of addresses back only the attempt that succeeded (27)", async () => {
  const { db } = await testDatabase();
  const attempts = openAttempts(db, secret);
  const now = new Date("2026-11-22T08:00:00Z");
  for (let n = 0; n < 21; n += 1) await attempts.begin(block, now);
  await forgive(db, secret, block);
  // Of 25 free ones 20 are used up.
  for (let n = 0; n < 5; n += 1) await attempts.begin(block, now);
  await expect(attempts.begin(block, now)).rejects.toMatchObject({ code: "sign-in-held-back" });
});
