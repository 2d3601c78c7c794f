package io.tidings.sync.plan;

/** Which part of a message a schema describes. */
public enum Part {
    PAYLOAD("value"),
    KEY("key");

    private final String suffix;

    Part(String suffix) {
        this.suffix = suffix;
    }

    /** What the strategy {@code topic} ends subjects with. */
    String suffix() {
        return suffix;
    }

    /** As reports say it. */
    public String label() {
        return this == PAYLOAD ? "payload" : "key";
    }
}
