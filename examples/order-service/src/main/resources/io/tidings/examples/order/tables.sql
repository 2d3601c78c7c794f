-- Where an order stands is in tidings_accepted_request.
CREATE TABLE IF NOT EXISTS placed_order (
    id            text PRIMARY KEY,
    consumer_id   text NOT NULL,
    restaurant_id text NOT NULL,
    -- Whether the order was looked at: it was refused here, or the kitchen has been asked.
    verified      boolean NOT NULL DEFAULT false,
    total         numeric(9, 2),
    placed_at     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS placed_order_to_verify ON placed_order (placed_at) WHERE NOT verified;

CREATE TABLE IF NOT EXISTS order_line (
    order_id     text NOT NULL REFERENCES placed_order,
    menu_item_id text NOT NULL,
    quantity     integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, menu_item_id)
);
