CREATE TABLE IF NOT EXISTS placed_order (
    id            text PRIMARY KEY,
    consumer_id   text NOT NULL,
    restaurant_id text NOT NULL,
    state         text NOT NULL CHECK (state IN ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED')),
    -- Whether the order was found good here and the kitchen has been asked.
    verified      boolean NOT NULL DEFAULT false,
    total         numeric(9, 2),
    reason        text,
    version       bigint NOT NULL,
    placed_at     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS placed_order_to_verify ON placed_order (placed_at) WHERE state = 'PENDING' AND NOT verified;

CREATE TABLE IF NOT EXISTS order_line (
    order_id     text NOT NULL REFERENCES placed_order,
    menu_item_id text NOT NULL,
    quantity     integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, menu_item_id)
);
