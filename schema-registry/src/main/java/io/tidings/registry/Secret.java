package io.tidings.registry;

/** Text that no log and no message may show. */
record Secret(String value) {

    @Override
    public String toString() {
        return "[hidden]";
    }
}
