-- Questionnaires, the waves that ask them, and what respondents send.

-- What is being written: one a programme, changed as a whole, and only by whoever saw its newest revision.
create table questionnaire (
  programme_id uuid primary key,
  organisation_id uuid not null,
  -- JSON (packages/questionnaire), perhaps unfinished.
  draft json not null,
  -- Of the draft, as `questionnaire_version.hash`: says without reading it whether it is published as it is.
  hash text not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text,
  foreign key (organisation_id, programme_id) references programme (organisation_id, id)
);

-- What was asked, for ever.
create table questionnaire_version (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  programme_id uuid not null,
  -- 1, 2, 3 … within the programme.
  number integer not null,
  -- SHA-256 of the canonical JSON, lower-case hex. Two versions may have the same: somebody went back to what was asked before.
  hash text not null,
  content json not null,
  published_at timestamptz not null,
  published_by text,
  unique (organisation_id, id),
  unique (programme_id, number),
  foreign key (organisation_id, programme_id) references programme (organisation_id, id)
);

create function questionnaire_version_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a published questionnaire never changes';
end $$;
create trigger questionnaire_version_never_changes before update on questionnaire_version
  for each row execute function questionnaire_version_never_changes();

-- Null in all: the wave's answers come by import only.
alter table wave
  add column version_id uuid,
  -- As which data its answers are kept: columns and code book of the version, and of those before it.
  add column definition_id uuid,
  add column opened_at timestamptz,
  -- From here on nobody may begin; who began before may finish until `grace_until`.
  add column closed_at timestamptz,
  add column grace_until timestamptz,
  add foreign key (organisation_id, version_id) references questionnaire_version (organisation_id, id),
  add foreign key (organisation_id, definition_id) references definition (organisation_id, id);

-- Every version that a wave has asked: who still has the page of an older one open answers that one.
create table wave_version (
  organisation_id uuid not null,
  wave_id uuid not null,
  version_id uuid not null,
  asked_from timestamptz not null,
  primary key (wave_id, version_id),
  foreign key (organisation_id, wave_id) references wave (organisation_id, id),
  foreign key (organisation_id, version_id) references questionnaire_version (organisation_id, id)
);

-- The way to a wave's questionnaire: `/s/` and the token.
create table collection_link (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  programme_id uuid not null,
  wave_id uuid not null,
  kind text not null check (kind in ('anonymous')),
  -- 130 random bits in 26 letters and digits. Readable: it is printed on posters.
  token text not null unique,
  created_at timestamptz not null,
  created_by text,
  withdrawn_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, programme_id) references programme (organisation_id, id),
  foreign key (organisation_id, wave_id) references wave (organisation_id, id)
);
create index collection_link_wave on collection_link (wave_id);

-- Respondents' answers: null in what was imported.
alter table response
  add column version_id uuid,
  add column link_id uuid,
  -- SHA-256 of what was answered: the same id with the same hash is the same answer sent again.
  add column content_hash bytea,
  -- Begun before the wave was closed, finished after it.
  add column late boolean not null default false,
  -- When it was begun and finished by the sender's own clock, as it said. Decides nothing.
  add column claim jsonb;
-- Version and link are looked up in the statement that inserts, and neither is ever deleted: two more foreign keys would only be
-- two more look-ups for every answer. For the same reason one key says what two said of programme and wave, and what happened to a
-- response leaves it to the response whose it is.
alter table wave add unique (organisation_id, programme_id, id);
alter table response
  add foreign key (organisation_id, programme_id, wave_id) references wave (organisation_id, programme_id, id),
  drop constraint response_organisation_id_programme_id_fkey,
  drop constraint response_organisation_id_wave_id_fkey;
alter table response_event drop constraint response_event_organisation_id_programme_id_fkey;
-- For the foreign key alone, which never asks for null.
drop index response_import;
create index response_import on response (import_id) where import_id is not null;

-- How many responses a wave has, in lanes that are added up (`wave_count`): a connection counts in the lane that it always takes, so
-- that batches of one wave which are committed at the same time do not wait for each other until the disk has written.
create table wave_tally (
  organisation_id uuid not null,
  wave_id uuid not null,
  lane smallint not null,
  responses integer not null,
  last_received_at timestamptz not null,
  primary key (wave_id, lane),
  foreign key (organisation_id, wave_id) references wave (organisation_id, id)
) with (fillfactor = 50);
insert into wave_tally
  select organisation_id, id, 0, responses, last_received_at from wave where responses > 0;
create view wave_count as
  select wave_id, sum(responses)::integer as responses, max(last_received_at) as last_received_at
  from wave_tally group by wave_id;
alter table wave drop column responses, drop column last_received_at;

-- Answers that are not finished, under the id that the response will have.
create table partial_response (
  id uuid primary key,
  organisation_id uuid not null,
  programme_id uuid not null,
  wave_id uuid not null,
  link_id uuid not null,
  version_id uuid not null,
  -- Grows with each saving; an older one never replaces a newer.
  sequence integer not null,
  -- Question → answer as it travels.
  answers jsonb not null,
  -- Code of the page that the respondent is on.
  page text not null,
  language text not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  foreign key (organisation_id, programme_id) references programme (organisation_id, id),
  foreign key (organisation_id, wave_id) references wave (organisation_id, id),
  foreign key (organisation_id, link_id) references collection_link (organisation_id, id),
  foreign key (organisation_id, version_id) references questionnaire_version (organisation_id, id)
);
create index partial_response_wave on partial_response (wave_id);
