import { spawnSync } from "node:child_process";
import { OperatorFailure } from "../../failure/operator-failure.ts";

/** Who runs PostgreSQL where the product itself runs as root, which PostgreSQL refuses. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const OWN_USER = "manyi";

/** Null: whoever runs the product runs the database too.
 *  @throws OperatorFailure if root has no other user and can make none */
export function databaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  return lookUp("postgres") ?? lookUp(OWN_USER) ?? makeUser();
}

function lookUp(name: string): DatabaseUser | null {
  const uid = numberFrom("id", ["-u", name]);
  const gid = numberFrom("id", ["-g", name]);
  return uid === null || gid === null || uid === 0 ? null : { uid, gid };
}

function numberFrom(command: string, args: readonly string[]): number | null {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 && /^\d+$/.test(stdout.trim()) ? Number(stdout) : null;
}

/** `useradd` of most systems, `adduser` of BusyBox. */
function makeUser(): DatabaseUser {
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_USER]],
    ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", OWN_USER]],
  ];
  const reasons: string[] = [];
  for (const [command, args] of attempts) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
    const made = status === 0 ? lookUp(OWN_USER) : null;
    if (made !== null) return made;
    reasons.push(`${command}: ${error?.message ?? stderr.trim()}`);
  }
  throw new OperatorFailure("database-user-not-made", { reason: reasons.join("; ") });
}
