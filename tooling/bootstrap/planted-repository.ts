import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../repository/root.ts";

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small repository in a temporary folder with this bootstrap and an npm of the test's own making. */
export class PlantedRepository {
  readonly root = mkdtempSync(join(tmpdir(), "manyi-bootstrap-"));

  constructor() {
    for (const path of ["tooling/bootstrap.mjs", "tooling/bootstrap"]) {
      cpSync(join(repositoryRoot, path), join(this.root, path), { recursive: true });
    }
    const dependencies = { kept: "1.0.0" };
    this.write("package.json", JSON.stringify({ type: "module", dependencies }));
    this.write(
      "package-lock.json",
      JSON.stringify({ packages: { "": { dependencies }, "node_modules/kept": { version: "1.0.0" } } }),
    );
    this.write("script.ts", "const args: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify(args));\n");
    this.npmDoes("");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** The npm of the machine: counts its runs, does what the test wants, then installs `kept`. */
  npmDoes(statements: string, installed = { "node_modules/kept": { version: "1.0.0" } }): void {
    this.write(
      "npm/npm-cli.js",
      `const fs = require("node:fs");
       fs.appendFileSync(${JSON.stringify(join(this.root, "npm-runs"))}, "run\\n");
       ${statements}
       fs.mkdirSync("node_modules/kept", { recursive: true });
       fs.writeFileSync("node_modules/.package-lock.json", ${JSON.stringify(JSON.stringify({ packages: installed }))});`,
    );
    this.write("npm/package.json", '{ "type": "commonjs" }');
  }

  npmRuns(): number {
    const file = join(this.root, "npm-runs");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").length : 0;
  }

  /** Starts the bootstrap; `whenStarted` is given what stops it. */
  start(
    args: readonly string[],
    whenStarted: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
  ): Promise<Outcome> {
    const env = {
      PATH: process.env.PATH,
      HOME: this.root,
      LANG: "en_US.UTF-8",
      npm_execpath: join(this.root, "npm/npm-cli.js"),
    };
    const child = spawn(process.execPath, ["tooling/bootstrap.mjs", ...args], { cwd: this.root, env });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (text) => (stdout += text));
    child.stderr.on("data", (text) => (stderr += text));
    whenStarted((signal) => child.kill(signal));
    return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr })));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
