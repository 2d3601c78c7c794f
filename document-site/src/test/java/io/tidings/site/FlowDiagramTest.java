package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.site.diagram.FlowDiagram;
import io.tidings.site.diagram.Lane;
import io.tidings.site.diagram.Lane.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowDiagramTest {
    private static final Pattern BOX =
            Pattern.compile("<rect class=\"([^\"]*)\" x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"");
    private static final Pattern PICTURE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"(.*?)</svg>", Pattern.DOTALL);

    private record Box(int x, int y, int width, int height) {
        boolean touches(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60})
    void noBoxLiesOnAnotherAndNoneOutside(int channels) {
        StringBuilder out = new StringBuilder();
        FlowDiagram.of("An application with a long name", lanes(channels)).appendTo(out);
        List<MatchResult> pictures = PICTURE.matcher(out).results().toList();
        assertThat(pictures).as("for wide screens and for narrow ones").hasSize(2);
        for (MatchResult picture : pictures) {
            Box whole = new Box(0, 0, Integer.parseInt(picture.group(1)), Integer.parseInt(picture.group(2)));
            List<Box> boxes = new ArrayList<>();
            for (MatchResult match : BOX.matcher(picture.group(3)).results().toList()) {
                Box box = box(match);
                assertThat(boxes).noneMatch(box::touches);
                assertThat(box.x + box.width).isLessThanOrEqualTo(whole.width);
                assertThat(box.y + box.height).isLessThanOrEqualTo(whole.height);
                boxes.add(box);
            }
            assertThat(boxes).hasSizeGreaterThan(channels);
        }
    }

    private static Box box(MatchResult match) {
        int[] numbers = IntStream.rangeClosed(2, 5)
                .map(group -> Integer.parseInt(match.group(group)))
                .toArray();
        return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static List<Lane> lanes(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Lane(
                        "Peer " + i / 7,
                        i % 3 != 0,
                        new Stop("a.channel.with.quite.a.long.address." + i, "#c" + i),
                        List.of("First", "Second", "Third"),
                        i % 5 == 0 ? new Stop("replies." + i, "#r" + i) : null))
                .toList();
    }
}
