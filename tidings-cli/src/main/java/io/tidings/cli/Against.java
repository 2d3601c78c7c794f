package io.tidings.cli;

import io.tidings.compat.Window;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.Baselines;
import java.nio.file.Path;
import java.util.List;

/**
 * What a document is compared with.
 *
 * @param bases as the user named them; none for the standard
 * @param main the main branch; empty where the user did not name it
 * @param window which versions of a series count
 */
record Against(List<String> bases, String main, Window window) {

    /** @throws io.tidings.compat.baseline.BaselineException where a text names nothing that can be read */
    List<Baseline> baselines() {
        Baselines known = Baselines.in(Path.of("")).withEnvironment(System.getenv());
        return bases.isEmpty()
                ? List.of(known.standard(main))
                : bases.stream().map(known::parse).toList();
    }
}
