CREATE TABLE IF NOT EXISTS tidings_inbox (
    consumer    text NOT NULL,
    source      text NOT NULL,
    message_id  text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, source, message_id)
);
-- A block range index would be smaller, but its ranges never shrink: once rows fill the room of purged ones,
-- each purge would read the whole table.
CREATE INDEX IF NOT EXISTS tidings_inbox_age ON tidings_inbox (consumer, received_at);
