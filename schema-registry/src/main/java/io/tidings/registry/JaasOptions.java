package io.tidings.registry;

import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Finds the login in Kafka's {@code sasl.jaas.config}: {@code Module required username="me" password="secret";}. */
final class JaasOptions {

    private JaasOptions() {}

    /** {@code user:password}; null if either is missing. */
    static @Nullable String userInfo(String jaas) {
        StreamTokenizer tokens = new StreamTokenizer(new StringReader(jaas));
        tokens.quoteChar('"');
        tokens.wordChars('_', '_');
        tokens.wordChars('$', '$');
        tokens.wordChars('0', '9');
        tokens.wordChars('-', '-');
        String user = null;
        String password = null;
        try {
            String before = "";
            boolean assigned = false;
            while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
                String word = tokens.sval;
                if (assigned && word != null) {
                    user = before.equals("username") ? word : user;
                    password = before.equals("password") ? word : password;
                }
                assigned = tokens.ttype == '=';
                before = assigned || word == null ? before : word;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be read", e);
        }
        return user == null || password == null ? null : user + ":" + password;
    }
}
