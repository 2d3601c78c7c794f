package io.tidings.site.landscape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has a place in the drawing. Its place is found step by step, by one thread. */
final class Node {

    /** What it is. */
    enum Kind {
        SERVICE,
        BOX,
        /** Where a line that passes a layer bends. */
        BEND
    }

    private final Kind kind;
    private final int index;
    private final @Nullable String name;
    private final @Nullable Box box;
    private final int width;
    private final int height;
    private final List<Node> before = new ArrayList<>();
    private final List<Node> after = new ArrayList<>();
    private int layer;
    private int place;
    private double y;
    private int x;
    private int span;

    private Node(Kind kind, int index, @Nullable String name, @Nullable Box box, int width, int height) {
        this.kind = kind;
        this.index = index;
        this.name = name;
        this.box = box;
        this.width = width;
        this.height = height;
    }

    static Node service(int index, String name) {
        return new Node(Kind.SERVICE, index, name, null, Sizes.SERVICE_WIDTH, Sizes.SERVICE_HEIGHT);
    }

    static Node box(int index, Box box) {
        return new Node(Kind.BOX, index, null, box, Sizes.BOX_WIDTH, Sizes.height(box));
    }

    static Node bend(int layer) {
        Node bend = new Node(Kind.BEND, -1, null, null, 0, Sizes.BEND_HEIGHT);
        bend.layer = layer;
        return bend;
    }

    Kind kind() {
        return kind;
    }

    /** Which of its kind, in the order of the landscape. */
    int index() {
        return index;
    }

    String name() {
        return name == null ? "" : name;
    }

    @Nullable Box box() {
        return box;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** What it is joined with in the layer before. */
    List<Node> before() {
        return before;
    }

    /** What it is joined with in the layer after. */
    List<Node> after() {
        return after;
    }

    int layer() {
        return layer;
    }

    void layer(int number) {
        this.layer = number;
    }

    /** Which of its layer, from the top. */
    int place() {
        return place;
    }

    void place(int number) {
        this.place = number;
    }

    /** Of its middle. */
    double y() {
        return y;
    }

    void y(double middle) {
        this.y = middle;
    }

    /** Of its right edge; a bend is as wide as its layer, so that its line passes level. */
    int right() {
        return kind == Kind.BEND ? x + span : x + width;
    }

    void span(int layer) {
        this.span = layer;
    }

    /** Of its left edge. */
    int x() {
        return x;
    }

    void x(int edge) {
        this.x = edge;
    }
}
