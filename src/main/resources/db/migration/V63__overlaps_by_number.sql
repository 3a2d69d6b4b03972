-- The constraint was four fifths of what writing a lesson takes, most of it comparing ids letter by letter in each node of the
-- index. A number of 64 bits made of the id takes their place: one trainer's lessons have the same and meet as before; that two
-- trainers of a hundred thousand share one has a chance of one in four thousand million, and all it would do is keep them from
-- teaching at the same time. (Numbers of this kind are what tables are divided by, so that they stay from version to version.)
alter table purchase_sessions drop constraint purchase_sessions_overlap;
alter table purchase_sessions add constraint purchase_sessions_overlap exclude using gist
    (hashtextextended(trainer_id, 0) with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled');
