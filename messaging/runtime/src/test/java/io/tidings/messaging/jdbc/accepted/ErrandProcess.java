package io.tidings.messaging.jdbc.accepted;

import io.tidings.messaging.accepted.Errand;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A service that runs errands in a process of its own, until it is killed. */
final class ErrandProcess {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private ErrandProcess() {}

    /** Arguments: the database, which life this is, a seed. */
    public static void main(String... arguments) throws SQLException {
        String url = arguments[0];
        DriverManager.getConnection(url).close();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        run(database, "life" + arguments[1], new Random(Long.parseLong(arguments[2])));
    }

    private static void run(DataSource database, String life, Random random) throws SQLException {
        Errands errands = new Errands(database);
        try (RequestKeeper keeper = errands.keeping()) {
            Objects.requireNonNull(keeper);
            for (int i = 0; ; i++) {
                String id = life + "-" + i;
                errands.accept(id, PATIENCE);
                errands.step(id, "ticket");
                errands.step(id, "payment");
                switch (random.nextInt(4)) {
                    case 0 -> errands.move(id, Errand.GIVEN_UP, "client");
                    case 1 -> errands.move(id, Errand.REFUSED, "m1");
                    case 2 -> {
                        errands.move(id, Errand.UNDER_WAY, "m1");
                        errands.move(id, Errand.DONE, "m2");
                    }
                    default -> errands.step(id, "courier"); // and nobody hears of it again
                }
                if (i == 20) {
                    System.out.println("twenty errands were run");
                }
            }
        }
    }
}
