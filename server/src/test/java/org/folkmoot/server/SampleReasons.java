package org.folkmoot.server;

import java.util.List;

/// What people who do not exist answer to the question whether buses should run at night.
public final class SampleReasons {
    private static final List<String> REASONS = List.of(
            "Night workers have no way home once the last bus has gone.",
            "A late bus would let nurses get home safely after their shift.",
            "The noise of engines under my window keeps my children awake.",
            "Buses at night are loud and the street needs some quiet.",
            "Who pays for this? The fares are too high already.",
            "Running empty buses wastes money that schools need.",
            "Young people could get home without begging their parents for a lift.",
            "Taxis cost a fortune and a bus would be far cheaper at night.");

    private SampleReasons() {}

    /// One of a few, over and over.
    public static String of(int number) {
        return REASONS.get(number % REASONS.size());
    }
}
