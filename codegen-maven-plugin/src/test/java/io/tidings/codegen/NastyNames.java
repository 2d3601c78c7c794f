package io.tidings.codegen;

import java.util.List;
import java.util.Random;

/** Names as users write them, and as they should not. */
final class NastyNames {

    private static final List<String> PLAIN = List.of(
            "orderPlaced",
            "order_placed",
            "order-placed",
            "OrderPlaced",
            "ORDER_PLACED",
            "orders.v1",
            "order placed",
            "quote");

    private static final List<String> KEYWORDS = List.of(
            "class",
            "new",
            "int",
            "enum",
            "true",
            "null",
            "_",
            "goto",
            "module",
            "record",
            "sealed",
            "var",
            "yield",
            "permits",
            "non-sealed",
            "strictfp",
            "when");

    private static final List<String> JAVA_LANG = List.of(
            "Object",
            "String",
            "Override",
            "Integer",
            "Long",
            "Void",
            "Record",
            "Exception",
            "Deprecated",
            "AutoCloseable",
            "FunctionalInterface",
            "InterruptedException",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "hashCode",
            "equals");

    private static final List<String> OURS = List.of(
            "Channel",
            "Channels",
            "Messages",
            "Unknown",
            "unknown",
            "variant",
            "payload",
            "key",
            "options",
            "known",
            "message",
            "r",
            "match",
            "of",
            "Function",
            "Received",
            "MessageType",
            "Generated",
            "TOPICS",
            "GROUP",
            "Handler",
            "Subscriber",
            "Reply",
            "Message",
            "Publisher",
            "Tombstone",
            "AndWait",
            "orderPlacedAndWait",
            "List",
            "Map",
            "Nullable",
            "UUID",
            "Duration",
            "Requestor",
            "PendingRequestor",
            "ReplyHandler",
            "Outgoing",
            "Outcome",
            "SendOptions",
            "java",
            "io",
            "tidings",
            "codec",
            "builder",
            "context",
            "deadline",
            "request",
            "fallback",
            "until",
            "sink",
            "transport",
            "spec");

    private static final List<String> DIGITS =
            List.of("3d", "1", "007", "v1", "V1", "v1-2", "v12", "v1.2", "2", "order2", "order 2", "order", "ORDER2");

    private static final List<String> NOT_ASCII = List.of(
            "Zürich",
            "zurich",
            "中文",
            "новый",
            "НОВЫЙ",
            "😀",
            "ı",
            "İ",
            "i",
            "ﬁ",
            "fi",
            "ß",
            "SS",
            "٣",
            "e\u0301tat",
            "état",
            "Ⅷ",
            "𝒜",
            "a\u200Bb",
            "\u202Eabc",
            "ſ",
            "K",
            "k");

    private static final List<String> SYMBOLS = List.of(
            "!!!",
            "$",
            "$L",
            "$T",
            "a/b",
            "../up",
            "a\\b",
            "*/",
            "\\u000a",
            "\"",
            "<b>",
            "&amp;",
            "@param",
            "%s",
            "a~1b",
            "~",
            "#",
            "a'b",
            "{@code",
            "a:b",
            "- x",
            "? y",
            "[z]",
            "a.b.C",
            "com.example.OrderPlaced",
            "Outer$Inner");

    private static final List<String> LONG = List.of(
            "x".repeat(300),
            "aVeryLongWord".repeat(25),
            "word ".repeat(80).strip(),
            "Word ".repeat(80) + "2",
            "中".repeat(120));

    private static final List<List<String>> ALL =
            List.of(PLAIN, PLAIN, KEYWORDS, JAVA_LANG, OURS, OURS, DIGITS, NOT_ASCII, SYMBOLS, LONG);

    /** Names of Avro types: legal for Avro and for Java, and each a trap nevertheless. */
    private static final List<String> AVRO = List.of(
            "Order",
            "OrderCodec",
            "Quote",
            "Class",
            "List",
            "Map",
            "Channel",
            "Receipt",
            "Unknown",
            "Message",
            "Received",
            "Duration",
            "UUID",
            "Instant",
            "String",
            "Void",
            "Record",
            "Enum",
            "DatumInput",
            "DatumOutput",
            "RecordCodec",
            "Schema",
            "CompletionStage",
            "Function",
            "Nullable",
            "Generated",
            "Coded",
            "R",
            "X_y",
            "_x",
            "a",
            "record",
            "var",
            "yield",
            "Iterable",
            "MessageSink",
            "SendOptions",
            "Requestor",
            "Collection",
            "ArrayList",
            "ByteBuffer",
            "Optional",
            "Transport",
            "lower",
            "Codec",
            "OrderBuilder",
            "Record1",
            "Fix",
            "Math",
            "permits",
            "sealed",
            "Long",
            "Object",
            "Override",
            "java",
            "org",
            "io",
            "AvroAlias".repeat(33) + "sss");

    private NastyNames() {}

    /** Whatever name: for a channel, a message, an operation or an API. */
    static String any(Random random) {
        List<String> kind = ALL.get(random.nextInt(ALL.size()));
        return kind.get(random.nextInt(kind.size()));
    }

    /** The name of an Avro type. */
    static String avro(Random random) {
        return AVRO.get(random.nextInt(AVRO.size()));
    }
}
