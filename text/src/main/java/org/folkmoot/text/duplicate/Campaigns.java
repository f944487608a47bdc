package org.folkmoot.text.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.folkmoot.text.passage.Passages;

/// Finds organised letters among groups of near-duplicates, and what their senders added in their own words.
///
/// A short answer that many people happen to share ("Too expensive") is no letter, however often it comes. A passage
/// is *added* if fewer than half of its three-word runs stand in the common text, no passage like it stands in the
/// texts of several other senders (a wording the campaign offered as a choice), and it has a few words at least, so
/// that a name or a salutation is not an addition.
///
/// Deterministic; cost linear in the length of the members.
public final class Campaigns {
    /// @param leastMembers texts a group needs to be a campaign, at least 2
    /// @param leastWords words its common text needs
    /// @param leastAddedWords words a passage needs to count as added
    /// @param offeredFrom share of the members (and three of them) from which a passage was offered, not added
    public record Options(int leastMembers, int leastWords, int leastAddedWords, double offeredFrom) {
        public static final Options DEFAULT = new Options(5, 12, 4, 0.05);

        public Options {
            if (leastMembers < 2) {
                throw new IllegalArgumentException("leastMembers must be at least 2: " + leastMembers);
            }
            if (!(offeredFrom > 0 && offeredFrom <= 1)) {
                throw new IllegalArgumentException("offeredFrom must be in (0, 1]: " + offeredFrom);
            }
        }
    }

    private static final double NEAR = 0.5;
    private static final int LEAST_SENDERS = 3;
    private static final int COMPARED_VARIANTS = 64;

    private final List<String> texts;
    private final DuplicateGroups groups;
    private final Options options;
    private final Shingles shingles = new Shingles();

    private Campaigns(List<String> texts, DuplicateGroups groups, Options options) {
        this.texts = texts;
        this.groups = groups;
        this.options = options;
    }

    /// The organised letters, largest first, with default options.
    public static List<OrganisedLetter> among(List<String> texts, DuplicateGroups groups) {
        return among(texts, groups, Options.DEFAULT);
    }

    /// The organised letters, largest first, then by first text.
    public static List<OrganisedLetter> among(List<String> texts, DuplicateGroups groups, Options options) {
        if (texts.size() != groups.size()) {
            throw new IllegalArgumentException(
                    "groups must be of the same texts: " + groups.size() + " groups of " + texts.size() + " texts");
        }
        Campaigns campaigns = new Campaigns(texts, groups, options);
        return groups.groupsOf(options.leastMembers()).stream()
                .map(campaigns::letter)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OrganisedLetter> letter(int[] members) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int member : members) {
            counts.merge(groups.exact()[member], 1, Integer::sum);
        }
        List<OrganisedLetter.Variant> variants = counts.entrySet().stream()
                .map(e -> new OrganisedLetter.Variant(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt((OrganisedLetter.Variant v) -> -v.count())
                        .thenComparingInt(OrganisedLetter.Variant::text))
                .toList();
        int source = variants.getFirst().count() > 1 ? variants.getFirst().text() : mostTypical(variants);
        shingles.read(texts.get(source));
        if (shingles.wordCount() < options.leastWords()) {
            return Optional.empty();
        }
        CommonText common = new CommonText(texts.get(source), shingles);
        Set<Long> offered = offered(members);
        List<OrganisedLetter.Member> details = new ArrayList<>(members.length);
        Map<Integer, OrganisedLetter.Member> known = new LinkedHashMap<>();
        for (int member : members) {
            OrganisedLetter.Member same = known.get(groups.exact()[member]);
            OrganisedLetter.Member detail =
                    same != null && texts.get(same.text()).equals(texts.get(member))
                            ? new OrganisedLetter.Member(member, same.kept(), same.additions())
                            : compare(member, common, offered);
            known.putIfAbsent(groups.exact()[member], detail);
            details.add(detail);
        }
        return Optional.of(new OrganisedLetter(source, texts.get(source), details, variants));
    }

    /// The wording that shares most with the others, of a sample if there are many.
    private int mostTypical(List<OrganisedLetter.Variant> variants) {
        int n = Math.min(COMPARED_VARIANTS, variants.size());
        Signatures signatures = new Signatures(n, 1);
        int[] sample = new int[n];
        int[] minima = new int[Signatures.HASHES];
        for (int i = 0; i < n; i++) {
            sample[i] = variants.get((int) ((long) i * variants.size() / n)).text();
            shingles.read(texts.get(sample[i]));
            signatures.set(i, shingles, minima);
        }
        int best = 0;
        int most = -1;
        for (int i = 0; i < n; i++) {
            int row = i;
            int agreeing = IntStream.range(0, n)
                    .map(k -> Signatures.agreement(signatures, row, signatures, k))
                    .sum();
            if (agreeing > most) {
                most = agreeing;
                best = i;
            }
        }
        return sample[best];
    }

    /// Passages that several senders have, by the hash of their words.
    private Set<Long> offered(int[] members) {
        Map<Long, Integer> senders = new LinkedHashMap<>();
        Set<Long> own = new HashSet<>();
        for (int member : members) {
            own.clear();
            for (Span span : Passages.of(texts.get(member))) {
                shingles.read(texts.get(member), span.start(), span.end());
                own.add(shingles.whole());
            }
            own.forEach(passage -> senders.merge(passage, 1, Integer::sum));
        }
        int least = Math.max(LEAST_SENDERS, (int) Math.ceil(options.offeredFrom() * members.length));
        senders.values().removeIf(count -> count < least);
        return senders.keySet();
    }

    private OrganisedLetter.Member compare(int member, CommonText common, Set<Long> offered) {
        String text = texts.get(member);
        List<Span> additions = new ArrayList<>();
        for (Span span : Passages.of(text)) {
            shingles.read(text, span.start(), span.end());
            boolean own = shingles.wordCount() >= options.leastAddedWords()
                    && !offered.contains(shingles.whole())
                    && common.shareOf(shingles) < NEAR;
            if (own) {
                additions.add(span);
            }
        }
        shingles.read(text);
        return new OrganisedLetter.Member(member, common.keptBy(shingles), additions);
    }
}
