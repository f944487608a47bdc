package org.folkmoot.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShinglesTest {
    private static Shingles read(String text) {
        Shingles shingles = new Shingles();
        shingles.read(text);
        return shingles;
    }

    @Test
    void threeWordsAtATime() {
        assertThat(read("The park, at night").size()).isEqualTo(2);
        assertThat(read("Night park").size()).isEqualTo(1);
        assertThat(read(" ... ").size()).isZero();
    }

    @Test
    void readingOnlyMindsWords() {
        assertThat(read("Don’t SHUT it\n - ever!").whole())
                .isEqualTo(read("don t shut it ever").whole());
        assertThat(read("shut it").whole()).isNotEqualTo(read("it shut").whole());
        assertThat(read("a b").whole()).isNotEqualTo(read("ab").whole());
    }

    @Test
    void accentsBelongToTheirWord() {
        assertThat(read("cafe\u0301 bar").wordCount()).isEqualTo(2);
        assertThat(read("ÉCOLE").whole()).isEqualTo(read("école").whole());
    }

    @Test
    void ideographsAreWords() {
        assertThat(read("公园很漂亮").wordCount()).isEqualTo(5);
    }
}
