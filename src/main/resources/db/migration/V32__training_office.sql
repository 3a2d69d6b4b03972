-- What the pages of administrators look purchases up by: the status, newest first, and parts of what a booking or a student is called.
create index course_purchases_by_status on course_purchases (status, id);
create index course_purchases_by_booking on course_purchases using gin (lower(booking_id) gin_trgm_ops);
create index students_by_name on students using gin (lower(name) gin_trgm_ops);
