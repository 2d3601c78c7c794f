package io.tidings.asyncapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads hostile reports as those do for whom they are made. */
class ParsedReportsTest {

    @Test
    void junitCountsWhatItHolds() throws Exception {
        Element root = xml(Format.JUNIT.print(Hostile.report())).getDocumentElement();
        List<Element> suites = elements(root, "testsuite");
        assertThat(suites).hasSize(3);
        assertThat(suites.get(0).getAttribute("name")).isEqualTo(Hostile.FILE);
        for (Element suite : suites) {
            assertThat(suite.getAttribute("tests"))
                    .isEqualTo("" + elements(suite, "testcase").size());
            assertThat(suite.getAttribute("failures"))
                    .isEqualTo("" + elements(suite, "failure").size());
            assertThat(elements(suite, "testcase").stream().map(test -> test.getAttribute("name")))
                    .doesNotHaveDuplicates();
        }
        assertThat(root.getAttribute("tests")).isEqualTo("8");
        assertThat(root.getAttribute("failures")).isEqualTo("2");
        assertThat(elements(root, "failure").get(0).getAttribute("message"))
                .startsWith("'<script>alert(\"&\")</script>' ]]>")
                .contains("\\u001b[31mred\\n::set-output");
    }

    @Test
    void theHtmlPageHasNoElementsButItsOwn() throws Exception {
        String html = Format.HTML.print(Hostile.report());
        Document page = xml(html.replace("<!DOCTYPE html>", ""));
        assertThat(elements(page.getDocumentElement(), "script")).isEmpty();
        assertThat(elements(page.getDocumentElement(), "b")).isEmpty();
        assertThat(elements(page.getDocumentElement(), "article")).hasSize(6);
        assertThat(html).doesNotContain("http://www.w3.org/TR").doesNotContainPattern("(?:src|href)=\"[^#]");
        assertThat(html.codePoints().filter(c -> c >= 0x202A && c <= 0x202E)).isEmpty();
    }

    @Test
    void everyWorkflowCommandStandsOnItsOwnLine() {
        List<String> lines = Format.GITHUB.print(Hostile.report()).lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.subList(0, 6)).allMatch(line -> line.matches("::(error|warning|notice) [^:]*::.*"));
        assertThat(lines.subList(6, 9))
                .noneMatch(line -> line.startsWith("::"))
                .noneMatch(line -> line.contains("##["));
        assertThat(lines.get(0))
                .contains(
                        "file=specs/a%2C b%3A 100%25 'of' \"it\" <&> \u65e5\u672c.yaml,line=2,col=7,title=code-error::");
    }

    @Test
    void markdownFencesAreLongerThanWhatTheyHold() {
        String markdown = Format.MARKDOWN.print(Hostile.report());
        assertThat(markdown)
                .contains("`````text\n")
                .contains("@<!-- -->octocat")
                .doesNotContain("<script>");
        assertThat(markdown.lines().filter(line -> line.startsWith("`````")).count())
                .isEqualTo(2);
    }

    @Test
    void markdownIsCutToWhatACommentHolds() {
        Report report = Hostile.report();
        List<Entry> many = IntStream.range(0, 3000)
                .mapToObj(i -> {
                    Entry entry = report.entries().get(1);
                    return new Entry(
                            "code-" + i,
                            entry.severity(),
                            entry.label(),
                            entry.message(),
                            entry.location(),
                            "",
                            null,
                            null,
                            List.of());
                })
                .toList();
        Report large = new Report(
                "validate",
                "Many",
                List.of(new Report.Section("a.yaml", many)),
                List.of(),
                false,
                report.failsFrom(),
                "many",
                report.rules(),
                report.sources(),
                report.json());
        assertThat(Format.MARKDOWN.print(large)).hasSizeLessThan(65_536).containsPattern("_\\d{4} more, which");
    }

    @Test
    void sarifNamesFilesAsUris() {
        JsonNode run = JsonMapper.shared()
                .readTree(Format.SARIF.print(Hostile.report()))
                .at("/runs/0");
        assertThat(run.at("/artifacts/0/location/uri").stringValue())
                .isEqualTo("specs/a%2C%20b%3A%20100%25%20%27of%27%20%22it%22%20%3C%26%3E%20%E6%97%A5%E6%9C%AC.yaml");
        JsonNode results = run.get("results");
        assertThat(results).hasSize(6);
        for (JsonNode result : results) {
            int rule = result.get("ruleIndex").intValue();
            assertThat(run.at("/tool/driver/rules/" + rule + "/id")).isEqualTo(result.get("ruleId"));
        }
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
