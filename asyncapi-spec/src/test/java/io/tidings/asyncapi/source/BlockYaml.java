package io.tidings.asyncapi.source;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Maps and lists as YAML in blocks. Stands here because only this package knows YAML. */
public final class BlockYaml {
    private BlockYaml() {}

    /** The text of a tree of maps, lists and scalars. */
    public static String of(@Nullable Object tree) {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings).dumpToString(tree);
    }
}
