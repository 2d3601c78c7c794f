CREATE TABLE IF NOT EXISTS tidings_accepted_request (
    kind        text NOT NULL,
    id          text NOT NULL,
    state       text NOT NULL,
    version     bigint NOT NULL DEFAULT 1,
    accepted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at      timestamptz NOT NULL,
    ended_at    timestamptz,
    cause       text NOT NULL,
    outcome     text,
    context     bytea NOT NULL,
    -- When to look after it: when it is due while it is pending, at once while it is to be undone, else never.
    look_at     timestamptz,
    failures    int NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, id)
);
CREATE INDEX IF NOT EXISTS tidings_accepted_request_look
    ON tidings_accepted_request (kind, look_at) WHERE look_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS tidings_accepted_request_ended
    ON tidings_accepted_request USING brin (ended_at);
CREATE TABLE IF NOT EXISTS tidings_accepted_step (
    kind      text NOT NULL,
    id        text NOT NULL,
    number    int NOT NULL,
    name      text NOT NULL,
    context   bytea NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (kind, id, name),
    FOREIGN KEY (kind, id) REFERENCES tidings_accepted_request ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS tidings_accepted_correlation (
    kind           text NOT NULL,
    correlation_id text NOT NULL,
    id             text NOT NULL,
    PRIMARY KEY (kind, correlation_id),
    FOREIGN KEY (kind, id) REFERENCES tidings_accepted_request ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS tidings_accepted_correlation_request ON tidings_accepted_correlation (kind, id);
