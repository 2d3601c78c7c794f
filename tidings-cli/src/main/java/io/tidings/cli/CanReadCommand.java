package io.tidings.cli;

import io.tidings.compat.avro.AvroReader;
import io.tidings.compat.avro.ReadRule.Weight;
import io.tidings.compat.avro.ReadVerdict;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidings can-read}. */
@Command(
        name = "can-read",
        description = "Says whether data written with one Avro schema can be read with another.",
        footer = {
            "",
            "A line of --pairs is {\"id\", \"reader\", \"writer\"}, the schemas as JSON values; the answer is one"
                    + " line of JSON for each. A line that cannot be judged is answered by {\"id\", \"line\","
                    + " \"error\"}, and the exit status is 2."
        })
final class CanReadCommand extends Output implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

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
                paramLabel = "R.avsc",
                required = true,
                converter = InputFile.class,
                description = "The reader's schema.")
        private Path reader = Path.of("");

        @Option(
                names = "--writer",
                paramLabel = "W.avsc",
                required = true,
                converter = InputFile.class,
                description = "The writer's schema.")
        private Path writer = Path.of("");
    }

    @Override
    public Integer call() {
        Path pairs = input.pairs;
        if (pairs != null) {
            return new PairsFile(pairs, command().getOut(), command().getErr(), strict).judge();
        }
        Pair pair = Objects.requireNonNull(input.pair);
        Schema reader = SchemaFile.read(pair.reader);
        Schema writer = SchemaFile.read(pair.writer);
        ReadVerdict verdict = AvroReader.judge(reader, writer);
        print(json() ? Verdicts.json(verdict) : Verdicts.text(verdict));
        return Status.of(holds(verdict, strict));
    }

    static boolean holds(ReadVerdict verdict, boolean strict) {
        boolean warned = verdict.findings().stream().anyMatch(f -> f.rule().weight() == Weight.WARNING);
        return verdict.compatible() && !(strict && warned);
    }
}
