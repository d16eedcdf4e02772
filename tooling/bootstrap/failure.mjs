import { dirname } from "node:path";
import { messagesFor } from "./language.mjs";

/** @typedef {keyof typeof import("./messages/en.mjs").en.failures} FailureCode */
/** @typedef {{ [name: string]: string }} FailureDetails */

/** Something that a person can remedy, told in one sentence; everything else stays a plain error with its stack. */
export class Failure extends Error {
  /** @param {FailureCode} code
   *  @param {FailureDetails} [details]
   *  @param {ErrorOptions} [options] */
  constructor(code, details = {}, options = {}) {
    super(code, options);
    this.name = "Failure";
    this.code = code;
    this.details = details;
  }

  /** @param {Readonly<Record<string, string | undefined>>} env
   *  @returns {string} one sentence: what happened and what to do */
  sentence(env) {
    /** @type {(details: any) => string} */
    const text = messagesFor(env).failures[this.code];
    return text(this.details);
  }
}

const FULL = new Set(["ENOSPC", "EDQUOT"]);
const FORBIDDEN = new Set(["EACCES", "EPERM", "EROFS"]);

/** The failure behind an error of the file system.
 *  @param {unknown} error
 *  @param {string} place named where the error itself names no path
 *  @returns {unknown} a Failure, or the error itself when it is none of those a person can remedy */
export function fromSystemError(error, place) {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const path = "path" in error && typeof error.path === "string" ? dirname(error.path) : place;
  if (FULL.has(code)) return new Failure("disk-full", { path: place }, { cause: error });
  if (FORBIDDEN.has(code)) return new Failure("no-right-to-write", { path }, { cause: error });
  return error;
}
