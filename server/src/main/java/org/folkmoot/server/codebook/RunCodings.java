package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.text.Span;

/// What the machine coded in one run, by place of the source; immutable. Some 20 bytes a coding.
final class RunCodings {
    static final RunCodings NONE = new RunCodings(0, new TreeMap<>());

    private final int places;
    private final Map<Integer, OfPlace> byPlace;
    private volatile Indexed indexed = new Indexed(new long[0], new ConcurrentHashMap<>());

    private RunCodings(int places, Map<Integer, OfPlace> byPlace) {
        this.places = places;
        this.byPlace = byPlace;
    }

    /// The codings to one source, an answer having at most one.
    ///
    /// @param answers ids, ascending
    private record OfPlace(long[] answers, int[] starts, int[] ends, float[] confidences) {
        MachineCodings.Coding at(int place, int i) {
            return new MachineCodings.Coding(place, answers[i], new Span(starts[i], ends[i]), confidences[i]);
        }
    }

    /// Of how many sources it has all codings: those with a lower place.
    int places() {
        return places;
    }

    int size() {
        return byPlace.values().stream().mapToInt(of -> of.answers().length).sum();
    }

    /// These and others, of later places.
    ///
    /// @param more ascending by place, then by answer
    RunCodings with(int newPlaces, List<MachineCodings.Coding> more) {
        Map<Integer, OfPlace> all = new HashMap<>(byPlace);
        for (int from = 0; from < more.size(); ) {
            int place = more.get(from).place();
            int to = from;
            while (to < more.size() && more.get(to).place() == place) {
                to++;
            }
            if (place < newPlaces) {
                all.put(place, packed(more.subList(from, to)));
            }
            from = to;
        }
        return new RunCodings(newPlaces, all);
    }

    private static OfPlace packed(List<MachineCodings.Coding> codings) {
        int n = codings.size();
        OfPlace of = new OfPlace(new long[n], new int[n], new int[n], new float[n]);
        for (int i = 0; i < n; i++) {
            MachineCodings.Coding coding = codings.get(i);
            of.answers[i] = coding.answer();
            of.starts[i] = coding.span().start();
            of.ends[i] = coding.span().end();
            of.confidences[i] = coding.confidence();
        }
        return of;
    }

    /// What was last counted in one array of answers.
    private record Indexed(long[] among, Map<Integer, BitSet> answers) {}

    /// The answers coded to a source, as indices in `among`; nobody changes it.
    ///
    /// @param among ids, ascending
    @SuppressWarnings("ReferenceEquality") // the array of a bench, which nobody changes
    BitSet answers(int place, long[] among) {
        Indexed now = indexed;
        if (now.among() != among) {
            now = new Indexed(among, new ConcurrentHashMap<>());
            indexed = now;
        }
        return now.answers().computeIfAbsent(place, _ -> find(place, among));
    }

    private BitSet find(int place, long[] among) {
        BitSet answers = new BitSet(among.length);
        OfPlace of = byPlace.get(place);
        if (of != null) {
            for (long answer : of.answers()) {
                int index = Arrays.binarySearch(among, answer);
                if (index >= 0) {
                    answers.set(index);
                }
            }
        }
        return answers;
    }

    /// The codings to some sources, most confident first.
    List<MachineCodings.Coding> of(List<Integer> some) {
        List<MachineCodings.Coding> codings = new ArrayList<>();
        for (int place : some) {
            OfPlace of = byPlace.get(place);
            for (int i = 0; of != null && i < of.answers().length; i++) {
                codings.add(of.at(place, i));
            }
        }
        codings.sort(Comparator.comparingDouble(MachineCodings.Coding::confidence)
                .reversed()
                .thenComparingLong(MachineCodings.Coding::answer));
        return codings;
    }

    /// The codings to one source, in the order of their answers.
    void each(int place, MachineCodings.Taker taker) {
        OfPlace of = byPlace.get(place);
        for (int i = 0; of != null && i < of.answers().length; i++) {
            taker.take(of.answers()[i], new Span(of.starts()[i], of.ends()[i]), of.confidences()[i]);
        }
    }

    /// The codings of one answer, in the order of its words.
    List<MachineCodings.Coding> of(long answer) {
        List<MachineCodings.Coding> codings = new ArrayList<>();
        byPlace.forEach((place, of) -> {
            int i = Arrays.binarySearch(of.answers(), answer);
            if (i >= 0) {
                codings.add(of.at(place, i));
            }
        });
        codings.sort(Comparator.comparingInt(
                        (MachineCodings.Coding coding) -> coding.span().start())
                .thenComparingInt(MachineCodings.Coding::place));
        return codings;
    }
}
