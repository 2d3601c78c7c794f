package io.tidings.asyncapi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.source.TextEdit.Edited;
import io.tidings.asyncapi.source.TextEdit.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One value is replaced, and no other byte. */
class TextEditTest {

    private static final List<String> VERSION = List.of("info", "version");
    private static final int DOCUMENTS = Integer.getInteger("tidings.documents", 1_000);

    @Test
    void noOtherByteOfRandomDocumentsIsTouched() {
        long seed = Long.getLong("tidings.seed", 20_270_101L);
        Random random = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            RandomVersioned document = RandomVersioned.of(random);
            String which = "seed " + seed + ", document " + i + ":\n" + document.before();
            TextEdit.Result result = TextEdit.replace(
                    document.before().getBytes(StandardCharsets.UTF_8), document.file(), VERSION, "12.3.4-rc.5");
            assertThat(result).as(which).isInstanceOf(Edited.class);
            Edited edited = (Edited) result;
            assertThat(StandardCharsets.UTF_8.decode(edited.content()).toString())
                    .as(which)
                    .isEqualTo(document.after());
            assertThat(edited.before()).as(which).isEqualTo("1.0.0");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            info: *other                                             | the alias '*other'
            info: {<<: *other, title: Shop}                          | the merge key '<<'
            info: {<<: [*other], title: Shop}                        | the merge key '<<'
            info: {$ref: 'info.yaml'}                                | '$ref'
            info: {title: Shop, version: *number}                    | the alias '*number'
            info: {title: Shop, version: &v 1.0.0, x-v: *v}          | repeats it elsewhere
            info: &i {title: Shop, version: 1.0.0, x-v: {a: *i}}     | repeats it elsewhere
            info: {title: Shop}                                      | 'version' is not written here
            info: {title: Shop, version: 1.0}                        | say something else
            info: {title: Shop, version: {}}                         | it is no text
            info: 3                                                  | no object
            other: {}                                                | 'info' is not written here
            """)
    void whatCannotBeReplacedAloneIsRefused(String line, String reason) {
        String text = "x-number: &number 1.0.0\nx-other: &other {version: 1.0.0}\n" + line + "\n";
        Refused refused = (Refused) replace(text, "asyncapi.yaml");
        assertThat(refused.reason()).contains(reason);
        assertThat(refused.place().line()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", ">", "|-", ">-", "|2", "!!str |"})
    void aBlockIsRefused(String indicator) {
        String text = "info:\n  title: Shop\n  version: " + indicator + "\n    1.0.0\n";
        assertThat(((Refused) replace(text, "asyncapi.yaml")).reason()).contains("block");
    }

    @Test
    void anAnchorThatIsRepeatedBelowIsRefused() {
        String text = "info: &info\n  title: Shop\n  version: 1.0.0\nx-copy: *info\n";
        Refused refused = (Refused) replace(text, "asyncapi.yaml");
        assertThat(refused.reason()).isEqualTo("the alias '*info' repeats it elsewhere");
        assertThat(refused.place()).hasToString("asyncapi.yaml:4:9");
    }

    @Test
    void whatIsNoFileOfItsKindIsRefused() {
        assertThat(replace("info: {version: '1.0.0'", "asyncapi.yaml")).isInstanceOf(Refused.class);
        assertThat(replace("{\"info\": {\"version\": \"1.0.0\"", "asyncapi.json"))
                .isInstanceOf(Refused.class);
        assertThat(replace("{\"info\": {\"$ref\": \"a.json\"}}", "asyncapi.json"))
                .isInstanceOf(Refused.class);
        assertThat(replace("{\"info\": {\"version\": 1}}", "asyncapi.json")).isInstanceOf(Refused.class);
        assertThat(replace("[]", "asyncapi.json")).isInstanceOf(Refused.class);
        assertThat(replace("", "asyncapi.yaml")).isInstanceOf(Refused.class);
    }

    @Test
    void aTextThatWouldBeANumberIsQuoted() {
        Edited edited = (Edited) TextEdit.replace(
                "info: {version: 1.0.0} # was".getBytes(StandardCharsets.UTF_8), "a.yaml", VERSION, "1.0");
        assertThat(StandardCharsets.UTF_8.decode(edited.content()).toString())
                .isEqualTo("info: {version: '1.0'} # was");
    }

    @Test
    void whatWouldNeedEscapesIsNoSimpleText() {
        assertThatThrownBy(() -> TextEdit.replace(new byte[0], "a.yaml", VERSION, "a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TextEdit.Result replace(String text, String file) {
        return TextEdit.replace(text.getBytes(StandardCharsets.UTF_8), file, VERSION, "2.0.0");
    }
}
