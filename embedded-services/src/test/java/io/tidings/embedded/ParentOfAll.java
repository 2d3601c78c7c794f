package io.tidings.embedded;

/** Starts everything, says where, and never ends by itself: {@link NoOrphansIT} ends it. */
final class ParentOfAll {
    private ParentOfAll() {}

    public static void main(String[] args) throws Exception {
        EmbeddedServices services = EmbeddedServices.start();
        try (var connection = services.postgres().dataSource("postgres").getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            System.out.println("data " + row.getString(1));
        }
        System.out.println("ports " + services.kafka().bootstrapServers() + " "
                + services.registry().url() + " " + services.postgres().port());
        System.out.println("ready");
        // As long as the test that started it: one that was killed must not leave this behind.
        ProcessHandle.current().parent().orElseThrow().onExit().get();
    }
}
