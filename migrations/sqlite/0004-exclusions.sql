-- What a site does not count at all: from now on, because of the past no address was kept. Ranges are what an
-- administrator writes; no visitor's address ever comes here.
create table site_exclusion (
  id integer primary key,
  site_id integer not null references site (id) on delete cascade,
  kind text not null check (kind in ('range', 'page', 'host', 'company')),
  value text not null,                 -- a range as CIDR, address or first-last; a pattern; a company's id
  first text,                          -- of a range: its bounds in hexadecimal, 8 digits (IPv4) or 32 (IPv6)
  last text,
  reason text,                         -- a comment; needed for a range that may be one person's line
  author text,                         -- e-mail address then; null: a program with a key
  created_at text not null,
  unique (site_id, kind, value)
) strict;
