/** Clock and chance, as they are given to what needs them. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 … 1 */
  random(): number;
  /** @returns takes it back */
  later(ms: number, run: () => void): () => void;
}

/** A UUID of version 4. `crypto.randomUUID` exists in secure contexts only, and a server inside a company may have none.
 *  @param fill fills with random bytes */
export function newSubmissionId(fill: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16);
  fill(bytes);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
