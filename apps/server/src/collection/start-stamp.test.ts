import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { startStamps } from "./start-stamp.ts";

const linkId = randomUUID();
const at = new Date("2026-11-22T08:00:00.123Z");
const stamps = startStamps("a secret that is long enough for a test");
const later = (ms: number) => new Date(at.getTime() + ms);

it("says when it was made, to the millisecond, for 90 days", () => {
  const stamp = stamps.make(linkId, at);
  expect(stamp.length).toBeLessThanOrEqual(100);
  expect(stamps.read(stamp, linkId, at)).toEqual(at);
  expect(stamps.read(stamp, linkId, later(90 * 86_400_000))).toEqual(at);
  expect(stamps.read(stamp, linkId, later(90 * 86_400_000 + 1))).toBeNull();
});

it("is believed for its own link and under its own secret only", () => {
  const stamp = stamps.make(linkId, at);
  expect(stamps.read(stamp, randomUUID(), at)).toBeNull();
  expect(startStamps("another secret that is long enough").read(stamp, linkId, at)).toBeNull();
});

it("is refused with any of its characters changed, and whatever else is given for it", () => {
  const stamp = stamps.make(linkId, at);
  const [time = "", signature = ""] = stamp.split(".");
  for (let place = 0; place < time.length; place += 1) {
    const other = time[place] === "0" ? "1" : "0";
    expect(stamps.read(`${time.slice(0, place)}${other}${time.slice(place + 1)}.${signature}`, linkId, at)).toBeNull();
  }
  // The last one holds four bits that stand for nothing.
  for (let place = 0; place < signature.length - 1; place += 1) {
    const other = signature[place] === "A" ? "B" : "A";
    const changed = `${signature.slice(0, place)}${other}${signature.slice(place + 1)}`;
    expect(stamps.read(`${time}.${changed}`, linkId, at)).toBeNull();
  }
  for (const none of [
    undefined,
    "",
    ".",
    "0.",
    `${time}.`,
    `.${signature}`,
    `${stamp}x`,
    ` ${stamp}`,
    "x".repeat(1_000),
  ]) {
    expect(stamps.read(none, linkId, at)).toBeNull();
  }
});

it("never says that somebody begins in the future, should the server's clock have been set back", () => {
  const stamp = stamps.make(linkId, later(60_000));
  expect(stamps.read(stamp, linkId, at)).toEqual(at);
});
