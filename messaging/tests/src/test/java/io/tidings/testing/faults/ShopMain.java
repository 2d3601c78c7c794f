package io.tidings.testing.faults;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** A shop in a JVM of its own, which dies where it is told to. TERM closes it in good order. */
final class ShopMain {
    static final String READY = "the shop is open";
    static final String CLOSED = "the shop is closed";

    private ShopMain() {}

    /** Arguments: prefix, life, JDBC URL, and a file with the transport's configuration. */
    @SuppressWarnings("SystemOut") // the parent waits for these lines
    public static void main(String[] args) throws Exception {
        Properties file = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(args[3]), StandardCharsets.UTF_8)) {
            file.load(reader);
        }
        Map<String, String> configuration = new HashMap<>();
        file.forEach((key, value) -> configuration.put(String.valueOf(key), String.valueOf(value)));
        Shop shop = new Shop(args[0], args[1], configuration, args[2], args[2], Shop.HandlerPause.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                shop.close();
                System.out.println(CLOSED);
            } catch (SQLException e) {
                System.out.println("not closed in good order: " + e);
            }
        }));
        shop.serve().serveQuestions();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
