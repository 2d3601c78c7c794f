package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidings convert}. */
@Command(
        name = "convert",
        description = "Makes a document of AsyncAPI 3.1 from one of 2.0 to 3.1; says what 3.1 cannot hold.")
final class ConvertCommand extends Rewriting implements Callable<Integer> {
    private static final String LATEST = "3.1.0";

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            defaultValue = LATEST,
            description = "The version to convert to; " + LATEST + " is the only one.")
    private String version = LATEST;

    @Override
    public Integer call() {
        if (!version.equals(LATEST)) {
            throw wrong("cannot convert to \"" + version + "\"; known is " + LATEST);
        }
        return write(AsyncApi::convert);
    }
}
