export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The account that the first start has shown.
 *  @param output all that the product has said
 *  @throws Error if it has shown none */
export function accountIn(output: string): Account {
  // The newest: a log may hold what several installations said.
  const email = [...output.matchAll(/Account\s+(\S+)/g)].at(-1)?.[1];
  const password = [...output.matchAll(/Password\s+(\S+)/g)].at(-1)?.[1];
  if (email === undefined || password === undefined) throw new Error(`no account was shown:\n${output}`);
  return { email, password };
}
