package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.theme.Theme;
import org.junit.jupiter.api.Test;

final class LearnedCoderTest {
    private static final List<String> SUBJECTS = List.of("bus", "park", "school", "noise");
    private static final List<String> ENDINGS =
            List.of("every day", "in our street", "as always", "for us all", "again", "this year");
    private static final CountingEmbedder WORDS = new CountingEmbedder(SUBJECTS);

    /// Names that say nothing: only examples can teach what belongs here.
    private static final List<Theme> THEMES = List.of(theme("A"), theme("B"), theme("C"), theme("D"));

    private static Theme theme(String id) {
        return new Theme(id, "theme " + id, "", List.of(), null, List.of());
    }

    /// Answers of one or two sentences on random subjects; theme = subject.
    private record Written(List<String> texts, List<Set<Integer>> themes) {
        static Written of(int count, long seed) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            List<Set<Integer>> themes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                StringBuilder text = new StringBuilder();
                Set<Integer> subjects = new HashSet<>();
                for (int s = 0; s < 1 + random.nextInt(2); s++) {
                    int subject = random.nextInt(SUBJECTS.size());
                    subjects.add(subject);
                    text.append("the ")
                            .append(SUBJECTS.get(subject))
                            .append(' ')
                            .append(ENDINGS.get(random.nextInt(ENDINGS.size())))
                            .append('.');
                }
                texts.add(text.toString());
                themes.add(subjects);
            }
            return new Written(texts, themes);
        }
    }

    private static Coder learnt(int reviewed, Crew crew) {
        Written examples = Written.of(reviewed, 1);
        Batch batch = WORDS.batch(0, examples.texts());
        ZeroShotCoder start =
                ZeroShotCoder.fit(THEMES, batch, null, WORDS, new ZeroShotCoder.Options(0.5, crew), Progress.SILENT);
        return Coder.learn(
                start,
                batch,
                new Reviewed(batch, examples.themes()),
                new LearnedCoder.Options(1000, 60, 40, 1, crew),
                Progress.SILENT);
    }

    @Test
    void learnsThemesWhoseNamesSayNothing() {
        Written unseen = Written.of(100, 2);
        Codings codings =
                learnt(150, new Crew(1)).code(WORDS.batch(0, unseen.texts())).codings();
        List<Set<Integer>> found = new ArrayList<>();
        unseen.texts().forEach(_ -> found.add(new HashSet<>()));
        for (int i = 0; i < codings.size(); i++) {
            found.get(codings.answer(i)).add(codings.theme(i));
        }
        assertThat(found).isEqualTo(unseen.themes());
    }

    @Test
    void codingPointsAtThePassageThatSpeaksOfIt() {
        Codings codings = learnt(150, new Crew(1))
                .code(WORDS.batch(3, List.of("the noise again.the bus as always.")))
                .codings();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < codings.size(); i++) {
            found.add(codings.answer(i) + " " + codings.span(i) + " " + codings.theme(i));
        }
        assertThat(found).containsExactly("3 Span[start=0, end=16] 3", "3 Span[start=16, end=34] 0");
    }

    @Test
    void sameConfidencesOnOneOrTwoThreads() {
        Batch unseen = WORDS.batch(0, Written.of(30, 4).texts());
        assertThat(learnt(150, new Crew(2)).confidences(unseen))
                .isEqualTo(learnt(150, new Crew(1)).confidences(unseen));
    }

    @Test
    void fewReviewedAnswersLeaveTheZeroShotCoderInPlace() {
        assertThat(learnt(Coder.LEAST_REVIEWED - 1, new Crew(1))).isInstanceOf(ZeroShotCoder.class);
        assertThat(learnt(Coder.LEAST_REVIEWED, new Crew(1))).isInstanceOf(LearnedCoder.class);
    }

    @Test
    void reviewedThemeOutsideTheCodebookIsRefused() {
        Reviewed reviewed = new Reviewed(WORDS.batch(0, List.of("a bus.")), List.of(Set.of(4)));
        assertThatThrownBy(() -> reviewed.indicators(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reviewed answer 0 has a theme outside the codebook's 4: 4");
    }
}
