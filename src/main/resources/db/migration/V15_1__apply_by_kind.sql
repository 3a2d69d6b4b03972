-- "Apply all" takes the rows that are shown, which may be those that disagree in one way only.
alter table reconcile_applies
    add column kinds text[]
        check (kinds is null
               or (kinds <@ array['differs', 'missing', 'orphaned'] and cardinality(kinds) > 0 and selected is null));
comment on column reconcile_applies.kinds is 'In which ways rows disagree that are made to agree; null: in whichever, or the chosen rows';
