CREATE TABLE IF NOT EXISTS tidings_sequence (
    consumer   text NOT NULL,
    source     text NOT NULL,
    key        text NOT NULL,
    version    bigint NOT NULL,
    gone       boolean NOT NULL DEFAULT false,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, source, key)
);
CREATE INDEX IF NOT EXISTS tidings_sequence_gone ON tidings_sequence (consumer, changed_at) WHERE gone;
CREATE TABLE IF NOT EXISTS tidings_held (
    consumer       text NOT NULL,
    source         text NOT NULL,
    key            text NOT NULL,
    version        bigint NOT NULL,
    message_id     text NOT NULL,
    message_key    bytea,
    value          bytea,
    header_names   text[] NOT NULL,
    header_values  bytea[] NOT NULL,
    address        text NOT NULL,
    partition      int NOT NULL,
    message_offset bigint NOT NULL,
    sent_at        timestamptz NOT NULL,
    held_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    failure        text,
    PRIMARY KEY (consumer, source, key, version)
);
CREATE INDEX IF NOT EXISTS tidings_held_age ON tidings_held (consumer, held_at);
