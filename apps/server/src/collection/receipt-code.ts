import { createHmac, createSecretKey, hkdfSync } from "node:crypto";

/** Crockford's base 32: nothing in it is read as something else. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

export type ReceiptCode = (responseId: string, contentHash: Uint8Array) => string;

/** What a respondent can note down, `7F3K-92QD`: 40 bits that follow from the answers and their id, and that nobody makes who does not
 *  hold the installation's secret. It is computed again whenever it is asked for, so it cannot differ from one time to the next. */
export function receiptCodes(secret: string): ReceiptCode {
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "manyi receipt", 32)));
  return (responseId, contentHash) => {
    const bytes = createHmac("sha256", key).update(responseId).update(contentHash).digest();
    let bits = bytes.readBigUInt64BE() >> 24n;
    let code = "";
    for (let digit = 0; digit < LENGTH; digit += 1) {
      code = DIGITS.charAt(Number(bits & 31n)) + code;
      bits >>= 5n;
    }
    return `${code.slice(0, 4)}-${code.slice(4)}`;
  };
}
