package io.tidings.asyncapi.source;

import java.util.List;
import java.util.Optional;

/**
 * What reading one file yields.
 *
 * @param file as the user named it
 * @param root the tree; empty where the file is not one
 * @param problems in the order found
 */
public record SourceFile(String file, Optional<Node> root, List<SourceProblem> problems) {
    public SourceFile {
        problems = List.copyOf(problems);
    }
}
