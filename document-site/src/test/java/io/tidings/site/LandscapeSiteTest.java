package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.site.landscape.LandscapeSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Landscapes as pictures and pages. */
class LandscapeSiteTest {
    @TempDir
    private Path folder;

    /** Services in a line, each sending to some that come after it and now and then to one before. */
    static List<AsyncApiDocument> services(Path folder, int services, int channels) throws IOException {
        Random random = new Random(7);
        List<StringBuilder> declared = new ArrayList<>();
        List<StringBuilder> operations = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            declared.add(new StringBuilder());
            operations.add(new StringBuilder());
        }
        for (int i = 0; i < channels; i++) {
            int from = random.nextInt(services);
            int to = Math.floorMod(from + 1 + random.nextInt(6) - random.nextInt(2) * 3, services);
            channel(declared.get(from), operations.get(from), i, "send");
            channel(declared.get(to), operations.get(to), i, "receive");
        }
        List<AsyncApiDocument> documents = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            Path file = folder.resolve("service-" + i + ".yaml");
            Files.writeString(
                    file,
                    "asyncapi: 3.0.0\ninfo: {title: Service <" + i + ">, version: 1.0.0}\nchannels: {" + declared.get(i)
                            + "}\noperations: {" + operations.get(i) + "}\n");
            documents.add(AsyncApi.read(file).document().orElseThrow());
        }
        return documents;
    }

    private static void channel(StringBuilder channels, StringBuilder operations, int number, String action) {
        String address = "events." + number;
        String key = action.charAt(0) + "" + number;
        channels.append("c" + key + ": {address: '" + address + "', messages: {M: {payload: {type: string}}}}, ");
        operations.append("o" + key + ": {action: " + action + ", channel: {$ref: '#/channels/c" + key + "'}}, ");
    }

    @Test
    void nothingOverlapsInALargeLandscape() throws Exception {
        String svg =
                LandscapeSite.of(SystemReport.of(services(folder, 100, 300))).svg();
        Document drawing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        List<int[]> cards = new ArrayList<>();
        NodeList rectangles = drawing.getElementsByTagName("rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            Element rectangle = (Element) rectangles.item(i);
            if (rectangle.getAttribute("class").equals("card")) {
                cards.add(new int[] {
                    number(rectangle, "x"),
                    number(rectangle, "y"),
                    number(rectangle, "width"),
                    number(rectangle, "height")
                });
            }
        }
        assertThat(cards).hasSizeGreaterThan(250);
        for (int[] one : cards) {
            assertThat(cards.stream().filter(other -> other != one && overlap(one, other)))
                    .isEmpty();
        }
        assertThat(number(drawing.getDocumentElement(), "width"))
                .as("no wall is wide enough")
                .isLessThan(9000);
    }

    private static int number(Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
    }

    private static boolean overlap(int[] one, int[] other) {
        return one[0] < other[0] + other[2]
                && other[0] < one[0] + one[2]
                && one[1] < other[1] + other[3]
                && other[1] < one[1] + one[3];
    }

    @Test
    void twoRunsGiveEqualBytes() throws Exception {
        List<AsyncApiDocument> documents = services(folder, 12, 30);
        LandscapeSite site = LandscapeSite.of(SystemReport.of(documents));
        LandscapeSite again = LandscapeSite.of(SystemReport.of(documents));
        assertThat(again.svg()).isEqualTo(site.svg());
        assertThat(again.html()).isEqualTo(site.html());
    }

    @Test
    void thePageAsksForNothingAndEveryLinkLeadsSomewhere() throws Exception {
        String page =
                LandscapeSite.of(SystemReport.of(services(folder, 12, 30))).html();
        assertThat(page)
                .contains("Service &lt;0&gt;")
                .doesNotContain("Service <0>")
                .doesNotContain("src=");
        Pattern.compile("href=\"#([^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(target -> assertThat(page).contains("id=\"" + target + "\""));
    }

    @Test
    void aServiceAloneIsDrawnToo() throws Exception {
        String page = LandscapeSite.of(SystemReport.of(services(folder, 1, 0))).html();
        assertThat(page).contains("Nothing: each service understands what it is sent.");
    }

    /** The picture in the documentation; {@code -Dtidings.docs=update} draws it anew. */
    @Test
    void theExamplesAreDrawn() throws IOException {
        List<AsyncApiDocument> documents = new ArrayList<>();
        for (String name : List.of("consumer", "courier", "order", "restaurant")) {
            Path file = Path.of("../examples", name + "-service", "src/main/asyncapi/asyncapi.yaml");
            documents.add(AsyncApi.read(file).document().orElseThrow());
        }
        String svg = LandscapeSite.of(SystemReport.of(documents)).svg();
        Path picture = Path.of("../docs/landscape.svg");
        if ("update".equals(System.getProperty("tidings.docs"))) {
            Files.writeString(picture, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(picture));
    }
}
