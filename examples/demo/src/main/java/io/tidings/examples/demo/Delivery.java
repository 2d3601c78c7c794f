package io.tidings.examples.demo;

import io.tidings.examples.demo.ServiceClient.Answer;
import java.time.Duration;
import java.util.Optional;

/** Orders food as guests would, over HTTP, and insists on what must come of it. */
final class Delivery {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String BELLA = """
            {"name": "Bella Napoli", "open": true, "cuisine": "Italian", "menu": [
              {"id": "margherita", "name": "Pizza Margherita", "price": 9.50},
              {"id": "tiramisu", "name": "Tiramisu", "price": 5.00}]}""";
    private static final String GOLDEN = """
            {"name": "Golden Wok", "open": false, "cuisine": null, "menu": [
              {"id": "noodles", "name": "Fried noodles", "price": 8.00}]}""";

    private final Town town;
    private final Narrator narrator;

    Delivery(Town town, Narrator narrator) {
        this.town = town;
        this.narrator = narrator;
    }

    void openShops() throws Exception {
        narrator.chapter("Other services' data becomes local");
        ServiceClient restaurants = town.restaurants().client();
        expect("Bella Napoli is saved", 200, restaurants.put("/restaurants/bella", BELLA));
        Answer golden = restaurants.put("/restaurants/golden", GOLDEN);
        expect("Golden Wok is saved", 200, golden);
        narrator.step("Two restaurants are saved: Bella Napoli is open, Golden Wok is not");
        ServiceClient consumers = town.consumers().client();
        register(consumers, "ann", "60.00");
        register(consumers, "bob", "10.00");
        register(consumers, "club", "900.00");
        narrator.step("Three consumers are saved, who may spend 60.00, 10.00 and 900.00");
        awaitReplicas(3, 2);
        String saved = "v" + golden.body().path("version").asInt();
        expect(
                "the order service shows Golden Wok's menu as it was just saved",
                200,
                town.orders().client().get("/restaurants/golden?atLeast=" + saved));
        narrator.step("The order service holds copies of all five");
    }

    void orderFood() throws Exception {
        narrator.chapter("Answered at once, completed later");
        listen("ann orders two pizzas", order("ann", "bella", "margherita", 2), "APPROVED", "");
        follow(
                "bob orders two pizzas",
                order("bob", "bella", "margherita", 2),
                "REJECTED",
                "more than the consumer's limit");
        follow("ann orders at Golden Wok", order("ann", "golden", "noodles", 1), "REJECTED", "closed");
        follow(
                "the club orders 30 pizzas",
                order("club", "bella", "margherita", 30),
                "REJECTED",
                "the kitchen cooks 20");
        expect("bob leaves", 200, town.consumers().client().delete("/consumers/bob"));
        awaitReplicas(2, 2);
        follow(
                "bob, who has left, orders a dessert",
                order("bob", "bella", "tiramisu", 1),
                "REJECTED",
                "no such consumer");
    }

    void orderWithoutOwners() throws Exception {
        narrator.chapter("The owners are down, orders are taken all the same");
        town.restaurants().stop();
        town.consumers().stop();
        narrator.step("The restaurant and consumer services are stopped");
        follow("eve, unknown here, orders", order("eve", "bella", "tiramisu", 1), "REJECTED", "no such consumer");
        String dessert = place("ann orders dessert", order("ann", "bella", "tiramisu", 2));
        String hasty = listen(
                "ann orders a pizza and waits 3 s",
                order("ann", "bella", "margherita", 1).replace("}]}", "}], \"patienceSeconds\": 3}"),
                "REJECTED",
                "nobody could say in time");
        cancel("the club orders two pizzas", order("club", "bella", "margherita", 2));
        town.restaurants().startAgain();
        town.consumers().startAgain();
        town.restaurants().awaitReady();
        town.consumers().awaitReady();
        narrator.step("The restaurant and consumer services are up again");
        await(dessert, "APPROVED", "");
        narrator.step("ann's dessert: APPROVED");
        Await.until("the ticket of ann's pizza is cancelled", PATIENCE, () -> {
            Answer ticket = town.restaurants().client().get("/tickets/" + hasty);
            return ticket.text("state").equals("CANCELLED") ? Optional.of(ticket) : Optional.empty();
        });
        narrator.step("The kitchen has heard of ann's pizza, and that it is not wanted any more");
    }

