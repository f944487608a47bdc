package org.folkmoot.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import org.folkmoot.quality.agreement.Coefficient.Basis;
import org.junit.jupiter.api.Test;

class RatingsTest {
    private static final Ratings<String> RATINGS = Ratings.<String>builder()
            .add("q2", "ann", "yes")
            .add("q1", "ann", "no")
            .add("q2", "bob", "no")
            .add("q3", "cem", "maybe")
            .build();

    @Test
    void itemsRatersAndCategoriesAreInOrderOfFirstUse() {
        assertThat(RATINGS.items()).containsExactly("q2", "q1", "q3");
        assertThat(RATINGS.raters()).containsExactly("ann", "bob", "cem");
        assertThat(RATINGS.categories()).containsExactly("yes", "no", "maybe");
        assertThat(RATINGS).hasToString("Ratings[3 items, 3 raters, 3 categories, 4 ratings]");
    }

    @Test
    void onlyItemsRatedTwiceAreTheBasis() {
        assertThat(ItemCounts.of(RATINGS).basis()).isEqualTo(new Basis(1, 2, 2));
        assertThat(ItemCounts.of(RATINGS).totals(2)).containsExactly(1, 1, 0);
        assertThat(ItemCounts.of(RATINGS).totals(1)).containsExactly(1, 2, 1);
    }

    @Test
    void aRaterMayRateAnItemOnce() {
        Ratings.Builder<String> builder =
                Ratings.<String>builder().add("q1", "ann", "yes").add("q1", "ann", "no");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("a rater may rate an item once: ann rated q1 twice");
    }

    @Test
    void aCodebookIsClosed() {
        Ratings.Builder<String> builder = Ratings.over(List.of("yes", "no"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("q1", "ann", "maybe"))
                .withMessage("value must be in the codebook: maybe");
        assertThat(builder.add("q1", "ann", "no").build().categories()).containsExactly("yes", "no");
    }

    @Test
    void mappingJoinsCategories() {
        Ratings<Boolean> joined = RATINGS.map("yes"::equals);
        assertThat(joined.categories()).containsExactly(true, false);
        assertThat(ItemCounts.of(joined).totals(1)).containsExactly(1, 3);
    }

    @Test
    void sortingKeepsTheRatings() {
        Ratings<String> sorted = RATINGS.sorted(Comparator.naturalOrder());
        assertThat(sorted.categories()).containsExactly("maybe", "no", "yes");
        assertThat(ItemCounts.of(sorted).totals(1)).containsExactly(1, 2, 1);
    }

    @Test
    void choosingRatersLeavesOutTheirItemsOnly() {
        Ratings<String> chosen = RATINGS.by(List.of("ann", "bob"));
        assertThat(chosen.items()).containsExactly("q2", "q1");
        assertThat(chosen.used().categories()).containsExactly("yes", "no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RATINGS.by(List.of("dee")))
                .withMessage("rater must be one of [ann, bob, cem]: dee");
    }
}
