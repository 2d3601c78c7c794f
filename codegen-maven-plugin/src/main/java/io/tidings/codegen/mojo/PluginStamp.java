package io.tidings.codegen.mojo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which generator this is: the plugin and its dependencies, by name, size and time. */
final class PluginStamp {

    private PluginStamp() {}

    /** Differs from that of any other version, and of the same one built anew. */
    static String now() {
        StringBuilder stamp = new StringBuilder();
        for (Path part : parts()) {
            try (Stream<Path> files = Files.walk(part)) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> stamp.append(stamp(file)));
            } catch (IOException e) {
                stamp.append(part).append('\n');
            }
        }
        return stamp.toString();
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis() + "\n";
        } catch (IOException e) {
            return file + " is gone\n";
        }
    }

    /** Jars; in the build of Tidings itself folders of classes. */
    private static List<Path> parts() {
        List<Path> parts = new ArrayList<>();
        if (PluginStamp.class.getClassLoader() instanceof URLClassLoader realm) {
            for (URL url : realm.getURLs()) {
                add(parts, url);
            }
        } else {
            CodeSource source = PluginStamp.class.getProtectionDomain().getCodeSource();
            if (source != null) {
                add(parts, source.getLocation());
            }
        }
        return parts;
    }

    private static void add(List<Path> parts, URL url) {
        try {
            if (url.getProtocol().equals("file")) {
                parts.add(Path.of(url.toURI()));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class loader knows " + url + ", which is none", e);
        }
    }
}
