package io.tidings.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Where the unpacked distribution of Apicurio Registry lies. */
final class ApicurioHome {
    static final String PROPERTY = "tidings.apicurio.home";
    static final String VARIABLE = "TIDINGS_APICURIO_HOME";
    static final String RUNNER = "apicurio-registry-app-3.0.9-runner.jar";
    private static final String UNPACKED_BY_OUR_BUILD = "embedded-services/target/apicurio-registry";

    private ApicurioHome() {}

    static Path find() {
        return find(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
    }

    /** What was set wins even if it is wrong: to fall back silently would hide the mistake. */
    static Path find(Properties properties, Map<String, String> environment, Path workingDirectory) {
        String property = properties.getProperty(PROPERTY);
        if (property != null) {
            return checked(Path.of(property), "system property " + PROPERTY);
        }
        String variable = environment.get(VARIABLE);
        if (variable != null) {
            return checked(Path.of(variable), "environment variable " + VARIABLE);
        }
        for (Path above = workingDirectory; above != null; above = above.getParent()) {
            Path candidate = above.resolve(UNPACKED_BY_OUR_BUILD);
            if (Files.exists(candidate.resolve(RUNNER))) {
                return candidate;
            }
        }
        throw missing("neither is set, and no " + UNPACKED_BY_OUR_BUILD + " in or above " + workingDirectory);
    }

    private static Path checked(Path home, String source) {
        if (!Files.exists(home.resolve(RUNNER))) {
            throw missing("the " + source + " names " + home + ", where there is no " + RUNNER);
        }
        return home.toAbsolutePath();
    }

    private static IllegalStateException missing(String why) {
        return new IllegalStateException("""
                Apicurio Registry 3.0.9 not found: %s.
                Set the system property %s (or the environment variable %s) to a directory with the unpacked distribution.
                To get it with Maven:
                  mvn org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack -DoutputDirectory=DIRECTORY \
                -Dartifact=io.apicurio:apicurio-registry-app:3.0.9:tar.gz:all
                Inside the Tidings repository: mvn -pl embedded-services generate-resources""".formatted(why, PROPERTY, VARIABLE));
    }
}
