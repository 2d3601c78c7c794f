package io.tidings.replication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was erased on this instance, for whoever must prove it. It has no personal data.
 *
 * @param keyHash SHA-256 of the key as it travels, in hexadecimal digits
 * @param at when readers saw that it was gone
 * @param generations those of the view that were looked at, by name, and whether anything was there
 * @param remains where bytes of it may still be, and until when
 */
public record ErasureReceipt(
        String view,
        String keyHash,
        Erasure erasure,
        Instant at,
        SortedMap<String, Boolean> generations,
        List<String> remains) {

    public ErasureReceipt {
        generations = new TreeMap<>(generations);
        remains = List.copyOf(remains);
    }

    /** Whether there was anything to erase: not if the key's partition is on another instance. */
    public boolean found() {
        return generations.containsValue(true);
    }

    /** As a JSON object, with the fields of this record. */
    public String toJson() {
        return "{\"view\":" + text(view)
                + ",\"keyHash\":" + text(keyHash)
                + ",\"erasure\":" + text(erasure.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                + ",\"at\":" + text(at.toString())
                + ",\"generations\":"
                + generations.entrySet().stream().map(ErasureReceipt::member).collect(Collectors.joining(",", "{", "}"))
                + ",\"remains\":"
                + remains.stream().map(ErasureReceipt::text).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String member(Map.Entry<String, Boolean> generation) {
        return text(generation.getKey()) + ":" + generation.getValue();
    }

    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < ' ') {
                json.append(String.format("\\u%04x", (int) each));
            } else {
                json.append(each);
            }
        }
        return json.append('"').toString();
    }
}
