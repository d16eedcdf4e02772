import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { OutsideError } from "./outside-error.ts";

/** The address that was checked is the one connected to: a name that is resolved a second time may lead elsewhere by then.
 *  One address among several that is not allowed refuses the name, for the connection might fall back on it. */
export function checkedLookup(
  isAllowed: (address: string) => boolean,
  lookup: LookupFunction = systemLookup,
): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error !== null || first === undefined) {
        done(new OutsideError("not-found-by-name", { cause: error }), "");
      } else if (!addresses.every(({ address }) => isAllowed(address))) {
        done(new OutsideError("not-public"), "");
      } else if (options.all === true) {
        done(null, [...addresses]);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}
