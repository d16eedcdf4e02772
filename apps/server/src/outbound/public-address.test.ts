import { expect, it } from "vitest";
import { isPublicAddress } from "./public-address.ts";

it.each([
  ["loopback", ["127.0.0.1", "127.255.255.254", "::1"]],
  ["unspecified", ["0.0.0.0", "0.1.2.3", "::"]],
  ["private", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"]],
  ["link-local and metadata", ["169.254.169.254", "169.254.0.23", "fe80::1", "fe80::1%eth0", "fd00:ec2::254"]],
  ["shared by a provider, its metadata there", ["100.64.0.1", "100.100.100.200", "168.63.129.16"]],
  ["multicast and broadcast", ["224.0.0.1", "255.255.255.255", "ff02::1"]],
  ["reserved", ["192.0.0.1", "198.18.0.1", "240.0.0.1"]],
  ["for documents", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1"]],
  ["IPv4 in IPv6", ["::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:7f00:1"]],
  ["translated or tunnelled", ["64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1", "2001::1"]],
  ["no address", ["", "localhost", "example.com", "1.2.3.4.5", "not an address"]],
])("does not call %s public", (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

it("calls public what anybody can reach", () => {
  const ipv4 = ["1.1.1.1", "8.8.8.8", "223.5.5.5", "100.63.255.255", "172.32.0.1"];
  const ipv6 = ["2400:3200::1", "2606:4700::1111"];
  expect([...ipv4, ...ipv6].filter((address) => !isPublicAddress(address))).toEqual([]);
});
