package io.tidings.asyncapi.search;

import java.nio.file.Path;
import java.util.List;

/**
 * What a search yields.
 *
 * @param documents in the order of the names, within a folder or glob by path; each file once
 * @param problems a sentence without a full stop for each name that leads to nothing; where there is one, judging the rest
 *     would say less than was asked
 */
public record Found(List<Path> documents, List<String> problems) {
    public Found {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}
