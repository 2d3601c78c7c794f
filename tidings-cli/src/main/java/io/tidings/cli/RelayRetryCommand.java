package io.tidings.cli;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings relay retry-barred}. */
@Command(
        name = "retry-barred",
        description = "Has all messages tried again that could not be sent, after what was wrong has been put right.")
final class RelayRetryCommand extends Console implements Callable<Integer> {

    @Mixin
    private RelayDatabase database = new RelayDatabase();

    @Override
    public Integer call() {
        try (Connection connection = database.source().getConnection()) {
            int released = JdbcOutbox.retryBarred(connection);
            print(released == 1 ? "1 message is tried again.\n" : released + " messages are tried again.\n");
            return Status.HOLDS;
        } catch (SQLException e) {
            throw new UnusableInput("Releasing barred messages failed: " + e.getMessage(), e);
        } catch (MessagingException | IllegalStateException e) {
            throw RelayDatabase.unusable(e);
        }
    }
}
