package io.tidings.examples.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
        // Whoever started us and is gone waits for nothing more.
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(130)));
        System.exit(run(Path.of(arguments[0]).toAbsolutePath().normalize()));
    }

    private static int run(Path examples) {
        Narrator narrator = new Narrator(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try (Town town = new Town(examples, narrator)) {
            town.build();
            Delivery delivery = new Delivery(town, narrator);
            delivery.openShops();
            delivery.orderFood();
            delivery.orderWithoutOwners();
            new Gate(examples, narrator).run();
        } catch (DemoFailure e) {
            narrator.failed(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            narrator.failed("interrupted");
            return 1;
        } catch (Exception e) {
            narrator.failed(String.valueOf(e));
            e.printStackTrace();
            return 1;
        }
        narrator.summary();
        return 0;
    }
}
