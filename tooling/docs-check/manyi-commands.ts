/** The commands of `manyi` that the docs may show. A test holds them against `manyi --help`. */
export const manyiCommands: readonly string[] = ["analyse", "check"];
