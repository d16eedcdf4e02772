/**
 * `node tooling/bootstrap.mjs SCRIPT ARGS…`: runs a TypeScript file of this repository on Node 24, from whatever Node ≥ 20
 * the machine has. What is missing (Node 24, the dependencies) is brought first; when nothing is missing nothing is printed.
 *
 * Only this file and the messages must be readable by a Node that is too old: everything newer is loaded after the check.
 */
import process from "node:process";
import { messagesFor } from "./bootstrap/language.mjs";

const OLDEST_NODE = 20;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  process.stderr.write(`${messagesFor(process.env).failures["node-too-old"]({ version: process.versions.node })}\n`);
  process.exitCode = 1;
} else {
  import("./bootstrap/main.mjs").then((bootstrap) => bootstrap.main(process.argv.slice(2)));
}
