import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseUser } from "./database-user.ts";

/** Whether a user may pass every folder from the root down to a path (of which only the existing part is looked at). A folder
 *  nobody else may enter, such as root's home, keeps the database from its own files.
 *  @param user null: the one who asks, who can */
export function canReach(path: string, user: DatabaseUser | null): boolean {
  if (user === null) return true;
  return ancestors(existingPart(path)).every((folder) => mayEnter(folder, user));
}

function existingPart(path: string): string {
  return existsSync(path) ? realpathSync(path) : existingPart(dirname(path));
}

function ancestors(path: string): readonly string[] {
  const folders = statSync(path).isDirectory() ? [path] : [];
  for (let at = path; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

function mayEnter(folder: string, user: DatabaseUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
