package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Validation;
import io.tidings.codegen.mojo.Documents.Document;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Validates AsyncAPI documents and every file they refer to; lists all problems at once. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends DocumentMojo {

    /**
     * What to validate, relative to the project: files, folders (every AsyncAPI document below them), globs such as {@code
     * src/**}{@code /*.yaml}, and {@code maven:} as for {@code <document>}. By default that one document.
     */
    @Parameter(property = "tidings.documents")
    private List<String> documents = List.of();

    /** Whether a warning fails the build too. */
    @Parameter(property = "tidings.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** How rules are weighed; by default {@code .tidings.yaml} beside the document, where there is one. */
    @Parameter(property = "tidings.config")
    private @Nullable File config;

    /** Applies rules of good practice too. */
    @Parameter(property = "tidings.recommended", defaultValue = "false")
    private boolean recommended;

    /**
     * Files to write reports to, by format: {@code <reports><sarif>target/tidings.sarif</sarif></reports>}. Formats are
     * {@code text}, {@code json}, {@code sarif}, {@code junit}, {@code markdown}, {@code github} and {@code html}.
     */
    @Parameter
    private Map<String, File> reports = Map.of();

    /** Does nothing; other goals go on. */
    @Parameter(property = "tidings.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    @Override
    boolean skipsThis() {
        return skipValidate;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ReportFiles files = ReportFiles.of(reports);
        ReadOptions options = options();
        List<ReadResult> results = new ArrayList<>();
        for (Document document : documents(documents)) {
            results.add(read(document.file(), options));
        }
        results.forEach(result -> ReportLog.write(result, getLog()));
        Severity failsFrom = failOnWarning ? Severity.WARNING : Severity.ERROR;
        Report report = Validation.report(results, failsFrom, Report.Sources.FILES);
        files.write(report);
        if (!report.passed()) {
            throw new MojoFailureException(failure(results, report));
        }
        results.forEach(result -> getLog().info(result.file() + " is valid"));
    }

    private ReadOptions options() {
        ReadOptions options = config == null ? ReadOptions.DEFAULT : ReadOptions.DEFAULT.withSettings(config.toPath());
        return recommended ? options.withRules(options.rules().recommended()) : options;
    }

    /** One line: everything else has been logged. */
    private static String failure(List<ReadResult> results, Report report) {
        long failures = report.entries().stream().filter(report::fails).count();
        String what = report.failsFrom() == Severity.ERROR ? "error" : "error or warning";
        String where = results.size() == 1 ? results.get(0).file() + " has " : results.size() + " documents have ";
        return where + failures + " "
                + (failures == 1 ? what : what.replace("error", "errors").replace("warning", "warnings"))
                + ": see above";
    }
}
