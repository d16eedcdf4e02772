import type { Role } from "../config/config.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";

export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "start"; readonly role: Role }
  | { readonly kind: "backup"; readonly file: string }
  | { readonly kind: "restore"; readonly file: string }
  | { readonly kind: "new-password"; readonly email: string };

const ROLES: readonly Role[] = ["all", "web", "worker", "analysis"];

/** @throws OperatorFailure if it cannot be understood */
export function parseCommand(args: readonly string[]): Command {
  const { words, role } = split(args);
  if (words.includes("--help") || words.includes("-h")) return { kind: "help" };
  const option = words.find((word) => word.startsWith("-"));
  if (option !== undefined) throw new OperatorFailure("option-unknown", { option });
  const [command = "start", file, ...rest] = words;
  if (!isCommand(command)) {
    throw new OperatorFailure("command-unknown", { command });
  }
  const extra = command === "start" ? file : rest[0];
  if (extra !== undefined) throw new OperatorFailure("too-many-arguments", { argument: extra });
  if (command === "start") return { kind: "start", role };
  if (role !== "all") throw new OperatorFailure("option-unknown", { option: "--role" });
  if (command === "new-password") {
    if (file === undefined) throw new OperatorFailure("account-not-named", {});
    return { kind: command, email: file.toLowerCase() };
  }
  if (file === undefined) throw new OperatorFailure("file-not-named", { command });
  return { kind: command, file };
}

function isCommand(word: string): word is Exclude<Command["kind"], "help"> {
  return word === "start" || word === "backup" || word === "restore" || word === "new-password";
}

function split(args: readonly string[]): { readonly words: readonly string[]; readonly role: Role } {
  const at = args.findIndex((word) => word === "--role" || word.startsWith("--role="));
  const option = args[at];
  if (option === undefined) return { words: args, role: "all" };
  const isJoined = option.startsWith("--role=");
  const given = isJoined ? option.slice("--role=".length) : args[at + 1];
  if (given === undefined || given === "") throw new OperatorFailure("option-needs-value", { option: "--role" });
  const role = ROLES.find((known) => known === given);
  if (role === undefined) throw new OperatorFailure("role-unknown", { role: given });
  return { words: args.toSpliced(at, isJoined ? 1 : 2), role };
}
