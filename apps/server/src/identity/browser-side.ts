import type { Web } from "../http/call.ts";
import { ADDRESS_HEADER } from "./accounts.ts";

/** What better-auth is told of a request: the cookies it needs, the device and the address as we know it. Never its Host, Origin or
 *  forwarding headers. */
export function headersFor(web: Web, cookie = web.cookie): Headers {
  return new Headers({ cookie, "user-agent": asciiOnly(web.device ?? ""), [ADDRESS_HEADER]: web.address });
}

/** The one cookie of a Cookie header whose name ends so. */
export function onlyCookie(header: string, ending: string): string {
  return (
    header
      .split(";")
      .map((it) => it.trim())
      .find((it) => it.split("=")[0]?.endsWith(ending) === true) ?? ""
  );
}

/** Passes on the cookies an act of better-auth ended with. */
export function keepCookies(web: Web, headers: Headers): void {
  for (const line of headers.getSetCookie()) web.setCookie(line);
}

/** Headers hold single bytes. */
function asciiOnly(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}
