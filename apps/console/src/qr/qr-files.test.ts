import { describe, expect, it } from "vitest";
import { qrFileName, qrSvg } from "./qr-files.ts";

describe("files of a QR code", () => {
  it("have names every system takes", () => {
    expect(qrFileName(["二维码", "2026/11 月: A*B"], "svg")).toBe("二维码-2026-11-月-A-B.svg");
    expect(qrFileName(["..", "\u0000"], "png")).toBe("qr.png");
  });

  it("leave four modules of white around the code", () => {
    const svg = qrSvg("https://survey.example.cn/s/7f3k92qd0x");
    const [, size] = /viewBox="0 0 (\d+) /.exec(svg) ?? [];
    const corners = [...svg.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...corners.flat())).toBe(4);
    expect(Math.max(...corners.flat())).toBeLessThan(Number(size) - 4);
  });
});
