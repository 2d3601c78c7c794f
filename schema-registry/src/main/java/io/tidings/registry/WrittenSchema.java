package io.tidings.registry;

import java.util.List;

/**
 * A schema as an answer holds it: what it refers to is not known yet.
 *
 * @param which says in messages which schema it is
 */
record WrittenSchema(String which, String text, List<SchemaReference> references) {}
