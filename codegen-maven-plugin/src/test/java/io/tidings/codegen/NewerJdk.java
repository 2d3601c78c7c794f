package io.tidings.codegen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A JDK 25, if the environment names one, as {@code JAVA_HOME_25_X64} does on common runners of builds. */
final class NewerJdk {

    private static final Pattern VARIABLE = Pattern.compile("(JAVA_HOME|JDK)_?25(_.*)?");

    private NewerJdk() {}

    /** Its home. */
    static Optional<Path> home() {
        return new TreeMap<>(System.getenv())
                .entrySet().stream()
                        .filter(variable -> VARIABLE.matcher(variable.getKey()).matches())
                        .map(variable -> Path.of(variable.getValue()))
                        .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                        .findFirst();
    }
}
