package io.tidings.examples.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The demo command: builds up a small town of services, orders food in it, takes two of the services away and brings them
 * back, runs the gate, and takes everything down again. Exit status 0 if all of it went as it should, 1 otherwise.
 */
public final class Demo {

    private Demo() {}

    /** Runs the demo; the argument is the folder of the examples, built. */
    public static void main(String... arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: demo EXAMPLES-FOLDER");
            System.exit(2);
        }
        endWithParent();
        System.exit(run(Path.of(arguments[0]).toAbsolutePath().normalize()));
    }

    /** Whoever started us and is gone waits for nothing more. */
    private static void endWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isPresent()) {
            CompletableFuture<Void> unused = parent.get().onExit().thenRun(() -> System.exit(130));
        }
    }

    private static int run(Path examples) {
        Narrator narrator = new Narrator(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try (Town town = new Town(examples, narrator)) {
            return run(town, new Gate(examples, narrator), narrator);
        }
    }

    private static int run(Town town, Gate gate, Narrator narrator) {
        try {
            town.build();
            Delivery delivery = new Delivery(town, narrator);
            delivery.openShops();
            delivery.orderFood();
            delivery.orderWithoutOwners();
            gate.run();
        } catch (DemoFailure e) {
            narrator.failed(String.valueOf(e.getMessage()));
            town.tellLastWords();
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            narrator.failed("interrupted");
            return 1;
        } catch (Exception e) {
            narrator.failed(String.valueOf(e));
            town.tellLastWords();
            return 1;
        }
        narrator.summary();
        return 0;
    }
}
