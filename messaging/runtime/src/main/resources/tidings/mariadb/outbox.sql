-- The outbox and its relays, for MariaDB 10.6 and newer, with InnoDB. Times are in UTC. Texts that are compared are binary, and
-- blanks at their end count.
CREATE TABLE IF NOT EXISTS tidings_outbox (
    id            bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    message_id    varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    address       varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    `key`         longblob,
    `value`       longblob,
    headers       longblob NOT NULL,
    slot          smallint NOT NULL,
    created_at    datetime(6) NOT NULL DEFAULT (utc_timestamp(6)),
    sent_at       datetime(6),
    barred_reason longtext,
    INDEX tidings_outbox_unsent (sent_at, id),
    INDEX tidings_outbox_barred (barred_reason(1))
) ENGINE = InnoDB COMMENT = 'Outbox of Tidings, layout 2';
CREATE TABLE IF NOT EXISTS tidings_relay_lease (
    name       varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    shard      smallint NOT NULL,
    owner      varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    epoch      bigint NOT NULL,
    expires_at datetime(6) NOT NULL,
    PRIMARY KEY (name, shard)
) ENGINE = InnoDB COMMENT = 'Who relays the outbox of Tidings, layout 2';
