-- The outbox and its relays, for H2 2.2 and newer.
CREATE TABLE IF NOT EXISTS tidings_outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY (NO CACHE) PRIMARY KEY,
    message_id    varchar NOT NULL,
    address       varchar NOT NULL,
    "key"         varbinary,
    "value"       blob,
    headers       blob NOT NULL,
    slot          smallint NOT NULL,
    created_at    timestamp(6) with time zone DEFAULT current_timestamp NOT NULL,
    sent_at       timestamp(6) with time zone,
    barred_reason varchar
);
CREATE INDEX IF NOT EXISTS tidings_outbox_unsent ON tidings_outbox (sent_at, id);
CREATE TABLE IF NOT EXISTS tidings_relay_lease (
    name       varchar NOT NULL,
    shard      smallint NOT NULL,
    owner      varchar NOT NULL,
    epoch      bigint NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (name, shard)
);
