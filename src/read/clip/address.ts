// Which addresses lie on the open network: a page that a source names must not reach into this machine or its neighbours.
import { BlockList, isIPv4, isIPv6 } from "node:net";

const CLOSED = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  CLOSED.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  CLOSED.addSubnet(network, bits, "ipv6");

/** False for anything that is no address. An IPv4 address within IPv6 counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, "").split("%")[0] ?? "";
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(bare)?.[1] ?? hexInner(bare) ?? bare;
  if (isIPv4(inner)) return !CLOSED.check(inner, "ipv4");
  return isIPv6(inner) && !CLOSED.check(inner, "ipv6");
}

/** "::ffff:7f00:1" -> "127.0.0.1" */
function hexInner(address: string): string | undefined {
  const found = /^(?:0*:){0,5}(?::)?ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/iu.exec(address);
  if (!found) return undefined;
  const [high, low] = [Number.parseInt(found[1] ?? "0", 16), Number.parseInt(found[2] ?? "0", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
