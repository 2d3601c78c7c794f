package io.tidings.outbox.debezium;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where to read the log. The user needs the REPLICATION attribute, and for the first start the right to create a publication
 * on the outbox.
 *
 * @param settings more of Debezium's, as it names them, such as {@code database.sslmode}
 */
public record ReplicationAddress(
        String host, int port, String database, String user, String password, Map<String, String> settings) {

    public ReplicationAddress {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public static ReplicationAddress of(String host, int port, String database, String user, String password) {
        return new ReplicationAddress(host, port, database, user, password, Map.of());
    }

    /** Adds one of Debezium's settings. */
    public ReplicationAddress with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new ReplicationAddress(host, port, database, user, password, more);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
