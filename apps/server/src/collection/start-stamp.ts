import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from "node:crypto";

/** Says when a page was opened, in the server's time, so that what a client's clock says decides nothing (threat 7). A stamp is
 *  bound to the link it was given for. */
export interface StartStamps {
  make(linkId: string, at: Date): string;
  /** @returns null where there is none, or it is forged, foreign or too old: whoever sends it begins now */
  read(stamp: string | undefined, linkId: string, now: Date): Date | null;
}

/** A page may lie open, or wait in a phone without a network, for so long. */
const LONGEST_MS = 90 * 86_400_000;
const SIGNATURE_BYTES = 16;
const FORM = /^([0-9a-z]{1,11})\.([A-Za-z0-9_-]{22})$/;

/** @param secret the installation's; a key of its own is derived from it */
export function startStamps(secret: string): StartStamps {
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "manyi start stamp", 32)));
  const sign = (time: string, linkId: string) =>
    createHmac("sha256", key).update(`${linkId} ${time}`).digest().subarray(0, SIGNATURE_BYTES);
  return {
    make: (linkId, at) => {
      const time = at.getTime().toString(36);
      return `${time}.${sign(time, linkId).toString("base64url")}`;
    },
    read: (stamp, linkId, now) => {
      const [, time, signature] = FORM.exec(stamp ?? "") ?? [];
      if (time === undefined || signature === undefined) return null;
      if (!timingSafeEqual(Buffer.from(signature, "base64url"), sign(time, linkId))) return null;
      const at = Number.parseInt(time, 36);
      if (at < now.getTime() - LONGEST_MS) return null;
      // The server's clock was set back meanwhile: nobody has begun in the future.
      return new Date(Math.min(at, now.getTime()));
    },
  };
}
