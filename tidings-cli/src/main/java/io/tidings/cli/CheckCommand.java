package io.tidings.cli;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.report.Validation;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.Window;
import io.tidings.compat.Window.Reach;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.fix.VersionFix;
import io.tidings.compat.gate.DocumentReader;
import io.tidings.compat.gate.GateRun;
import io.tidings.compat.gate.Gated;
import io.tidings.compat.gate.Outcome;
import io.tidings.compat.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings check}. */
@Command(
        name = "check",
        description = "Checks that info.version says as much as the changes since earlier versions require.",
        footer = {
            "",
            "BASE is one of",
            "  FILE, FOLDER, GLOB                 documents on the disk",
            "  git:REV[:PATH]                     a revision; without PATH, of the same path as HEAD",
            "  git-merge-base[:BRANCH]            where the work branched off, as without --base",
            "  git-tags:PATTERN[:PATH]            all tags that match",
            "  maven:GROUP:ARTIFACT:VERSION[:CLASSIFIER[:TYPE]][!/PATH]",
            "                                     what was released; VERSION may be a range, [1,2), or RELEASE for all",
            "  registry:URL                       all versions of the schemas of its messages",
            "Where there is no earlier version, HEAD is a first version, and passes.",
            "",
            "Of several documents each is compared with its own earlier versions and has a verdict of its own. A folder"
                    + " stands for every AsyncAPI document below it; globs know *, **, ?, [a-z] and {a,b}, and may be quoted."
        })
final class CheckCommand extends Comparing implements Callable<Integer> {

    @Option(
            names = "--base",
            paramLabel = "BASE",
            arity = "1",
            description = "An earlier version, or several. Repeat it for more. By default the merge base with the main"
                    + " branch.")
    private List<String> bases = List.of();

    @Option(
            names = "--main",
            paramLabel = "BRANCH",
            description =
                    "The main branch. By default the one that the variables of continuous integration name, or else"
                            + " origin/HEAD, main or master.")
    private String main = "";

    @Option(
            names = "--transitive",
            paramLabel = "REACH",
            converter = ReachConverter.class,
            defaultValue = "major",
            description =
                    "Of all tags, or of an archive: the last version, those of the current major (default; and those"
                            + " whose messages a channel may still hold), or all.")
    private Reach reach = Reach.MAJOR;

    @Mixin
    private MavenOptions maven = new MavenOptions();

    @Parameters(
            paramLabel = "HEAD",
            arity = "1..*",
            converter = InputName.class,
            description = "What to check: AsyncAPI documents, folders of them, or globs.")
    private List<String> heads = List.of();

    @Mixin
    private RegistryBeside registry = new RegistryBeside();

    @Option(names = "--strict", description = "Warnings fail the check.")
    private boolean strict;

    @Mixin
    private GateOptions gate = new GateOptions();

    @Override
    public Integer call() {
        Path named = heads.size() == 1 ? file(heads.get(0)) : null;
        List<Path> files = named == null ? Documents.findAll(heads) : List.of(named);
        checkOutputs(files);
        try {
            GateRun run = run();
            return named == null ? several(run.of(files)) : one(run.of(named));
        } catch (BaselineException e) {
            throw unusable(e);
        }
    }

    /** A name that is neither a folder's nor a pattern is the one document's, and its report is about that. */
    private static @Nullable Path file(String name) {
        if (Documents.several(name)) {
            return null;
        }
        Path file = Path.of(name);
        Documents.requireFile(file);
        return file;
    }

    private GateRun run() {
        Against against = new Against(
                bases,
                main,
                new Window(reach, gate.clock().instant()),
                registry.access(),
                registry.named(),
                maven.settings());
        return new GateRun(
                against.baselines(),
                against.window(),
                gate.over(new CheckOptions(axis(), strict)),
                gate.config(),
                gate.former(against.known()),
                gate.fix(),
                DocumentReader.FILES);
    }

    private int one(Outcome outcome) {
        mended(outcome);
        if (outcome instanceof Outcome.Judged judged) {
            publish(Reports.check(judged.report(), judged.options()));
        } else if (outcome instanceof Outcome.Invalid invalid) {
            publish(Validation.report(List.of(invalid.result())));
        } else if (outcome instanceof Outcome.Unusable unusable) {
            baseOf(unusable);
            throw new UnusableInput(unusable.reason());
        }
        return Status.of(outcome.passed());
    }

    private int several(Gated gated) {
        gated.outcomes().forEach(this::mended);
        publish(Reports.check(gated));
        for (Outcome outcome : gated.outcomes()) {
            if (outcome instanceof Outcome.Unusable unusable) {
                baseOf(unusable);
                printError("tidings: " + unusable.file() + ": " + unusable.reason() + "\n");
            }
        }
        return gated.complete() ? Status.of(gated.passed()) : Status.UNUSABLE;
    }

    private void baseOf(Outcome.Unusable unusable) {
        ReadResult base = unusable.base();
        if (base != null) {
            printError(TextReport.plain().of(List.of(base)));
        }
    }

    private void mended(Outcome outcome) {
        if (!(outcome instanceof Outcome.Judged judged) || judged.mended().isEmpty()) {
            return;
        }
        Outcome.Mended mended = judged.mended().get();
        if (mended.result() instanceof VersionFix.Refused refused) {
            printError("tidings: --fix cannot write " + mended.wanted() + " into " + refused.place() + ": "
                    + refused.reason() + "\n");
        } else if (mended.result() instanceof VersionFix.Written written) {
            printError("tidings: wrote " + written.version() + " into " + written.place() + ", which said "
                    + written.before() + "\n");
        }
    }
}
