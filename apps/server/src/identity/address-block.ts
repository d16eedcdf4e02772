import ipaddr from "ipaddr.js";

/** The block of addresses one customer of a network usually has: an IPv4 address, a /64 of IPv6.
 *  @returns the address as it came where it is none */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.toByteArray().slice(0, 8).join(".")}/64`;
}
