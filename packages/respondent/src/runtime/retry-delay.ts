/** How long to wait before the next try: doubling from one second to a minute, spread over its upper half so that many phones that
 *  lost the same network do not come back at once; never sooner than the server asked for.
 *  @param tries how many have failed, at least 1
 *  @param retryAfterMs what the server asked for; 0: nothing
 *  @param random 0 … 1
 *  @returns milliseconds */
export function retryDelayMs(tries: number, retryAfterMs: number, random: number): number {
  const longest = Math.min(60_000, 1_000 * 2 ** Math.min(tries - 1, 10));
  const delay = longest / 2 + (longest / 2) * random;
  return Math.round(retryAfterMs > 0 ? retryAfterMs + delay / 2 : delay);
}
