export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The account that the first start has shown.
 *  @param output all that the product has said
 *  @throws Error if it has shown none */
export function accountIn(output: string): Account {
  const email = /Account\s+(\S+)/.exec(output)?.[1];
  const password = /Password\s+(\S+)/.exec(output)?.[1];
  if (email === undefined || password === undefined) throw new Error(`no account was shown:\n${output}`);
  return { email, password };
}
