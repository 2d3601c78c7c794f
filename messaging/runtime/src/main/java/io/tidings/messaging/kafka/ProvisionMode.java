package io.tidings.messaging.kafka;

import java.util.Locale;

/** What may be done about topics that are not as a document says. Nothing is ever deleted. */
public enum ProvisionMode {
    /** Nothing is asked and nothing is done. */
    OFF(false, false, false),
    /** Topics that are missing are created; those that exist are not looked at. */
    CREATE(true, false, false),
    /** Nothing is created: what is missing is a difference. */
    CHECK(false, true, false),
    /** Topics that are missing are created, those that exist are compared with the document. */
    CREATE_AND_CHECK(true, true, false),
    /** As the one before, and the configuration of topics that exist is changed to what the document says. */
    ALTER(true, true, true);

    private final boolean creates;
    private final boolean checks;
    private final boolean alters;

    ProvisionMode(boolean creates, boolean checks, boolean alters) {
        this.creates = creates;
        this.checks = checks;
        this.alters = alters;
    }

    boolean creates() {
        return creates;
    }

    boolean checks() {
        return checks;
    }

    boolean alters() {
        return alters;
    }

    /** The mode as {@code tidings.provision.mode} writes it, such as {@code create-and-check}. */
    public static ProvisionMode of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
