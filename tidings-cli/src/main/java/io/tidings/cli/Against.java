package io.tidings.cli;

import io.tidings.compat.Window;
import io.tidings.compat.baseline.ArtifactBaseline;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.registry.RegistryBaseline;
import io.tidings.sync.RegistryAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is compared with.
 *
 * @param bases as the user named them; none for the standard
 * @param main the main branch; empty where the user did not name it
 * @param window which versions of a series count
 * @param registry how registries are reached
 * @param settings Maven's; null for the user's
 * @param asked whether the registry is asked what it would refuse, beside what the document is compared with
 */
record Against(
        List<String> bases,
        String main,
        Window window,
        RegistryAccess registry,
        boolean asked,
        @Nullable Path settings) {

    /** Bases alone. */
    static Against of(List<String> bases, @Nullable Path settings) {
        RegistryAccess known = RegistryAccess.none().withEnvironment(System.getenv());
        return new Against(bases, "", Window.standard(), known, false, settings);
    }

    /** Whatever users call bases, relative to the working directory. */
    Baselines known() {
        MavenArtifacts artifacts = new MavenArtifacts(settings);
        return Baselines.in(Path.of(""))
                .withEnvironment(System.getenv())
                .with("registry", text -> RegistryBaseline.parse(text, registry))
                .with("maven", text -> new ArtifactBaseline(text, artifacts));
    }

    /** @throws io.tidings.compat.baseline.BaselineException where a text names nothing that can be read */
    List<Baseline> baselines() {
        Baselines here = known();
        List<Baseline> all = new ArrayList<>();
        if (bases.isEmpty()) {
            all.add(here.standard(main));
        }
        bases.forEach(base -> all.add(here.parse(base)));
        if (asked) {
            all.add(RegistryBaseline.asked(registry));
        }
        return all;
    }
}
