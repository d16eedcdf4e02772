import { describe, expect, it } from "vitest";
import { failureFromNpmOutput } from "./npm-output.mjs";

describe("npm's output", () => {
  it.each([
    ["npm error code ENOTFOUND", "registry-unreachable"],
    ["npm ERR! code ETIMEDOUT", "registry-unreachable"],
    ["npm error code E503", "registry-unreachable"],
    ["npm error code SELF_SIGNED_CERT_IN_CHAIN", "registry-unreachable"],
    ["npm error code E403", "registry-refused"],
    ["npm error code ETARGET", "registry-refused"],
    ["npm error code EINTEGRITY", "damaged-download"],
    ["npm error code ENOSPC", "disk-full"],
    ["npm error code EACCES", "no-right-to-write"],
    ["npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write", "disk-full"],
    ["npm error code ERESOLVE", "npm-failed"],
    ["something else", "npm-failed"],
  ])("%s means %s", (output, code) => {
    expect(failureFromNpmOutput(output, { place: "p", log: undefined })).toMatchObject({ code });
  });
});
