package io.tidings.examples.courier;

/** Where to fetch a delivery, and where to bring it. */
public record Errand(String from, String to) {

    public Errand {
        if (from == null || to == null) {
            throw new IllegalArgumentException("A delivery goes from somewhere to somewhere");
        }
    }
}
