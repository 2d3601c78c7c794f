package io.tidings.site.landscape;

/** How large things are, in the units of the drawing. Widths of texts are reckoned in letters: no font is known here. */
final class Sizes {
    static final int SERVICE_WIDTH = 184;
    static final int SERVICE_HEIGHT = 54;
    static final int BOX_WIDTH = 236;
    static final int LINE_HEIGHT = 17;
    static final int BEND_HEIGHT = 6;
    /** More addresses are counted only. */
    static final int MOST_LINES = 7;

    static final int BETWEEN_LAYERS = 64;
    static final int BETWEEN_NODES = 20;
    static final int MARGIN = 16;

    private Sizes() {}

    static int height(Box box) {
        int lines = 0;
        int shown = Math.min(box.lines().size(), MOST_LINES);
        for (Box.Line line : box.lines().subList(0, shown)) {
            lines += line.reply() == null ? 1 : 2;
        }
        boolean more = box.lines().size() > shown;
        return 14 + LINE_HEIGHT * (lines + (more ? 1 : 0));
    }
}
