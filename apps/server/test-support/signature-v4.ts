/**
 * AWS Signature Version 4 as a server checks it, written from its specification ("Create a signed AWS API request") and not
 * from any client. What a client signed is put together anew from the request as it arrived.
 */
import { createHash, createHmac } from "node:crypto";

export interface ArrivedRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payloadSha256: string;
}

/** @returns the signature the request must carry, for the scope and the headers that it names itself */
export function signatureOf(request: ArrivedRequest, secretAccessKey: string, authorization: string): string {
  const { scope, signedHeaders } = partsOf(authorization);
  const [path = "", query = ""] = request.target.split("?", 2);
  const canonical = [
    request.method,
    path,
    query.split("&").filter(Boolean).map(canonicalPair).sort().join("&"),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? "").trim().replace(/ +/g, " ")}`),
    "",
    signedHeaders.join(";"),
    request.payloadSha256,
  ].join("\n");
  const [date = "", region = "", service = ""] = scope.split("/");
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"] ?? "", scope, sha256(canonical)].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString("hex");
}

export function partsOf(authorization: string) {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, accessKeyId = "", scope = "", headers = "", signature = ""] = match ?? [];
  return { accessKeyId, scope, signedHeaders: headers.split(";"), signature };
}

function canonicalPair(pair: string): string {
  const [name = "", value = ""] = pair.split("=", 2).map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  return `${encoded(name)}=${encoded(value)}`;
}

/** Everything but the unreserved characters of RFC 3986. */
function encoded(text: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
