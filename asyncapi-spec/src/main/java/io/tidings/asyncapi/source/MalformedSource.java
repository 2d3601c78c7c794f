package io.tidings.asyncapi.source;

/** Ends the reading of a file at its first syntax error; never leaves this package. */
final class MalformedSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourceProblem problem;

    MalformedSource(SourceProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    SourceProblem problem() {
        return problem;
    }
}