    /** Is told the end as a server-sent event, without asking again. */
    private String listen(String what, String order, String end, String reason) throws Exception {
        String id = place(what, order);
        Answer ended = town.orders().client().lastEvent("/orders/" + id + "/events");
        insist(ended, end, reason);
        String why = ended.text("reason");
        narrator.step("%s: %s%s".formatted(what, end, why.isEmpty() ? "" : ", " + why));
        return id;
    }

    private void cancel(String what, String order) throws Exception {
        String id = place(what, order);
        expect("It is cancelled", 200, town.orders().client().delete("/orders/" + id));
        await(id, "CANCELLED", "the consumer cancelled it");
        expect("Who cancels twice is told the same", 200, town.orders().client().delete("/orders/" + id));
        narrator.step(what + " and cancels: CANCELLED");
    }

    private void follow(String what, String order, String end, String reason) throws Exception {
        String id = place(what, order);
        String why = await(id, end, reason);
        narrator.step("%s: %s%s".formatted(what, end, why.isEmpty() ? "" : ", " + why));
    }

    private String place(String what, String order) throws Exception {
        long asked = System.nanoTime();
        Answer answer = town.orders().client().post("/orders", order);
        long millis = Duration.ofNanos(System.nanoTime() - asked).toMillis();
        expect(what, 202, answer);
        if (!answer.text("state").equals("PENDING")) {
            throw new DemoFailure(what + " was answered " + answer + ", not PENDING");
        }
        narrator.step("%s: PENDING after %d ms".formatted(what, millis));
        return answer.text("id");
    }

    /** Waits until an order has ended, and returns why it ended so. */
    private String await(String id, String end, String reason) throws Exception {
        // The service answers when the order has ended: a long poll.
        Answer ended = town.orders().client().get("/orders/" + id + "?wait=" + PATIENCE.toSeconds());
        insist(ended, end, reason);
        return ended.text("reason");
    }

    private static void insist(Answer ended, String end, String reason) {
        if (!ended.text("state").equals(end) || !ended.text("reason").contains(reason)) {
            throw new DemoFailure("the order ended as " + ended + ", not as " + end + " " + reason);
        }
    }

    private void awaitReplicas(int consumers, int restaurants) throws Exception {
        Await.until(consumers + " consumers and " + restaurants + " restaurants are replicated", PATIENCE, () -> {
            Answer answer = town.orders().client().get("/replicas");
            boolean there = answer.body().path("consumers").asInt(-1) == consumers
                    && answer.body().path("restaurants").asInt(-1) == restaurants;
            return there ? Optional.of(answer) : Optional.empty();
        });
    }

    private static void register(ServiceClient consumers, String id, String limit) throws Exception {
        String json = "{\"name\": \"%s\", \"email\": \"%s@example.com\", \"orderLimit\": %s}".formatted(id, id, limit);
        expect(id + " is saved", 200, consumers.put("/consumers/" + id, json));
    }

    private static String order(String consumer, String restaurant, String dish, int quantity) {
        return "{\"consumerId\": \"%s\", \"restaurantId\": \"%s\", \"lines\": [{\"menuItemId\": \"%s\", \"quantity\": %d}]}"
                .formatted(consumer, restaurant, dish, quantity);
    }

    private static void expect(String what, int status, Answer answer) {
        if (answer.status() != status) {
            throw new DemoFailure(what + ": answered " + answer + ", not " + status);
        }
    }
}
