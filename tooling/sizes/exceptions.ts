/**
 * What may be larger than the limits, each with its reason. One that is not needed any more fails the tests too.
 * A file is named by its path, a function by `path#name`.
 */
export const exceptions: Readonly<Record<string, string>> = {};
