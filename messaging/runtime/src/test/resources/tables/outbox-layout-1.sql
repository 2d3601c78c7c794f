-- The id must grow with the transactions of one key: no session may draw ids ahead (CACHE 1).
CREATE TABLE IF NOT EXISTS tidings_outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    message_id    text NOT NULL,
    address       text NOT NULL,
    key           bytea,
    value         bytea,
    headers       bytea NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    barred_reason text
);
CREATE INDEX IF NOT EXISTS tidings_outbox_barred ON tidings_outbox (id) WHERE barred_reason IS NOT NULL;
CREATE TABLE IF NOT EXISTS tidings_relay_lease (
    name       text PRIMARY KEY,
    owner      text NOT NULL,
    epoch      bigint NOT NULL,
    expires_at timestamptz NOT NULL
);
