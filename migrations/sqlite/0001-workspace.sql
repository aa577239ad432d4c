create table customer (
  id integer primary key,
  name text not null,
  created_at text not null
) strict;

create table site (
  id integer primary key,
  customer_id integer not null references customer (id),
  domain text not null unique,
  other_hosts text not null default '[]', -- JSON list of further hosts on which the site's pages stand
  time_zone text not null,
  honours_dnt integer not null default 1,
  honours_gpc integer not null default 1,
  created_at text not null
) strict;

create table person (
  id integer primary key,
  customer_id integer not null references customer (id),
  email text not null unique,
  password_hash text,                  -- argon2id; null until the setup link was used
  created_at text not null
) strict;

-- One-time links: first admin, invitations. Only the hash of the token is stored.
create table setup_link (
  token_hash text primary key,
  person_id integer not null references person (id) on delete cascade,
  expires_at text not null
) strict;

-- Sessions of people who sign in. No address, no user agent.
create table session (
  token_hash text primary key,
  person_id integer not null references person (id) on delete cascade,
  created_at text not null,
  used_at text not null,               -- moved forward every few minutes of use; an idle session ends
  expires_at text not null             -- the end even of a session in use
) strict;

create table api_key (
  id integer primary key,
  token_hash text not null unique,
  customer_id integer not null references customer (id),
  label text not null,
  scope text not null,
  created_at text not null,
  expires_at text
) strict;
