package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/registry.md} says what there is. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "registry.md");

    @Test
    void listsEverySettingAndNoOther() throws IOException {
        List<String> keys = Arrays.stream(RegistrySettings.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(SettingsPageTest::value)
                .toList();
        List<String> listed = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** Every failure has a name that a user meets on the page. */
    @Test
    void namesEveryException() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(List.of(
                        RegistryUnreachableException.class,
                        MalformedAnswerException.class,
                        SchemaNotFoundException.class,
                        UnauthorizedException.class,
                        IncompatibleSchemaException.class,
                        InvalidSchemaException.class,
                        RegistryTlsException.class,
                        SchemaConflictException.class,
                        RegistryClosedException.class))
                .allSatisfy(type -> assertThat(page).contains("`" + type.getSimpleName() + "`"));
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
