package io.tidings.codegen.plan;

import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.Message;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** The record of a view's rows. */
final class ViewProjection {

    private ViewProjection() {}

    /** An alias of all payloads that are read as it, so that whatever is written as one of them can be read as this. */
    static Schema schema(DeclaredRow row, JavaName name, DeclaredView view) {
        Schema given = row.schema().schema();
        Schema schema = Schema.createRecord(
                name.simpleName(),
                given.getDoc(),
                name.packageName(),
                false,
                row.fields().stream()
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
        Set<String> aliases = new LinkedHashSet<>();
        for (DeclaredView.Feed feed : view.feeds()) {
            if (!feed.replica().folded()) {
                feed.messages().forEach(message -> addNames(message, aliases));
            }
        }
        aliases.remove(schema.getFullName());
        aliases.forEach(schema::addAlias);
        return schema;
    }

    private static void addNames(Message message, Set<String> aliases) {
        DeclaredRow.record(message.payload()).ifPresent(payload -> {
            aliases.add(payload.schema().getFullName());
            aliases.addAll(payload.schema().getAliases());
        });
    }
}
