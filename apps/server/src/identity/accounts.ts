/**
 * better-auth over our database: passwords, sessions, second factors. It authenticates and nothing more; its own HTTP routes
 * are not mounted. Its guards against many attempts are off, ours (`attempts.ts`) count in the database for all processes.
 */
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

export const SESSION_HOURS = 12;
export const LONGEST_SESSION_DAYS = 7;
export const LEAST_PASSWORD_CHARACTERS = 12;
/** A session in use is prolonged this often at most: a write now and then, not with each request. */
export const PROLONG_EVERY_SECONDS = 300;
/** Between password and code. */
const SECOND_STEP_SECONDS = 600;

export interface SignInSettings {
  readonly secret: string;
  /** The configured one; decides on `Secure` cookies. */
  readonly origin: string;
}

/** Under this header the caller's address is told; made by us, never taken from a request. */
export const ADDRESS_HEADER = "x-manyi-address";

/** @param db the pool, or a transaction that what is done shall be part of */
export function openAccounts({ secret, origin }: SignInSettings, db: Kysely<Tables>) {
  return betterAuth({
    appName: "满意 Manyi",
    baseURL: origin,
    secret,
    database: { db, type: "postgres" },
    user: { modelName: "auth_user" },
    account: { modelName: "auth_account" },
    verification: { modelName: "auth_verification" },
    session: {
      modelName: "auth_session",
      expiresIn: SESSION_HOURS * 3_600,
      updateAge: PROLONG_EVERY_SECONDS,
      // A session that was ended is over at once.
      cookieCache: { enabled: false },
    },
    // Passwords: scrypt with N = 2¹⁴, r = 16, p = 1, a salt of 16 bytes each (32 MiB and some 60 ms a guess).
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LEAST_PASSWORD_CHARACTERS,
      maxPasswordLength: 256,
    },
    plugins: [
      twoFactor({
        issuer: "Manyi",
        twoFactorTable: "auth_two_factor",
        twoFactorCookieMaxAge: SECOND_STEP_SECONDS,
        accountLockout: { enabled: false },
      }),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would write sentences of its own to standard error; what goes wrong is thrown as well.
    logger: { disabled: true },
    advanced: {
      useSecureCookies: origin.startsWith("https://"),
      cookiePrefix: "manyi",
      cookies: {
        session_token: { name: "manyi.session" },
        two_factor: { name: "manyi.second-step" },
      },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
      // A test compares our migration with what it expects.
      database: { validateSchema: false },
    },
  });
}

export type Accounts = ReturnType<typeof openAccounts>;
