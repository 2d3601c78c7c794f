package io.tidings.codegen.mojo;

import io.tidings.codegen.mojo.Documents.Document;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Where the clients of several documents go: each into a package of its own, called after its file, or after its folder where
 * the file is called as all are.
 */
final class PackagePerDocument {

    private PackagePerDocument() {}

    /** The documents by package, in their order. */
    static Map<String, Path> below(String packageName, List<Document> documents) throws MojoFailureException {
        Map<String, Path> byPackage = new LinkedHashMap<>();
        for (Document document : documents) {
            String own = packageName + "." + name(document.name());
            Path other = byPackage.putIfAbsent(own, document.file());
            if (other != null) {
                throw new MojoFailureException(
                        "Both " + other + " and " + document.file() + " would be generated into " + own
                                + ": call one of them otherwise, or give it an <execution> with a <packageName> of its own");
            }
        }
        return byPackage;
    }

    /** {@code specs/order-service.asyncapi.yaml} and {@code specs/order-service/asyncapi.yaml} are {@code orderservice}. */
    static String name(Path document) {
        String file = words(document).replaceFirst("(?i)\\.(yaml|yml|json)$", "");
        String own = file.replaceFirst("(?i)^asyncapi[._-]*|[._-]*asyncapi$", "");
        Path folder = document.getParent();
        String chosen = own.isEmpty() && folder != null && folder.getFileName() != null ? words(folder) : own;
        StringBuilder name = new StringBuilder();
        chosen.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isJavaIdentifierPart)
                .filter(c -> !Character.isIdentifierIgnorable(c))
                .forEach(name::appendCodePoint);
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name.insert(0, '_');
        }
        // A lone underscore and keywords are no names.
        return SourceVersion.isName(name) ? name.toString() : name.append('_').toString();
    }

    private static String words(Path path) {
        return String.valueOf(path.getFileName());
    }
}
