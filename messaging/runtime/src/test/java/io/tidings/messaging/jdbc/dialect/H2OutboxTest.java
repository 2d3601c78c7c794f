package io.tidings.messaging.jdbc.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** H2 in memory, for speed. */
class H2OutboxTest extends OutboxDialectContract {

    @Override
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }
}
