CREATE TABLE IF NOT EXISTS tidings_inbox (
    consumer    text NOT NULL,
    source      text NOT NULL,
    message_id  text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, source, message_id)
);
-- Rows lie in the order of their time, so the smallest kind of index is enough for purging.
CREATE INDEX IF NOT EXISTS tidings_inbox_received ON tidings_inbox USING brin (received_at);
