import type { LightMyRequestResponse } from "fastify";

/** The Cookie header a browser would send after an answer.
 *  @param before what it would have sent until then */
export function cookiesAfter(answer: LightMyRequestResponse, before = ""): string {
  const jar = new Map(before.split("; ").filter(Boolean).map(split));
  for (const line of [answer.headers["set-cookie"] ?? []].flat()) {
    const [pair = "", ...attributes] = line.split("; ");
    const [name, value] = split(pair);
    if (attributes.some((it) => /^max-age=0$/i.test(it))) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

function split(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}
