import { describe, expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("the name of a device", () => {
  it("is browser and system", () => {
    const windows = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/130.0.0.0 Safari/537.36`;
    expect(deviceName(windows)).toBe("Chrome · Windows");
    expect(deviceName(`${windows} Edg/130.0.0.0`)).toBe("Edge · Windows");
    const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    expect(deviceName(`${mac} Version/17.5 Safari/605.1.15`)).toBe("Safari · macOS");
  });

  it("takes an Android for no Linux, a phone of Apple for no Mac, and WeChat for no Chrome", () => {
    const phone = `Mozilla/5.0 (Linux; Android 14) ${webKit} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36`;
    expect(deviceName(phone)).toBe("Chrome · Android");
    expect(deviceName(`${phone} MicroMessenger/8.0`)).toBe("WeChat · Android");
    expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15")).toBe("iOS");
  });

  it("is what a program says of itself where it is none of these", () => {
    expect(deviceName("curl/8.5.0")).toBe("curl/8.5.0");
  });
});
