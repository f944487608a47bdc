package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.read.Reading;

/// What a batch would change: its responses against those the consultation has.
///
/// @param fresh from respondents not heard before
/// @param known exactly as received before
/// @param changed from a respondent who is there with other words
/// @param taken names of respondents that nobody else can have
/// @param missing by id of an imported file those of its responses that stand and whose respondents the batch lacks;
///     none where respondents cannot be known again
record Comparison(
        Matching matching,
        List<Arrival> fresh,
        List<Arrival> known,
        List<Change> changed,
        Set<String> taken,
        Map<Long, List<Standing>> missing) {
    /// A response that stands.
    record Standing(long response, String respondent) {}

    /// @param current id of the response that stands now
    record Change(Arrival arrival, long current) {
        /// By which a person's choice for it is known.
        String key() {
            return arrival.fingerprint().substring(0, 16);
        }
    }

    /// What to do with a changed response.
    enum Choice {
        REPLACE,
        KEEP,
        ADD
    }

    /// What the consultation has.
    ///
    /// @param fingerprints of all responses, those replaced too
    /// @param respondents id of the response that stands, by respondent
    /// @param byFile by file the responses that stand
    /// @param sameNames how many files were imported under the name of the batch's first
    record Stock(
            Set<String> fingerprints, Map<String, Long> respondents, Map<Long, List<Standing>> byFile, int sameNames) {}

    static Comparison of(Opened opened, Reading.Read read, List<AskedQuestion> questions, Stock stock) {
        Matching matching = Matching.of(read.consultation().questions(), questions);
        List<Arrival> fresh = new ArrayList<>();
        List<Arrival> known = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        boolean named = opened.isNamed();
        for (Response response : read.consultation().responses()) {
            String respondent = named ? response.respondent() : rowName(response, stock.sameNames());
            Arrival arrival = Arrival.of(response, respondent, matching);
            Long current = stock.respondents().get(arrival.respondent());
            if (stock.fingerprints().contains(arrival.fingerprint())) {
                known.add(arrival);
            } else if (current != null) {
                changed.add(new Change(arrival, current));
            } else {
                fresh.add(arrival);
            }
        }
        Set<String> taken = new HashSet<>(stock.respondents().keySet());
        fresh.forEach(arrival -> taken.add(arrival.respondent()));
        Set<String> arrived = new HashSet<>();
        List.of(fresh, known).forEach(some -> some.forEach(arrival -> arrived.add(arrival.respondent())));
        changed.forEach(change -> arrived.add(change.arrival().respondent()));
        return new Comparison(
                matching, fresh, known, changed, taken, named ? missing(stock.byFile(), arrived) : Map.of());
    }

    private static Map<Long, List<Standing>> missing(Map<Long, List<Standing>> byFile, Set<String> arrived) {
        Map<Long, List<Standing>> missing = new TreeMap<>();
        byFile.forEach((file, standing) -> {
            List<Standing> lacking = standing.stream()
                    .filter(one -> !arrived.contains(one.respondent()))
                    .toList();
            // A file of which nobody is in the batch is not one that the batch is a later version of.
            if (!lacking.isEmpty() && lacking.size() < standing.size()) {
                missing.put(file, lacking);
            }
        });
        return missing;
    }

    /// Rows without an id are told apart by file and row; of a second file of the same name, by its number too.
    private static String rowName(Response response, int earlier) {
        String file = response.source().file() + (earlier == 0 ? "" : " (" + (earlier + 1) + ")");
        return file + ":" + response.respondent();
    }

    /// A name like the respondent's that nobody has, for one who is another person after all.
    static String anotherName(String respondent, Set<String> taken) {
        String free = respondent;
        for (int n = 2; taken.contains(free); n++) {
            free = respondent + " #" + n;
        }
        return free;
    }
}
