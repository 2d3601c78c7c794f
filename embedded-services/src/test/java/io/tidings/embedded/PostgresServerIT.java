package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @Test
    void isDurableAndLeavesNothingBehind() throws SQLException {
        PostgresServer postgres = PostgresServer.start();
        Path data;
        List<ProcessHandle> processes;
        try (postgres) {
            data = Path.of(ask(postgres.jdbcUrl("postgres"), "SHOW data_directory"));
            assertThat(postgres.settings())
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("wal_level", "logical")
                    .hasEntrySatisfying(
                            "server_version", version -> assertThat(version).startsWith("17."));
            String url = postgres.createDatabase("Orders");
            execute(url, "CREATE TABLE orders (id int)");
            execute(url, "INSERT INTO orders VALUES (42)");
            assertThat(ask(url, "SELECT id FROM orders")).isEqualTo("42");

            postgres.stop();
            assertThat(postgres.isRunning()).isFalse();
            assertThatThrownBy(() -> ask(url, "SELECT 1")).isInstanceOf(SQLException.class);
            postgres.startAgain();
            assertThat(ask(url, "SELECT id FROM orders")).isEqualTo("42");

            processes = ProcessHandle.current().descendants().toList();
            assertThat(processes).isNotEmpty();
        }
        assertThat(processes).allMatch(process -> Processes.isGone(process.pid()));
        assertThat(FreePorts.isFree(postgres.port())).isTrue();
        assertThat(Files.exists(data)).isFalse();
        assertThatThrownBy(postgres::startAgain).hasMessageContaining("closed");
    }

    @Test
    void whatWasCommittedSurvivesSigkill() throws SQLException {
        try (PostgresServer postgres = PostgresServer.start()) {
            String url = postgres.createDatabase("faults");
            execute(url, "CREATE TABLE written (id int)");
            try (Connection open = DriverManager.getConnection(url)) {
                open.setAutoCommit(false);
                try (Statement statement = open.createStatement()) {
                    statement.execute("INSERT INTO written VALUES (1)");
                    open.commit();
                    statement.execute("INSERT INTO written VALUES (2)");
                    postgres.kill();
                }
            } catch (SQLException connectionLost) {
                assertThat(connectionLost.getSQLState()).startsWith("08");
            }
            postgres.startAgain();
            assertThat(ask(url, "SELECT string_agg(id::text, ',') FROM written"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aChosenDataDirectoryStays(@TempDir Path directory) throws SQLException {
        PostgresOptions options = PostgresOptions.defaults()
                .withDataDirectory(directory.resolve("data"))
                .withPort(FreePorts.next())
                .withSetting("work_mem", "8MB");
        try (PostgresServer first = PostgresServer.start(options)) {
            execute(first.createDatabase("kept"), "CREATE TABLE t AS SELECT 7 AS id");
        }
        try (PostgresServer second = PostgresServer.start(options)) {
            assertThat(second.port()).isEqualTo(options.port());
            try (Connection connection = second.dataSource("kept").getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThat(ask(second.jdbcUrl("kept"), "SELECT id FROM t")).isEqualTo("7");
            assertThat(ask(second.jdbcUrl("kept"), "SHOW work_mem")).isEqualTo("8MB");
        }
    }

    @Test
    void aWrongSettingIsToldWithTheServersOwnWords() {
        PostgresOptions options = PostgresOptions.defaults().withSetting("no_such_setting", "1");
        assertThatThrownBy(() -> PostgresServer.start(options))
                .isInstanceOf(EmbeddedServiceException.class)
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
