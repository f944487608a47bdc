package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final String DESCRIBED = "The buses on our road come late nearly every day.";
    private static final String OTHER = "My daughter missed her exam because no bus came.";

    @Test
    void whatTheNameOrTheDescriptionQuotesIsNotQuotedAgain() {
        assertThat(chosen(List.of("Buses", "“" + DESCRIBED + "”"), DESCRIBED, OTHER))
                .containsExactly(OTHER);
        assertThat(chosen(List.of(DESCRIBED, ""), DESCRIBED, OTHER)).containsExactly(OTHER);
        assertThat(chosen(List.of("Buses", ""), DESCRIBED, OTHER)).containsExactly(DESCRIBED, OTHER);
    }

    @Test
    void itIsQuotedWhereThereIsNoOther() {
        assertThat(chosen(List.of("Buses", "“" + DESCRIBED + "”"), DESCRIBED)).containsExactly(DESCRIBED);
    }

    private static List<String> chosen(List<String> above, String... passages) {
        List<Quote> quotes = IntStream.range(0, passages.length)
                .mapToObj(i -> new Quote(
                        new Passage(i, new Span(0, passages[i].length())), passages[i], "Row " + i, "", "", "", 0.9f))
                .toList();
        return Selection.of(quotes, 3, above).stream().map(Quote::text).toList();
    }
}
