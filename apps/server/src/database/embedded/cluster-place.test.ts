import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { CLUSTER_NAME, clusterPlace } from "./cluster-place.ts";
import { canReach } from "./reach.ts";

/** Nobody's number: a user that owns nothing here. */
const someone = { uid: 64_123, gid: 64_123 };

function room(): { readonly folder: string; readonly shared: string } {
  const root = mkdtempSync(join(tmpdir(), "manyi-place-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  const folder = join(root, "data");
  mkdirSync(folder);
  chmodSync(folder, 0o711);
  return { folder, shared: join(root, "shared") };
}

describe("the cluster's place", () => {
  it("is the data folder where the database's user can enter it", () => {
    const { folder, shared } = room();
    expect(clusterPlace(folder, someone, shared).clusterFolder).toBe(join(folder, CLUSTER_NAME));
    expect(clusterPlace(folder, null, shared).clusterFolder).toBe(join(folder, CLUSTER_NAME));
  });

  it("is a shared folder with a link to it where a parent is closed", () => {
    const { folder, shared } = room();
    chmodSync(folder, 0o700);
    const { clusterFolder } = clusterPlace(folder, someone, shared);
    expect(clusterFolder.startsWith(shared)).toBe(true);
    expect(canReach(clusterFolder, someone)).toBe(true);
    mkdirSync(clusterFolder);
    expect(statSync(join(folder, CLUSTER_NAME)).ino).toBe(statSync(clusterFolder).ino);
    // Found again by the link, also when the folder has moved.
    renameSync(folder, `${folder}-moved`);
    expect(clusterPlace(`${folder}-moved`, someone, shared).clusterFolder).toBe(clusterFolder);
  });

  it("is found again when the first start was killed before it made the cluster", () => {
    const { folder, shared } = room();
    chmodSync(folder, 0o700);
    const { clusterFolder } = clusterPlace(folder, someone, shared);
    expect(clusterPlace(folder, someone, shared).clusterFolder).toBe(clusterFolder);
  });

  it("is not shared by a copy of the data folder", () => {
    const { folder, shared } = room();
    chmodSync(folder, 0o700);
    mkdirSync(clusterPlace(folder, someone, shared).clusterFolder);
    cpSync(folder, `${folder}-copy`, { recursive: true, verbatimSymlinks: true });
    expect(() => clusterPlace(`${folder}-copy`, someone, shared)).toThrow(
      expect.objectContaining({ code: "data-folder-of-another" }),
    );
  });
});
