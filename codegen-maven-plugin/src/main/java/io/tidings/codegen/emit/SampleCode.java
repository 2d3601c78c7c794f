package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.contract.Sample;
import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.Coding.Simple;
import io.tidings.codegen.plan.HeadersPlan;
import io.tidings.codegen.plan.KeyPlan;
import io.tidings.codegen.plan.ParametersPlan;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.util.Utf8;

/** Samples as expressions. */
final class SampleCode {

    private static final int MAP_OF_LIMIT = 10;

    private SampleCode() {}

    static CodeBlock of(Sample sample) {
        if (sample instanceof Sample.Plain plain) {
            return plain(plain.coding(), plain.text());
        } else if (sample instanceof Sample.Binary binary) {
            return CodeBlock.of("$T.wrap($L)", ByteBuffer.class, bytes(binary.bytes()));
        } else if (sample instanceof Sample.Fixed fixed) {
            return CodeBlock.of("new $T($L)", Types.of(fixed.type()), bytes(fixed.bytes()));
        } else if (sample instanceof Sample.Symbol symbol) {
            return CodeBlock.of("$T.$N", Types.of(symbol.type()), symbol.constant());
        } else if (sample instanceof Sample.Items items) {
            return CodeBlock.of(
                    "$T.of($L)",
                    List.class,
                    CodeBlock.join(items.items().stream().map(SampleCode::of).toList(), ", "));
        } else if (sample instanceof Sample.Entries entries) {
            return map(entries);
        } else if (sample instanceof Sample.Struct struct) {
            return struct(struct);
        }
        return CodeBlock.of("null");
    }

    /** Some key; what stands for the same entity. */
    static CodeBlock key(KeyPlan key) {
        return switch (key.kind()) {
            case STRING -> CodeBlock.of("$S", "key-1");
            case LONG -> CodeBlock.of("1L");
            case INTEGER -> CodeBlock.of("1");
            case FLOAT -> CodeBlock.of("1.5F");
            case DOUBLE -> CodeBlock.of("1.5D");
            case BOOLEAN -> CodeBlock.of("true");
            case AVRO -> CodeBlock.of("key()");
            case UUID -> CodeBlock.of("$T.fromString($S)", UUID.class, "00000000-0000-4000-8000-000000000001");
            case BYTES -> CodeBlock.of("new byte[] {1, 2, 3}");
            case NONE -> CodeBlock.of("null");
        };
    }

    /** Some parameters. */
    static CodeBlock of(ParametersPlan parameters) {
        List<CodeBlock> values = parameters.parameters().stream()
                .map(parameter -> parameter.enumeration() != null
                        ? CodeBlock.of(
                                "$T.$N",
                                Types.of(parameters.type()).nestedClass(parameter.enumeration()),
                                parameter.values().get(0).constant())
                        : CodeBlock.of("$S", parameters.sample(parameter)))
                .toList();
        return CodeBlock.of("new $T($L)", Types.of(parameters.type()), CodeBlock.join(values, ", "));
    }

    /** Those headers that a message cannot go without. */
    static CodeBlock of(HeadersPlan headers) {
        List<CodeBlock> values = headers.headers().stream()
                .map(header -> header.required() ? header(headers, header) : CodeBlock.of("null"))
                .toList();
        return CodeBlock.of("new $T($L)", Types.of(headers.type()), CodeBlock.join(values, ", "));
    }

    private static CodeBlock header(HeadersPlan headers, HeadersPlan.Header header) {
        HeadersPlan.Choice choice = header.choice();
        if (choice != null) {
            return CodeBlock.of(
                    "$T.$N",
                    Types.of(headers.type()).nestedClass(choice.typeName()),
                    choice.constants().keySet().iterator().next());
        }
        return switch (header.kind()) {
            case STRING, CHOICE -> CodeBlock.of("$S", header.component() + "-1");
            case UUID -> CodeBlock.of("$T.fromString($S)", UUID.class, "00000000-0000-4000-8000-000000000001");
            case INTEGER -> CodeBlock.of("1");
            case LONG -> CodeBlock.of("1L");
            case DOUBLE -> CodeBlock.of("1.5D");
            case BOOLEAN -> CodeBlock.of("true");
            case INSTANT -> parsed(TypeName.get(Instant.class), "2026-01-02T03:04:05Z");
            case DATE -> parsed(TypeName.get(LocalDate.class), "2026-01-02");
        };
    }

    private static CodeBlock struct(Sample.Struct struct) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.newBuilder()$>$>", Types.of(struct.type()));
        struct.members().forEach(member -> code.add("\n.$N($L)", member.setter(), of(member.value())));
        return code.add("\n.build()$<$<").build();
    }

    private static CodeBlock map(Sample.Entries entries) {
        boolean few = entries.entries().size() <= MAP_OF_LIMIT;
        List<CodeBlock> pairs = entries.entries().entrySet().stream()
                .map(entry -> few
                        ? CodeBlock.of("$L, $L", plain(entries.keys(), entry.getKey()), of(entry.getValue()))
                        : CodeBlock.of(
                                "$T.entry($L, $L)",
                                Map.class,
                                plain(entries.keys(), entry.getKey()),
                                of(entry.getValue())))
                .toList();
        return CodeBlock.of("$T.$L($L)", Map.class, few ? "of" : "ofEntries", CodeBlock.join(pairs, ", "));
    }

    private static CodeBlock plain(Coding coding, String text) {
        if (!(coding instanceof Simple simple)) {
            return CodeBlock.of("new $T($S)", BigDecimal.class, text);
        }
        return switch (simple) {
            case BOOLEAN, INT -> CodeBlock.of("$L", text);
            case LONG -> CodeBlock.of("$LL", text);
            case FLOAT -> CodeBlock.of("$LF", text);
            case DOUBLE -> CodeBlock.of("$LD", text);
            case STRING, CHAR_SEQUENCE, BYTES -> CodeBlock.of("$S", text);
            case UTF8 -> CodeBlock.of("new $T($S)", Utf8.class, text);
            case DATE -> parsed(TypeName.get(LocalDate.class), text);
            case TIME_MILLIS, TIME_MICROS -> parsed(TypeName.get(LocalTime.class), text);
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS -> parsed(TypeName.get(Instant.class), text);
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS, LOCAL_TIMESTAMP_NANOS ->
                parsed(TypeName.get(LocalDateTime.class), text);
            case UUID, UUID_FIXED -> CodeBlock.of("$T.fromString($S)", UUID.class, text);
        };
    }

    private static CodeBlock parsed(TypeName type, String text) {
        return CodeBlock.of("$T.parse($S)", type, text);
    }

    private static String bytes(List<Byte> bytes) {
        return "new byte[] {" + bytes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "}";
    }
}
