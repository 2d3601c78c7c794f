-- A consumer who left keeps a row, because the version must go on growing should they come back.
CREATE TABLE IF NOT EXISTS consumer (
    id          text PRIMARY KEY,
    name        text NOT NULL,
    email       text NOT NULL,
    order_limit numeric(9, 2) NOT NULL,
    gone        boolean NOT NULL DEFAULT false,
    version     bigint NOT NULL
);
