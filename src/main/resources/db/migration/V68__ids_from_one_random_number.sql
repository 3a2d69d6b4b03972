-- Two thirds of the time: one random UUID instead of two, since the four bits that say "version 4" become those of "version 7" by
-- setting two of them (bits of a byte are counted from the lowest one).
create or replace function time_ordered_id(at timestamptz) returns uuid
    language sql volatile parallel safe
    return encode(set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid())
                placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid;
