-- OPEN: nobody has it, the reason says why. ASKED: the courier has not answered yet.
CREATE TABLE IF NOT EXISTS delivery (
    id         text PRIMARY KEY,
    state      text NOT NULL CHECK (state IN ('OPEN', 'ASKED', 'TAKEN')),
    courier_id text,
    reason     text
);

CREATE TABLE IF NOT EXISTS shift (
    courier_id text NOT NULL,
    day        date NOT NULL,
    PRIMARY KEY (courier_id, day)
);
