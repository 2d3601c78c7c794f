package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code tidings bundle}. */
@Command(name = "bundle", description = "Makes one file of a document that is spread over several.")
final class BundleCommand extends Rewriting implements Callable<Integer> {

    @Override
    public Integer call() {
        return write(AsyncApi::bundle);
    }
}
