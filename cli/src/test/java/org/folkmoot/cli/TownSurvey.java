package org.folkmoot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small invented survey of a town: forty answers on buses, parking, the library and the park.
final class TownSurvey {
    static final List<String> ANSWERS = List.of(
            "The buses never come on time. I have given up waiting for the number nine.",
            "Buses are always late in the morning and my boss has had enough.",
            "A bus every half hour is not a service. The timetable is a fairy tale.",
            "My bus was cancelled three times last week without a word to anyone.",
            "More buses in the evening please, the last one leaves before the film ends.",
            "The bus drivers are kind but the buses break down all the time.",
            "Late buses make me miss the train at least once a week.",
            "We need a bus to the hospital. Two changes for an old man are too many.",
            "Bus fares have doubled and the buses are no better for it.",
            "The evening bus is cancelled so often that I take a taxi.",
            "Parking in the centre costs more than my lunch.",
            "There is nowhere to park near the market any more.",
            "The car park charges drive shoppers away from the high street.",
            "Residents' parking permits are far too dear for what you get.",
            "Cars park on the pavement and nobody gets a ticket.",
            "Free parking for an hour would bring people back to the shops.",
            "The parking machines never take coins and the app does not work.",
            "Two disabled parking bays for the whole town is a disgrace. Please paint more.",
            "Visitors circle the square for twenty minutes to find a parking space.",
            "Scrap the parking charges on Sundays, the churches are empty enough.",
            "Keep the library open. It is the only warm place for many of us.",
            "The library opening hours were cut again and students have nowhere to work.",
            "Our library needs new books and longer opening hours on Saturday.",
            "Children learn to love reading at the library story time. Do not stop it.",
            "The librarians helped me with my forms when no office would.",
            "Closing the library would be a sin against the children of this town.",
            "Please let the library lend tools and games as well as books.",
            "I use the library computers every day to look for work.",
            "Volunteers cannot replace trained librarians. Pay them properly.",
            "The library roof leaks on the local history books.",
            "The park is full of litter after every weekend.",
            "Plant more trees in the park, the summers are too hot for bare lawns.",
            "The playground in the park is broken and the swings have been gone a year.",
            "Dog mess in the park is a danger to small children.",
            "The park needs lights on the main path. I am afraid to walk there in winter.",
            "Bring back the park keeper. Someone must lock the gates at night.",
            "The flower beds in the park were lovely until the gardeners were let go.",
            "More benches in the park for those of us with bad knees.",
            "Litter bins in the park overflow by Saturday noon.",
            "No comment");

    private TownSurvey() {}

    /// Writes the survey as CSV; the answer of row `n` is `ANSWERS.get(n - 2)`.
    static Path write(Path file) {
        return write(file, ANSWERS);
    }

    static Path write(Path file, List<String> answers) {
        String rows = IntStream.range(0, answers.size())
                .mapToObj(i -> "T%03d,%s,\"%s\"\n"
                        .formatted(
                                i + 1, i % 3 == 0 ? "No" : "Yes", answers.get(i).replace("\"", "\"\"")))
                .collect(Collectors.joining(
                        "", "Response ID,Consent to publish,What would make our town better?\n", ""));
        return text(file, rows);
    }

    static Path text(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every file below a folder but the timings, as bytes in which each character is one byte.
    static SortedMap<String, String> bytes(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.endsWith("timings.json")) {
                        files.put(
                                folder.relativize(file).toString(),
                                Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// Whether two output folders hold the same bytes; for tests, whose failures name the files that differ.
    static List<String> differing(Path one, Path other) {
        SortedMap<String, String> a = bytes(one);
        SortedMap<String, String> b = bytes(other);
        TreeMap<String, String> all = new TreeMap<>(a);
        all.putAll(b);
        return all.keySet().stream()
                .filter(name -> !a.getOrDefault(name, "absent").equals(b.getOrDefault(name, "absent")))
                .toList();
    }
}
