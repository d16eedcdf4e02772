/**
 * The only way in which the server fetches an address that a user gave. Such an address may point at the machine itself, its
 * neighbours or the provider's metadata, directly, by a name, or by a redirect; so each hop is checked anew, on the address the
 * connection is made to. And whoever answers may answer slowly, endlessly, or both.
 */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { FileTooLargeError } from "../files/file-errors.ts";
import { measured } from "../files/measured.ts";
import { checkedLookup } from "./checked-lookup.ts";
import { OutsideError } from "./outside-error.ts";
import { isPublicAddress } from "./public-address.ts";

export interface OutsideLimits {
  readonly largestBytes: number;
  /** Name, connection and encryption, for each hop. */
  readonly connectMs: number;
  /** Nothing came for so long. */
  readonly idleMs: number;
  /** Everything, all hops and the whole content. */
  readonly wholeMs: number;
}

export interface OutsidePolicy {
  readonly ports: readonly number[];
  /** Asked about every address that a connection might be made to. */
  readonly isAllowed: (address: string) => boolean;
  /** How names are resolved; the system's way if left out. */
  readonly lookup?: LookupFunction;
}

export const publicOnly: OutsidePolicy = { ports: [80, 443], isAllowed: isPublicAddress };

export interface OutsideFile {
  /** Fails with FileTooLargeError or OutsideError while it is read. */
  readonly content: Readable;
  /** As the other side calls it; lower case, without parameters. */
  readonly mediaType: string | null;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** @throws OutsideError, FileTooLargeError where the other side says the length beforehand */
export async function fetchOutside(
  address: string,
  limits: OutsideLimits,
  policy: OutsidePolicy = publicOnly,
): Promise<OutsideFile> {
  const whole = new AbortController();
  const timer = setTimeout(() => whole.abort(new OutsideError("timed-out")), limits.wholeMs);
  try {
    const answer = await followed(address, { limits, policy, whole: whole.signal });
    return { content: limited(answer, limits, whole.signal, timer), mediaType: mediaTypeOf(answer) };
  } catch (cause) {
    clearTimeout(timer);
    throw cause;
  }
}

interface Hop {
  readonly limits: OutsideLimits;
  readonly policy: OutsidePolicy;
  readonly whole: AbortSignal;
}

async function followed(address: string, hop: Hop): Promise<IncomingMessage> {
  let url = checkedUrl(address, undefined, hop.policy);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(url, hop);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (status === 200) return checkedAnswer(answer, hop.limits);
    answer.destroy();
    if (!REDIRECTS.has(status) || location === undefined) throw new OutsideError("refused-by-server");
    if (redirects === MOST_REDIRECTS) throw new OutsideError("too-many-redirects");
    url = checkedUrl(location, url, hop.policy);
  }
}

function checkedUrl(address: string, base: URL | undefined, policy: OutsidePolicy): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new OutsideError("not-http");
  if (url.username !== "" || url.password !== "") throw new OutsideError("with-credentials");
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (!policy.ports.includes(port)) throw new OutsideError("port-refused");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // Nobody looks up what is an address already. Other ways to write one (0x7f.1, 2130706433) the parser has made plain.
  if (isIP(host) !== 0 && !policy.isAllowed(host)) throw new OutsideError("not-public");
  return url;
}

function checkedAnswer(answer: IncomingMessage, { largestBytes }: OutsideLimits): IncomingMessage {
  const { "content-length": length = "0", "content-encoding": encoding = "identity" } = answer.headers;
  const tooLarge = Number(length) > largestBytes;
  if (!tooLarge && encoding === "identity") return answer;
  answer.destroy();
  throw tooLarge ? new FileTooLargeError(largestBytes) : new OutsideError("compressed");
}

function ask(url: URL, { limits, policy, whole }: Hop): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const open = url.protocol === "https:" ? requestHttps : requestHttp;
  const outgoing = open(url, {
    // A connection of its own: one kept open was checked for somebody else.
    agent: false,
    lookup: checkedLookup(policy.isAllowed, policy.lookup),
    timeout: limits.idleMs,
    headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "Manyi" },
    signal: whole,
  });
  const giveUp = () => outgoing.destroy(new OutsideError("timed-out"));
  const connecting = setTimeout(giveUp, limits.connectMs);
  onceConnected(outgoing, url, () => clearTimeout(connecting));
  outgoing.on("close", () => clearTimeout(connecting));
  outgoing.on("timeout", giveUp);
  outgoing.on("error", (cause) => reject(reasonOf(cause, whole)));
  outgoing.on("response", resolve);
  outgoing.end();
  return promise;
}

function onceConnected(outgoing: ClientRequest, url: URL, then: () => void): void {
  outgoing.on("socket", (socket) => socket.once(url.protocol === "https:" ? "secureConnect" : "connect", then));
}

function reasonOf(cause: unknown, whole: AbortSignal): OutsideError {
  if (whole.aborted) return new OutsideError("timed-out");
  return cause instanceof OutsideError ? cause : new OutsideError("unreachable", { cause });
}

/** The content, cut off at its limits. */
function limited(answer: IncomingMessage, limits: OutsideLimits, whole: AbortSignal, timer: NodeJS.Timeout): Readable {
  const { stream } = measured(limits.largestBytes);
  const cutOff = () => stream.destroy(new OutsideError("timed-out"));
  whole.addEventListener("abort", cutOff, { once: true });
  answer.setTimeout(limits.idleMs, cutOff);
  answer.once("error", (cause) => stream.destroy(reasonOf(cause, whole)));
  pipeline(answer, stream, () => {
    clearTimeout(timer);
    whole.removeEventListener("abort", cutOff);
  });
  return stream;
}

function mediaTypeOf(answer: IncomingMessage): string | null {
  const [type = ""] = (answer.headers["content-type"] ?? "").split(";");
  return /^[\w.+-]+\/[\w.+-]+$/.test(type.trim()) ? type.trim().toLowerCase() : null;
}
