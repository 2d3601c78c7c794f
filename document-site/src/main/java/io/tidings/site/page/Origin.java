package io.tidings.site.page;

/** How pages of ours say that they are. */
public final class Origin {
    static final String GENERATOR = "Tidings document site";

    private Origin() {}

    /** Whether a line of a page says so. */
    public static boolean isIn(String line) {
        return line.contains("<meta name=\"generator\" content=\"" + GENERATOR + "\">");
    }
}
