package io.tidings.replication.internal.driver;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where stores are kept unless {@code state.dir} says otherwise. */
public final class StateDirectory {

    private StateDirectory() {}

    /**
     * The user's own place for state (XDG base directories), so that a restart finds it again; where there is no such place,
     * as in many containers, the temporary directory: what is lost there is restored from the changelog topics.
     */
    public static Path standard() {
        String state = System.getenv("XDG_STATE_HOME");
        if (state != null && !state.isBlank()) {
            return Path.of(state, "tidings", "replicas");
        }
        Path home = Path.of(System.getProperty("user.home", "?"));
        return home.isAbsolute() && home.getNameCount() > 0 && Files.isWritable(home)
                ? home.resolve(Path.of(".local", "state", "tidings", "replicas"))
                : Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "tidings-replicas");
    }
}
