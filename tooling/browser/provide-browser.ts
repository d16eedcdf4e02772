import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "./find-browser.ts";

/** Makes sure, where it can, that tests in a browser can run: on Debian as root it installs Chromium, once.
 *  @param say is given one line a step */
export function provideBrowser(say: (line: string) => void): void {
  if (findBrowser(process.env) !== undefined) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) installByApt(say);
  if (findBrowser(process.env) !== undefined) return;
  say(
    "No Chromium here, so the tests in a browser are skipped: install chromium or google-chrome, or name one in CHROMIUM.",
  );
}

function installByApt(say: (line: string) => void): void {
  const steps = [["update"], ["install", "-y", "--no-install-recommends", "chromium"]];
  for (const args of steps) {
    say(`apt-get ${args.join(" ")}`);
    const { status } = spawnSync("apt-get", args, {
      stdio: ["ignore", 1, 1],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status === 0) continue;
    say(`apt-get ${args[0]} did not succeed, so Chromium could not be installed.`);
    return;
  }
}
