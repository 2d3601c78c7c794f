package io.tidings.compat.landscape;

import java.util.List;

/** All rules of a landscape. A new one is a class and a line here. */
final class SystemRules {

    private static final List<LinkRule> OF_LINKS = List.of(new MessagesRule(), new ReplyRule());
    private static final List<ChannelRule> OF_CHANNELS = List.of(new TopicSettingsRule(), new BrokerRule());
    private static final List<LandscapeRule> OF_ALL = List.of(
            new LonelyRule(), new GroupRule(), new ServerProtocolRule(), new TypeTwiceRule(), new RequestCycleRule());

    private SystemRules() {}

    /** What there is to say of all of a landscape. */
    static List<LandscapeFinding> judge(Landscape landscape) {
        Findings found = new Findings();
        between(landscape, found);
        OF_ALL.forEach(rule -> rule.check(landscape, found));
        return found.sorted();
    }

    /** What two services disagree about; whether they are alone with that is not asked. */
    static List<LandscapeFinding> judgePair(Landscape pair) {
        Findings found = new Findings();
        between(pair, found);
        new GroupRule().check(pair, found);
        return found.sorted();
    }

    private static void between(Landscape landscape, Findings found) {
        for (Link link : landscape.links()) {
            OF_LINKS.forEach(rule -> rule.check(link, found));
        }
        for (SharedChannel channel : landscape.channels()) {
            OF_CHANNELS.forEach(rule -> rule.check(channel, found));
        }
    }
}
