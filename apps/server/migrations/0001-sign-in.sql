-- Accounts and sessions. The auth_ tables and their camelCase columns are those of better-auth 1.7 with its two-factor
-- plugin, which alone writes them; a test compares them with what it expects. What stands below them is ours.

create table auth_user (
  id text primary key,
  name text not null,
  -- Lower case.
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "twoFactorEnabled" boolean default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth_session (
  id text primary key,
  "userId" text not null references auth_user (id) on delete cascade,
  -- Worth nothing without the secret that signs it in the cookie.
  token text not null unique,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text
);
create index auth_session_user on auth_session ("userId");

create table auth_account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_user (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  -- Salted scrypt hash.
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_account_user on auth_account ("userId");

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

create table auth_two_factor (
  id text primary key,
  "userId" text not null references auth_user (id) on delete cascade,
  -- Both are encrypted with the product's secret.
  secret text not null,
  "backupCodes" text not null,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index auth_two_factor_user on auth_two_factor ("userId");
create index auth_two_factor_secret on auth_two_factor (secret);

-- Links with which somebody sets a password: forgotten (`reset`) or the first one (`invitation`). Each is deleted by its use.
create table password_link (
  -- SHA-256 of the token in the link.
  token_hash bytea primary key,
  user_id text not null references auth_user (id) on delete cascade,
  purpose text not null check (purpose in ('reset', 'invitation')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_link_user on password_link (user_id);

-- Attempts to sign in that were not followed by a success: of an account, or from a block of addresses.
create table sign_in_failure (
  -- Keyed hash: the table tells no addresses of people who never had an account.
  subject bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  held_until timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (last_at);

-- Codes of an authenticator that have been used and are still valid by the clock: each works once.
create table used_code (
  user_id text not null references auth_user (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);
