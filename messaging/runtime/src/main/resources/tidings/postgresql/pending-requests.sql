CREATE TABLE IF NOT EXISTS tidings_pending_request (
    requestor      text NOT NULL,
    correlation_id text NOT NULL,
    context        bytea NOT NULL,
    state          text NOT NULL DEFAULT 'WAITING',
    asked_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at         timestamptz NOT NULL,
    failures       int NOT NULL DEFAULT 0,
    settled_at     timestamptz,
    PRIMARY KEY (requestor, correlation_id)
);
-- Those that wait are few among those that were settled and are remembered.
CREATE INDEX IF NOT EXISTS tidings_pending_request_due
    ON tidings_pending_request (requestor, due_at) WHERE state = 'WAITING';
CREATE INDEX IF NOT EXISTS tidings_pending_request_settled
    ON tidings_pending_request USING brin (settled_at);
