package io.tidings.codegen.mojo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** A project's coordinates as a package: of {@code com.acme:order-service}, {@code com.acme.order.service}. */
final class ProjectPackage {

    private ProjectPackage() {}

    /** The package; what it would repeat, as in {@code com.acme:acme-orders}, it keeps. */
    static String of(String groupId, String artifactId) {
        return Stream.of(groupId, artifactId)
                .flatMap(part -> Arrays.stream(part.split("[^A-Za-z0-9_]+", -1)))
                .filter(word -> !word.isEmpty())
                .map(ProjectPackage::identifier)
                .collect(Collectors.joining("."));
    }

    private static String identifier(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String started = Character.isDigit(lower.charAt(0)) ? "_" + lower : lower;
        return SourceVersion.isKeyword(started) ? started + "_" : started;
    }
}
