-- From layout 1. The trigger is for instances of the version before, which know no slots: when the last of them has
-- been stopped, DROP FUNCTION tidings_outbox_slot, tidings_outbox_fill_slot CASCADE.
DO $upgrade$ BEGIN
IF to_regclass('tidings_outbox') IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass('tidings_outbox') AND attname = 'slot')
THEN
    CREATE FUNCTION tidings_outbox_slot(hashed bytea) RETURNS smallint LANGUAGE plpgsql IMMUTABLE AS $slot$
    DECLARE
        whole int := length(hashed) / 4 * 4;
        hash  bigint := 2538058380 # length(hashed);
        word  bigint;
    BEGIN
        FOR i IN 0 .. whole / 4 - 1 LOOP
            word := get_byte(hashed, 4 * i)::bigint
                + (get_byte(hashed, 4 * i + 1)::bigint << 8)
                + (get_byte(hashed, 4 * i + 2)::bigint << 16)
                + (get_byte(hashed, 4 * i + 3)::bigint << 24);
            word := word * 1540483477 & 4294967295;
            word := (word # (word >> 24)) * 1540483477 & 4294967295;
            hash := (hash * 1540483477 & 4294967295) # word;
        END LOOP;
        IF whole < length(hashed) THEN
            FOR i IN whole .. length(hashed) - 1 LOOP
                hash := hash # (get_byte(hashed, i)::bigint << (8 * (i - whole)));
            END LOOP;
            hash := hash * 1540483477 & 4294967295;
        END IF;
        hash := (hash # (hash >> 13)) * 1540483477 & 4294967295;
        hash := hash # (hash >> 15);
        RETURN hash & 255;
    END $slot$;
    CREATE FUNCTION tidings_outbox_fill_slot() RETURNS trigger LANGUAGE plpgsql AS $fill$
    BEGIN
        NEW.slot := tidings_outbox_slot(coalesce(NEW.key, convert_to(NEW.message_id, 'UTF8')));
        RETURN NEW;
    END $fill$;
    ALTER TABLE tidings_outbox ADD COLUMN slot smallint, ADD COLUMN sent_at timestamptz;
    UPDATE tidings_outbox
        SET slot = tidings_outbox_slot(coalesce(key, convert_to(message_id, 'UTF8')));
    ALTER TABLE tidings_outbox ALTER COLUMN slot SET NOT NULL;
    CREATE TRIGGER tidings_outbox_fill_slot BEFORE INSERT ON tidings_outbox
        FOR EACH ROW WHEN (NEW.slot IS NULL) EXECUTE FUNCTION tidings_outbox_fill_slot();
    DROP INDEX IF EXISTS tidings_outbox_barred;
END IF;
IF to_regclass('tidings_relay_lease') IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass('tidings_relay_lease') AND attname = 'shard')
THEN
    ALTER TABLE tidings_relay_lease ADD COLUMN shard smallint NOT NULL DEFAULT 0;
    ALTER TABLE tidings_relay_lease DROP CONSTRAINT tidings_relay_lease_pkey, ADD PRIMARY KEY (name, shard);
END IF;
END $upgrade$;
-- The id must grow with the transactions of one key: no session may draw ids ahead (CACHE 1).
CREATE TABLE IF NOT EXISTS tidings_outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    message_id    text NOT NULL,
    address       text NOT NULL,
    key           bytea,
    value         bytea,
    headers       bytea NOT NULL,
    slot          smallint NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at       timestamptz,
    barred_reason text
);
-- What waits is read in the order of ids, by one relay or by one for each part of the slots.
CREATE INDEX IF NOT EXISTS tidings_outbox_unsent ON tidings_outbox (id)
    WHERE sent_at IS NULL AND barred_reason IS NULL;
CREATE INDEX IF NOT EXISTS tidings_outbox_unsent_slot ON tidings_outbox (slot, id)
    WHERE sent_at IS NULL AND barred_reason IS NULL;
CREATE INDEX IF NOT EXISTS tidings_outbox_barred ON tidings_outbox (slot, id)
    WHERE barred_reason IS NOT NULL;
CREATE INDEX IF NOT EXISTS tidings_outbox_sent ON tidings_outbox (sent_at) WHERE sent_at IS NOT NULL;
COMMENT ON TABLE tidings_outbox IS 'Outbox of Tidings, layout 2';
CREATE TABLE IF NOT EXISTS tidings_relay_layout (
    name       text PRIMARY KEY,
    shards     smallint NOT NULL,
    unfenced   smallint NOT NULL,
    owner      text NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS tidings_relay_lease (
    name       text NOT NULL,
    shard      smallint NOT NULL,
    owner      text NOT NULL,
    epoch      bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (name, shard)
);
COMMENT ON TABLE tidings_relay_lease IS 'Who relays the outbox of Tidings, layout 2';
CREATE TABLE IF NOT EXISTS tidings_relay_member (
    name       text NOT NULL,
    owner      text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (name, owner)
);
