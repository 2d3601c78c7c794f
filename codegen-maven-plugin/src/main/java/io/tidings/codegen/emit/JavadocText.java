package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.tidings.codegen.output.DocText;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.Documentation;
import java.util.regex.Pattern;

/** Makes javadoc of prose that may hold anything: it stays text, and cannot end the comment or start a tag. */
final class JavadocText {

    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9_./: -]|\\{[A-Za-z0-9_./: -]*})+");

    private JavadocText() {}

    /** A first sentence of ours, then what the document says, a paragraph each. */
    static CodeBlock of(String sentence, Documentation documentation) {
        StringBuilder text = new StringBuilder(wrap(sentence));
        for (String part : documentation.paragraphs()) {
            for (String paragraph : part.split("\\R\\s*\\R", -1)) {
                String escaped = escape(paragraph);
                if (!escaped.isBlank()) {
                    text.append("\n\n<p>").append(wrap(escaped));
                }
            }
        }
        return CodeBlock.of("$L\n", text);
    }

    /** An {@code @param} tag: words of ours, then what the document says. */
    static CodeBlock parameter(String name, String words, Documentation documentation) {
        StringBuilder text = new StringBuilder(words);
        documentation.paragraphs().forEach(part -> text.append(". ").append(escape(part)));
        String[] lines = wrap("@param " + name + " " + text).split("\n", -1);
        return CodeBlock.of("$L\n", String.join("\n    ", lines));
    }

    /** A sentence of ours alone. */
    static CodeBlock of(String sentence) {
        return of(sentence, Documentation.NONE);
    }

    /** A tag and what it says, escaped; wrapped, with what follows the first line set in. */
    static CodeBlock tag(String text) {
        return CodeBlock.of("$L\n", wrap(text).replace("\n", "\n    "));
    }

    /** Where a channel is. */
    static String address(ChannelPlan channel) {
        return channel.open() ? "an address that is known at run time only" : code(channel.address());
    }

    /** A name from the document, as code. */
    static String code(String name) {
        return PLAIN.matcher(name).matches() ? "{@code " + name + "}" : "<code>" + escape(name) + "</code>";
    }

    /** Text as HTML without any character that means something to javadoc or to the compiler. */
    static String escape(String text) {
        return DocText.escape(text);
    }

    private static String wrap(String text) {
        return DocText.wrap(text);
    }
}
