-- Who works here, where, and with which rights. Sign-in itself (0001) knows only accounts.

create table organisation (
  id uuid primary key default gen_random_uuid(),
  name jsonb not null,
  time_zone text not null,
  created_at timestamptz not null default now()
);

-- Every organisation has one root unit, so that each right is held for a unit.
create table unit (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  parent_id uuid,
  kind text not null check (kind in ('group', 'region', 'branch', 'department', 'team')),
  name jsonb not null,
  code text,
  -- The unit's ancestors from the root, and itself last: "below" is one comparison.
  path uuid[] not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (organisation_id, code),
  foreign key (organisation_id, parent_id) references unit (organisation_id, id),
  check (path[cardinality(path)] = id)
);
create unique index unit_root on unit (organisation_id) where parent_id is null;
create index unit_path on unit using gin (path);

-- A person of an organisation; the account (address, password, second factor) is sign-in's.
create table staff (
  user_id text primary key references auth_user (id),
  organisation_id uuid not null references organisation,
  state text not null check (state in ('invited', 'active', 'disabled')),
  language text not null check (language in ('zh', 'en')),
  created_at timestamptz not null default now(),
  unique (organisation_id, user_id)
);

create table membership (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  user_id text not null,
  unit_id uuid not null,
  role text not null,
  created_at timestamptz not null default now(),
  unique (user_id, unit_id, role),
  foreign key (organisation_id, user_id) references staff (organisation_id, user_id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index membership_unit on membership (unit_id);

create table api_key (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  unit_id uuid not null,
  name text not null,
  prefix text not null,
  -- SHA-256 of the key: a random key of 256 bits needs no slow hash.
  secret_hash bytea not null unique,
  permissions text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, created_by) references staff (organisation_id, user_id)
);

create table audit_entry (
  id bigint generated always as identity primary key,
  -- Null only where nobody's organisation is known: a sign-in that failed.
  organisation_id uuid references organisation,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'key', 'system')),
  actor_id text,
  action text not null,
  object_kind text,
  object_id text,
  unit_id uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  request_id text,
  details jsonb not null default '{}'
);
create index audit_entry_newest on audit_entry (organisation_id, id desc);
create index audit_entry_object on audit_entry (organisation_id, object_id, id desc);

create function audit_entry_is_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are neither changed nor deleted';
end $$;
create trigger audit_entry_is_for_ever before update or delete on audit_entry
  for each row execute function audit_entry_is_for_ever();
create trigger audit_entry_is_not_truncated before truncate on audit_entry
  for each statement execute function audit_entry_is_for_ever();

-- Mails wait here and not in the job queue: what a job carries is logged and kept when it fails, an address must not be.
create table mail_message (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation,
  template text not null,
  language text not null check (language in ('zh', 'en')),
  -- Both are emptied once the mail is out or given up.
  recipient text,
  details jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unknown', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  settled_at timestamptz
);
