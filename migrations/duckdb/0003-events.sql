-- What an event is about: file, host of a link, kind of contact, search phrase, label of a milestone. Masked.
alter table page_view add column target varchar;
-- Of the closing message of a page: how long it was open.
alter table page_view add column seconds uinteger;
alter table page_view add column page_name varchar;
alter table page_view add column page_group varchar;
-- JSON object: properties of an event that the site allows.
alter table page_view add column props varchar;
