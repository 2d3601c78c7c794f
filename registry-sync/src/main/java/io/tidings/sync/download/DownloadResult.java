package io.tidings.sync.download;

import java.util.List;

/**
 * What downloading came to.
 *
 * @param files by path
 * @param problems why nothing was written, one sentence each
 * @param warnings what was left out, one sentence each
 */
public record DownloadResult(List<DownloadedFile> files, List<String> problems, List<String> warnings) {

    public DownloadResult {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Whether everything that was asked for is in the folder. */
    public boolean holds() {
        return problems.isEmpty();
    }
}
