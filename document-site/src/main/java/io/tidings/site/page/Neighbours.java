package io.tidings.site.page;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Operation;
import java.util.List;

/** The other documents of a site, and which of them meet this one on a channel: one sends where the other receives. */
final class Neighbours {
    private final List<Listed> others;

    /** Another document's application. */
    record Neighbour(String title, String page) {}

    /** @param page the file name of the page whose neighbours are asked for */
    Neighbours(List<Listed> site, String page) {
        this.others =
                site.stream().filter(listed -> !listed.page().equals(page)).toList();
    }

    /** Those at the other end of an operation, in the order of the site. */
    List<Neighbour> of(Operation operation) {
        String topic = operation.channel().topic();
        if (topic == null) {
            return List.of();
        }
        return others.stream()
                .filter(other -> takesPart(other.document(), operation, topic))
                .map(other -> new Neighbour(other.document().info().title(), other.page()))
                .toList();
    }

    private static boolean takesPart(AsyncApiDocument other, Operation operation, String topic) {
        return other.operations().values().stream()
                .anyMatch(its -> its.action() == operation.action().inverse()
                        && topic.equals(its.channel().topic()));
    }
}
