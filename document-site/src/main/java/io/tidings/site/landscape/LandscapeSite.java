package io.tidings.site.landscape;

import io.tidings.compat.landscape.SystemReport;

/**
 * A landscape as a picture, or as a page that also tells what does not fit. Both need no network and no other file.
 *
 * <pre>{@code
 * SystemReport report = SystemReport.of(documents);
 * Files.writeString(Path.of("target/landscape.html"), LandscapeSite.of(report).html());
 * }</pre>
 */
public final class LandscapeSite {
    private final Drawn drawn;

    private LandscapeSite(SystemReport report) {
        this.drawn = new Drawn(report);
    }

    /** Lays a landscape out. */
    public static LandscapeSite of(SystemReport report) {
        return new LandscapeSite(report);
    }

    /** The picture alone, in SVG 1.1: light or dark, as the viewer prefers. To be written in UTF-8. */
    public String svg() {
        return Svg.file(drawn);
    }

    /** A page with the picture, what does not fit, and each service and channel. To be written in UTF-8. */
    public String html() {
        return new LandscapePage(drawn).html();
    }
}
