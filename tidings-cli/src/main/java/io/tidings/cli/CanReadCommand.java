package io.tidings.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code tidings can-read}. */
@Command(
        name = "can-read",
        description = "Says whether data written with one Avro or JSON Schema can be read with another.",
        footer = {
            "",
            "A line of --pairs is {\"id\", \"reader\", \"writer\"}, the schemas as JSON values; the answer is one"
                    + " line of JSON for each. A line that cannot be judged is answered by {\"id\", \"line\","
                    + " \"error\"}, and the exit status is 2."
        })
final class CanReadCommand extends Output implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Option(
            names = "--format-of",
            paramLabel = "KIND",
            converter = KindName.class,
            description =
                    "What the schemas are: avro or json (JSON Schema, as JSON or YAML); told by what stands in them otherwise.")
    private @Nullable SchemaKind kind;

    @Option(names = "--strict", description = "Warnings count: values may change.")
    private boolean strict;

    static final class Input {
        @ArgGroup(exclusive = false)
        private @Nullable Pair pair;

        @Option(
                names = "--pairs",
                paramLabel = "FILE",
                converter = InputFile.class,
                description = "Many pairs, one in each line, as JSON.")
        private @Nullable Path pairs;
    }

    static final class Pair {
        @Option(
                names = "--reader",
                paramLabel = "READER",
                required = true,
                converter = InputFile.class,
                description = "The reader's schema.")
        private Path reader = Path.of("");

        @Option(
                names = "--writer",
                paramLabel = "WRITER",
                required = true,
                converter = InputFile.class,
                description = "The writer's schema.")
        private Path writer = Path.of("");
    }

    @Override
    public Integer call() {
        Path pairs = input.pairs;
        if (pairs != null) {
            return new PairsFile(pairs, kind, command().getOut(), command().getErr(), strict).judge();
        }
        Pair pair = Objects.requireNonNull(input.pair);
        SchemaAnswer answer = SchemaAnswer.of(
                kind,
                SchemaFile.text(pair.reader),
                pair.reader.toString(),
                SchemaFile.text(pair.writer),
                pair.writer.toString());
        print(json() ? Verdicts.json(answer) : Verdicts.text(answer));
        return Status.of(answer.holds(strict));
    }

    /** Reads what stands after {@code --format-of}. */
    static final class KindName implements ITypeConverter<SchemaKind> {
        @Override
        public SchemaKind convert(String value) {
            return switch (value) {
                case "avro" -> SchemaKind.AVRO;
                case "json" -> SchemaKind.JSON;
                default -> throw new TypeConversionException("unknown kind \"" + value + "\"; known are avro, json");
            };
        }
    }
}
