package io.tidings.messaging;

import java.util.List;

/**
 * Classes of the user's own cannot hold what the document says, or cannot say what it demands. Found when a client starts, and to be
 * mended in the build: nothing that happens later makes it better. The message lists every reason, one a line.
 */
public final class UnfitClassException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public UnfitClassException(List<String> reasons) {
        super("Classes named in <existingRecords> do not fit the document:" + System.lineSeparator() + "  "
                + String.join(System.lineSeparator() + "  ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** All of them. */
    public List<String> reasons() {
        return reasons;
    }
}
