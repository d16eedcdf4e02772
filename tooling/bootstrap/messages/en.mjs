/** @typedef {{ log?: string }} WithLog where npm's output was kept, if it could be kept */

/** @param {string | undefined} log */
const seeLog = (log) => (log === undefined ? "" : ` (npm's output: ${log})`);

export const en = {
  steps: {
    /** @param {{ version: string }} details */
    bringNode: ({ version }) => `Bringing Node ${version} into .runtime/ (about 55 MB)`,
    installDependencies: () => "Installing the dependencies",
    /** @param {{ pid: string }} details */
    waitForOther: ({ pid }) => `Another start (process ${pid}) is preparing this folder; waiting for it`,
    /** @param {{ seconds: number }} details */
    took: ({ seconds }) => ` ${seconds} s`,
  },
  failures: {
    /** @param {{ version: string }} details */
    "node-too-old": ({ version }) =>
      `Manyi needs Node 20 or newer and this is Node ${version}: install a newer Node and run the command again.`,
    "npm-absent": () =>
      "Node is here but npm is not: install npm (it comes with Node from its official packages) and run the command again.",
    /** @param {{ platform: string }} details */
    "unsupported-platform": ({ platform }) =>
      `There is no Node 24 to bring for ${platform}: install Node 24 yourself and run the command again.`,
    /** @param {{ reason: string } & WithLog} details */
    "registry-unreachable": ({ reason, log }) =>
      `The package registry cannot be reached (${reason}): check the network and npm's registry and proxy settings, then run the command again${seeLog(log)}.`,
    /** @param {{ reason: string } & WithLog} details */
    "registry-refused": ({ reason, log }) =>
      `The package registry did not hand out a package that is needed (${reason}): check npm's registry setting and its sign-in, then run the command again${seeLog(log)}.`,
    /** @param {{ name: string } & WithLog} details */
    "damaged-download": ({ name, log }) =>
      `The download of ${name} is not what was published: run the command again, and check the registry or proxy in between if it happens twice${seeLog(log)}.`,
    /** @param {{ path: string } & WithLog} details */
    "disk-full": ({ path, log }) =>
      `The disk that holds ${path} is full: free about 1 GB and run the command again${seeLog(log)}.`,
    /** @param {{ path: string } & WithLog} details */
    "no-right-to-write": ({ path, log }) =>
      `No right to write to ${path}: run the command as the user who owns the folder, or copy the folder to a place of your own${seeLog(log)}.`,
    /** @param {{ differences: string }} details */
    "lock-would-change": ({ differences }) =>
      `package-lock.json does not match the package.json files (${differences}): bring both back to the same commit, or update the lock file as CONTRIBUTING.md says.`,
    /** @param {{ path: string, reason: string }} details */
    "node-does-not-start": ({ path, reason }) =>
      `The Node that was brought does not start on this machine (${reason}): install Node 24 yourself, delete ${path} and run the command again.`,
    /** @param {{ reason: string } & WithLog} details */
    "npm-failed": ({ reason, log }) =>
      `npm could not install what is needed (${reason}): read its output, remove the cause and run the command again${seeLog(log)}.`,
    interrupted: () => "Stopped before everything was in place: run the command again and it goes on from here.",
    /** @param {{ script: string }} details */
    "no-such-script": ({ script }) => `There is no file ${script} to run: name a script of this repository.`,
  },
};
