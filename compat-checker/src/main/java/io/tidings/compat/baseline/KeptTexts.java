package io.tidings.compat.baseline;

import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keeps the texts of files that reports call by other names than the disk does. */
final class KeptTexts {

    private KeptTexts() {}

    static Map<String, String> of(Collection<Path> files, UnaryOperator<Location> shown) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files) {
            String name = shown.apply(Location.startOf(file.toString())).file();
            if (!name.equals(file.toString())) {
                texts.put(name, text(file));
            }
        }
        return texts;
    }

    /** It has been read as UTF-8 before. Without its text a finding is still told, only its line not shown. */
    private static String text(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            return "";
        }
    }
}
