-- Which signals of browsers a site honours, and why somebody switched one off. Each change is a row, and no row ever changes.
create table site_objection_switch (
  id integer primary key,
  site_id integer not null references site (id) on delete cascade,
  honours_dnt integer not null,        -- from then on
  honours_gpc integer not null,
  reason text,                         -- null: none was given, because nothing was switched off
  author text not null,                -- e-mail address then
  created_at text not null
) strict;
create index objection_switch_of_site on site_objection_switch (site_id);
create trigger objection_switch_stays before update on site_objection_switch
begin
  select raise(abort, 'objection switches are never changed');
end;
-- Gone with its site alone.
create trigger objection_switch_is_kept before delete on site_objection_switch
when exists (select 1 from site where id = old.site_id)
begin
  select raise(abort, 'objection switches are never deleted');
end;
