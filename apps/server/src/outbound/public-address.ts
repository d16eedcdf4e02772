/** Which addresses of the network are anybody's, and which belong to the machine, its neighbours or its provider. */
import ipaddr from "ipaddr.js";

/** Looks public and is not: the host's own services, from inside a virtual machine (Azure). */
const PROVIDERS_OWN = new Set(["168.63.129.16"]);
/** The only block that has been given out for hosts on the Internet (RFC 4291, IANA). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** @param address as a resolver or a socket says it. Anything else, also with a zone (`fe80::1%eth0`), is not public. */
export function isPublicAddress(address: string): boolean {
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  // Not `process`, which would take the IPv4 address out of its mapped form and call that public: nobody means well with one.
  if (parsed instanceof ipaddr.IPv6) return parsed.range() === "unicast" && parsed.match(GLOBAL_IPV6);
  return parsed.range() === "unicast" && !PROVIDERS_OWN.has(parsed.toString());
}
