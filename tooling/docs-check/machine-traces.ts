/** Marks of the machine a page was written on: they lead nobody else anywhere. */
const TRACES: readonly [RegExp, string][] = [
  [/(?:^|[\s"'`(=:])\/(?:tmp|home|root|Users|mnt)\/[^\s"'`)]*/, "names a path of one machine"],
  [/\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i, "names a package registry's host"],
  [/https?:\/\/(?:\d{1,3}\.){3}\d{1,3}(?!\d)(?<!127\.0\.0\.1)/, "names a machine by its number"],
];

/** Marks of one machine or network in a text, prose and code alike.
 *  @returns one readable line each */
export function machineTraces(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) =>
    TRACES.flatMap(([pattern, fault]) => {
      const found = pattern.exec(line)?.[0];
      return found === undefined ? [] : [`${path}:${index + 1} ${fault}: ${found.trim()}`];
    }),
  );
}
