package io.tidings.cli;

import io.tidings.sync.download.Download;
import io.tidings.sync.download.DownloadReport;
import io.tidings.sync.download.DownloadResult;
import io.tidings.sync.download.DownloadSettings;
import io.tidings.sync.download.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code tidings download}. */
@Command(
        name = "download",
        description =
                "Downloads Avro schemas, and what they refer to, from a registry into files; all of them or none.",
        footer = {
            "",
            "Environment: TIDINGS_REGISTRY_ and a setting's name, as in TIDINGS_REGISTRY_URL or"
                    + " TIDINGS_REGISTRY_BASIC_AUTH_USER_INFO (user:password); it goes before --config."
        })
final class DownloadCommand extends Output implements Callable<Integer> {

    @Parameters(
            paramLabel = "SUBJECT[@VERSION]",
            arity = "1..*",
            converter = SelectionConverter.class,
            description = "Subjects; * stands for any text, ? for one character. Without a version, the newest.")
    private List<Selection> selections = List.of();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            converter = InputFile.class,
            description = "The folder for the files, NAMESPACE/AS/PATH/Name.avsc below it.")
    private Path output = Path.of("");

    @Option(names = "--flat", description = "No folders for namespaces.")
    private boolean flat;

    @Option(names = "--raw", description = "The registry's text as it is, not indented.")
    private boolean raw;

    @Option(names = "--force", description = "Write over files that differ.")
    private boolean force;

    @Override
    public Integer call() {
        DownloadResult result = registry.with(registry.access(), connected -> {
            try {
                return new Download(connected, new DownloadSettings(output, flat, raw, force)).run(selections);
            } catch (IOException e) {
                throw new UnusableInput(output + " cannot be written: " + e.getMessage(), e);
            }
        });
        print(json() ? DownloadReport.json(result) : text(result));
        return Status.of(result.holds());
    }

    private static String text(DownloadResult result) {
        StringBuilder out = new StringBuilder();
        result.problems()
                .forEach(problem -> out.append("error: ").append(problem).append('\n'));
        result.warnings()
                .forEach(warning -> out.append("warning: ").append(warning).append('\n'));
        DownloadReport.lines(result).forEach(line -> out.append(line).append('\n'));
        return out.append(out.isEmpty() ? "" : "\n")
                .append(DownloadReport.summary(result))
                .append('\n')
                .toString();
    }

    /** Reads what stands for a subject. */
    static final class SelectionConverter implements ITypeConverter<Selection> {
        @Override
        public Selection convert(String value) {
            try {
                return Selection.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
