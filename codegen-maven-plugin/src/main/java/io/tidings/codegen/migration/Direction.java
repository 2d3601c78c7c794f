package io.tidings.codegen.migration;

/** From which version to which. */
public enum Direction {
    /** From the older version to the newer one. */
    UP("Upcaster", "upcast", "older"),
    /** From the newer version to the older one. */
    DOWN("Downcaster", "downcast", "newer");

    private final String type;
    private final String method;
    private final String given;

    Direction(String type, String method, String given) {
        this.type = type;
        this.method = method;
        this.given = given;
    }

    /** The runtime's interface, and how names of generated types end. */
    public String type() {
        return type;
    }

    /** The interface's method. */
    public String method() {
        return method;
    }

    /** What a record that is turned into another is called. */
    public String given() {
        return given;
    }
}
