/**
 * Where the embedded database lies: in the data folder, unless the product runs as root and the data folder is one that no other
 * user can enter (below /root, say). Then it lies under /var/lib/manyi, and a link in the data folder leads there.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { OperatorFailure } from "../../failure/operator-failure.ts";
import type { DatabaseUser } from "./database-user.ts";
import { canReach } from "./reach.ts";

/** Data of one major version cannot be read by another, so the name tells. */
const MAJOR = "18";
export const CLUSTER_NAME = `postgresql-${MAJOR}`;
const SHARED_PLACE = "/var/lib/manyi";

export interface ClusterPlace {
  readonly clusterFolder: string;
  /** Where copies of binaries go that must be reachable. */
  readonly copiesFolder: string;
}

/** @param dataFolder exists, and its lock is ours
 *  @throws OperatorFailure if the data folder is a copy whose link leads to the database of the original */
export function clusterPlace(
  dataFolder: string,
  user: DatabaseUser | null,
  sharedPlace: string = SHARED_PLACE,
): ClusterPlace {
  const link = join(dataFolder, CLUSTER_NAME);
  if (isLink(link)) return linkedPlace(dataFolder, readlinkSync(link), sharedPlace);
  if (canReach(dataFolder, user)) return { clusterFolder: link, copiesFolder: dataFolder };
  const hash = createHash("sha256").update(realpathSync(dataFolder)).digest("hex").slice(0, 16);
  const home = join(sharedPlace, hash);
  for (const folder of [sharedPlace, home]) {
    mkdirSync(folder, { recursive: true });
    // Whatever the umask is, the database's user must pass.
    chmodSync(folder, 0o711);
  }
  writeFileSync(ownerFile(home), realpathSync(dataFolder));
  symlinkSync(join(home, CLUSTER_NAME), link);
  return { clusterFolder: join(home, CLUSTER_NAME), copiesFolder: sharedPlace };
}

/** The data folder may have been moved; if the folder it was made for still has its link, this one is a copy. */
function linkedPlace(dataFolder: string, clusterFolder: string, sharedPlace: string): ClusterPlace {
  const home = join(clusterFolder, "..");
  const owner = readFileSync(ownerFile(home), "utf8");
  const here = realpathSync(dataFolder);
  if (owner !== here) {
    if (isLink(join(owner, CLUSTER_NAME)))
      throw new OperatorFailure("data-folder-of-another", { folder: here, other: owner });
    writeFileSync(ownerFile(home), here);
  }
  return { clusterFolder, copiesFolder: sharedPlace };
}

function ownerFile(home: string): string {
  return join(home, "data-folder");
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Whether a cluster was made at that place.
 *  @throws OperatorFailure if another version of PostgreSQL made it */
export function clusterExists(place: ClusterPlace): boolean {
  const file = join(place.clusterFolder, "PG_VERSION");
  if (!existsSync(file)) return false;
  const found = readFileSync(file, "utf8").trim();
  if (found === MAJOR) return true;
  throw new OperatorFailure("database-of-another-version", { folder: place.clusterFolder, found, needed: MAJOR });
}
