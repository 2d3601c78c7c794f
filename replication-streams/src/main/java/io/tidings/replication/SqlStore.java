package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.replication.internal.sql.SqlSettings;
import io.tidings.replication.internal.sql.SqlStorage;
import io.tidings.replication.internal.sql.SqlTables;
import io.tidings.replication.internal.sql.layout.SqlIndex;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Where views of {@link StoreKind#SQL} are kept: PostgreSQL. All instances of the service give the same database. Connections
 * are taken for a transaction or a statement at a time; a pool of two for each view is enough to write, readers come on top. Nothing
 * is kept in sessions. Immutable.
 */
public final class SqlStore {

    private static final int BATCH = 1_000;

    private final SqlStorage storage;

    private SqlStore(SqlStorage storage) {
        this.storage = storage;
    }

    /** Up to 1,000 records in a transaction, tables created where they are missing. */
    public static SqlStore of(DataSource database) {
        return new SqlStore(new SqlStorage(requireNonNull(database, "database"), BATCH, true));
    }

    /**
     * The same with that many records in a transaction at most.
     *
     * @throws IllegalArgumentException if that is none
     */
    public SqlStore batch(int records) {
        if (records < 1) {
            throw new IllegalArgumentException("A batch is of one record at least, not of " + records);
        }
        return new SqlStore(new SqlStorage(storage.database(), records, storage.createsTables()));
    }

    /** The same for tables that somebody else creates, with what {@link #ddl} says. They are checked at the start. */
    public SqlStore tablesGiven() {
        return new SqlStore(new SqlStorage(storage.database(), storage.batch(), false));
    }

    /**
     * What creates the tables of a view.
     *
     * @param configuration of which {@code application.id} counts: tables are named after it
     */
    public static String ddl(Map<String, String> configuration, ReplicaDefinition<?, ?> definition) {
        return SqlTables.ddl(schema(definition, SqlSettings.of(configuration).group(definition.storeName())));
    }

    static SqlSchema schema(ReplicaDefinition<?, ?> definition, String generation) {
        return SqlSchema.of(
                definition.view(),
                generation,
                definition.keyType(),
                definition.rows().schema(),
                definition.indexes().stream()
                        .map(index -> new SqlIndex(index.name(), index.several()))
                        .toList());
    }

    SqlStorage storage() {
        return storage;
    }
}
