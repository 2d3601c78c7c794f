package io.tidings.asyncapi.assembly;

import java.util.Locale;

/** Which language a {@code schemaFormat} names. */
final class SchemaFormats {
    static final String AVRO_FILE = "application/vnd.apache.avro+json";

    private SchemaFormats() {}

    static boolean isAvro(String format) {
        return format.toLowerCase(Locale.ROOT).startsWith("application/vnd.apache.avro");
    }

    static boolean isJsonSchema(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/vnd.aai.asyncapi") || lower.startsWith("application/schema");
    }

    static String defaultOf(String specVersion) {
        return "application/vnd.aai.asyncapi;version=" + specVersion;
    }
}
