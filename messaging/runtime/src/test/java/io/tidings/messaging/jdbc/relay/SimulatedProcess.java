package io.tidings.messaging.jdbc.relay;

/** A process that uses database and broker, and may die at any moment. */
abstract class SimulatedProcess extends SimulatedWorld.Actor {
    final SimulatedWorld world;
    final String name;
    boolean dead;

    SimulatedProcess(SimulatedWorld world, String name) {
        this.world = world;
        this.name = name;
    }

    final void moment() {
        meanwhile();
        world.moment(this);
    }

    /** What other threads of this process do. */
    void meanwhile() {}
}
