package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.Compatibility;
import io.tidings.compat.Window;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings diff}. */
@Command(name = "diff", description = "Shows what changed and what it means, without judging the version.")
final class DiffCommand extends Comparing implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description = "The earlier version: a file, git:REV[:PATH], or what check takes.")
    private String base = "";

    @Parameters(index = "1", paramLabel = "HEAD", converter = InputFile.class, description = "The later version.")
    private Path head = Path.of("");

    @Mixin
    private MavenOptions maven = new MavenOptions();

    @Override
    public Integer call() {
        Documents.requireFile(head);
        checkOutputs(List.of(head));
        try {
            // The base first: it is the user's command that is wrong, not the document.
            List<Baseline> bases = Against.of(List.of(base), maven.settings()).baselines();
            ReadResult result = AsyncApi.read(head);
            Optional<AsyncApiDocument> document = result.document().filter(d -> result.valid());
            if (document.isEmpty()) {
                // Nothing can be compared with it: to a comparison that is unusable input, as a base would be.
                printError(TextReport.plain().of(List.of(result)));
                return Status.UNUSABLE;
            }
            CheckOptions options = new CheckOptions(axis(), false);
            publish(Reports.differences(Compatibility.check(bases, document.get(), options, Window.standard())));
            return Status.HOLDS;
        } catch (BaselineException e) {
            throw unusable(e);
        }
    }
}
