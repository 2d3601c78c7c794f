package io.tidings.codegen.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What is wrong with several documents, so that all of it is said before the build fails. */
final class Failures {

    private final List<MojoFailureException> failures = new ArrayList<>();

    /** A step that may fail. */
    interface Step {
        /** Does it. */
        void run() throws MojoExecutionException, MojoFailureException;
    }

    /** Does a step; if that is the user's fault, the next ones are still done. */
    void collect(Step step) throws MojoExecutionException {
        try {
            step.run();
        } catch (MojoFailureException e) {
            failures.add(e);
        }
    }

    /** Fails with all of them, in one line. */
    void report() throws MojoFailureException {
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw new MojoFailureException(String.join(
                    "; ", failures.stream().map(Throwable::getMessage).toList()));
        }
    }
}
