package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What clients say where the user has classes already, which may have schemas of their own. */
final class ExistingCode {

    /** A constant may have 65,535 bytes; and no character has more than three. */
    private static final int LONGEST_CONSTANT = 21_000;

    private static final int PIECE = 75;

    private ExistingCode() {}

    /** A schema of the document, from its text. */
    static CodeBlock schema(String text) {
        List<CodeBlock> constants = new ArrayList<>();
        for (String constant : pieces(text, LONGEST_CONSTANT)) {
            List<CodeBlock> lines = pieces(constant, PIECE).stream()
                    .map(piece -> CodeBlock.of("$S", piece))
                    .toList();
            constants.add(CodeBlock.join(lines, "\n+ "));
        }
        return CodeBlock.of("$T.parse($>$>\n$L$<$<)", RuntimeTypes.EXISTING_CLASSES, CodeBlock.join(constants, ",\n"));
    }

    private static List<String> pieces(String text, int length) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from += length) {
            pieces.add(text.substring(from, Math.min(text.length(), from + length)));
        }
        return pieces;
    }

    /** The statement by which who sends such messages finds out that classes do not fit; nothing where all are generated. */
    static CodeBlock requireWritable(Stream<MessagePlan> messages) {
        List<CodeBlock> held = messages.filter(message -> message.schema() != null)
                .map(message -> Types.of(message.constant()))
                .distinct()
                .toList();
        return held.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement(
                                "$T.requireWritable($L)", RuntimeTypes.EXISTING_RECORDS, CodeBlock.join(held, ", "))
                        .build();
    }

    /** Kinds of message to receive; where some are of classes that exist, only if these fit. */
    static CodeBlock readable(MessageChoice messages, CodeBlock kinds) {
        boolean any = messages.variants().stream()
                .anyMatch(variant -> variant.message().schema() != null);
        return any ? CodeBlock.of("$T.readable($L)", RuntimeTypes.EXISTING_RECORDS, kinds) : kinds;
    }
}
