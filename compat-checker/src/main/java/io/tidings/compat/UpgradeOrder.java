package io.tidings.compat;

/** Who has to be upgraded first, for one channel. */
public record UpgradeOrder(String channel, Order order) {

    /** Who goes first. */
    public enum Order {
        /** New readers read old data, old readers not the new. */
        CONSUMERS_FIRST("consumers-first"),
        /** Old readers read new data, new readers not the old. */
        PRODUCERS_FIRST("producers-first"),
        /** Both read both. */
        ANY("any");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        /** As reports print it. */
        public String label() {
            return label;
        }
    }
}
