package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the tables when a statement failed because of them: a database names the first that it stumbles over, and not
 * what is missing. Stateless.
 */
final class MissingTables {
    private MissingTables() {}

    /** All that is missing, with the SQL that mends it; null if the failure is about something else, or nobody can tell. */
    static @Nullable LayoutMismatchException behind(SQLException failure, DataSource database) {
        if (!SqlFailures.isAboutTables(failure)) {
            return null;
        }
        try (Connection connection = database.getConnection()) {
            JdbcOutbox.checkTables(connection);
            return null;
        } catch (LayoutMismatchException e) {
            e.addSuppressed(failure);
            return e;
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
            return null;
        }
    }
}
