CREATE TABLE IF NOT EXISTS restaurant (
    id      text PRIMARY KEY,
    name    text NOT NULL,
    open    boolean NOT NULL,
    cuisine text,
    version bigint NOT NULL
);

CREATE TABLE IF NOT EXISTS menu_item (
    restaurant_id text NOT NULL REFERENCES restaurant,
    id            text NOT NULL,
    name          text NOT NULL,
    price         numeric(9, 2) NOT NULL,
    PRIMARY KEY (restaurant_id, id)
);

-- A cancelled row without a restaurant: the cancellation came before the ticket.
CREATE TABLE IF NOT EXISTS ticket (
    order_id      text PRIMARY KEY,
    restaurant_id text,
    state         text NOT NULL CHECK (state IN ('ACCEPTED', 'CANCELLED')),
    ready_at      timestamptz
);
