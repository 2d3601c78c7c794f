package io.tidings.messaging.jdbc.outbox;

/** Turns the tables of earlier versions into those of {@link OutboxTable}, in PostgreSQL's words; harmless where they are so. */
final class OutboxUpgrade {
    /**
     * Slots came with layout 2. Old rows get theirs, since a key's rows must all be in one; so do those that instances of the old
     * version write until the last of them has been stopped. Their relays cannot take the lease any more, but one that leads may
     * go on until it stops.
     */
    static final String SQL = """
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
            """;

    private OutboxUpgrade() {}
}
