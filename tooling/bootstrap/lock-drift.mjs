/**
 * `npm install --no-save` installs what it likes and leaves the lock file alone, so comparing the file before and after
 * notices nothing. These two checks do: what the package.json files ask for against what the lock file recorded of them
 * (before), and what was installed against what the lock file pins (after).
 */

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, any> }} LockFile */

const SECTIONS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** Where a package.json asks for something else than the lock file recorded.
 *  @param {readonly import("./manifests.mjs").Manifest[]} manifests
 *  @param {LockFile} lock
 *  @returns {string[]} one short text a difference */
export function driftFromManifests(manifests, lock) {
  return manifests.flatMap(({ folder, content }) => {
    const place = folder === "" ? "package.json" : folder;
    const recorded = lock.packages[folder];
    if (recorded === undefined) return [`${place} is not in the lock file`];
    return SECTIONS.flatMap((section) =>
      differences(content[section] ?? {}, recorded[section] ?? {}).map((name) => `${place}: ${name}`),
    );
  });
}

/** Where what was installed is not what the lock file pins. Optional packages beyond it are allowed: the lock file may lack the
 *  siblings for other platforms.
 *  @param {LockFile} installed node_modules/.package-lock.json
 *  @param {LockFile} lock
 *  @returns {string[]} */
export function driftOfInstalled(installed, lock) {
  return Object.entries(installed.packages).flatMap(([path, found]) => {
    const pinned = lock.packages[path];
    if (pinned === undefined) return found.optional ? [] : [`${path} is not in the lock file`];
    return pinned.version === found.version ? [] : [`${path} ${pinned.version} became ${found.version}`];
  });
}

/** @param {Record<string, string>} asked
 *  @param {Record<string, string>} recorded */
function differences(asked, recorded) {
  const names = new Set([...Object.keys(asked), ...Object.keys(recorded)]);
  return [...names].filter((name) => asked[name] !== recorded[name]);
}
