package org.folkmoot.corpus.read;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A column's likely role, with the reason, from its header's words and its values.
///
/// @param role what it is likely for
/// @param why for a person to read
record RoleGuess(Role role, String why) {
    private static final int FEW = 40;
    private static final int SCALE = 11;
    private static final Pattern OTHER_ID = Pattern.compile("[_-]id$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION_OTHER =
            Pattern.compile("\\bother\\b|please specify|sonstige|arall", Pattern.CASE_INSENSITIVE);

    /// Guesses for all columns at once, because some roles are given only once and some show only among others.
    static List<RoleGuess> all(Layout layout, List<ColumnProfile> profiles) {
        return new Guesser(layout, profiles).guess();
    }

    private static final class Guesser {
        private final List<Layout.Head> heads;
        private final List<ColumnProfile> profiles;
        private final RoleGuess[] guesses;

        Guesser(Layout layout, List<ColumnProfile> profiles) {
            this.heads = layout.heads();
            this.profiles = profiles;
            this.guesses = new RoleGuess[heads.size()];
        }

        List<RoleGuess> guess() {
            int respondent = respondent();
            if (respondent >= 0) {
                guesses[respondent] = new RoleGuess(Role.RESPONDENT, "a value of its own in every row");
            }
            boolean rowsPerAnswer = longForm();
            for (int c = 0; c < guesses.length; c++) {
                if (guesses[c] == null) {
                    guesses[c] = rowsPerAnswer ? beside(c) : wide(c);
                }
            }
            if (!rowsPerAnswer) {
                rescueOpen();
            }
            onlyOne(Role.RESPONDENT_TYPE, Role.ABOUT_YOU, "another column names the respondent type");
            onlyOne(Role.CONSENT, Role.IGNORE, "another column holds the consent to publish");
            return List.of(guesses);
        }

        private boolean header(Pattern words, int c) {
            Layout.Head head = heads.get(c);
            return words.matcher(head.name()).find()
                    || words.matcher(head.text()).find();
        }

        private int respondent() {
            for (Pattern words : HeaderWords.RESPONDENT) {
                int best = -1;
                for (int c = 0; c < heads.size(); c++) {
                    ColumnProfile p = profiles.get(c);
                    boolean fits = p.fillRate() > 0.5
                            && p.meanWords() < 6
                            && p.maxChars() <= 200
                            && (p.distinct() > 1 || words == HeaderWords.RESPONDENT[0]);
                    boolean better =
                            best < 0 || (p.unique() && !profiles.get(best).unique());
                    if (header(words, c) && (fits || p.rows() <= 1) && better) {
                        best = c;
                    }
                }
                if (best >= 0) {
                    return best;
                }
            }
            return -1;
        }

        /// Recognises a row for each answer: a column whose few values are questions beside one with the
        /// answers.
        private boolean longForm() {
            int question = -1;
            int answer = -1;
            for (int c = 0; c < heads.size(); c++) {
                ColumnProfile p = profiles.get(c);
                String name = heads.get(c).name();
                boolean few = p.tracked() && p.distinct() * 3 <= Math.max(3, p.filled()) && p.fillRate() > 0.9;
                if (question < 0 && HeaderWords.QUESTION.matcher(name).find() && few && p.filled() >= 3) {
                    question = c;
                } else if (HeaderWords.ANSWER.matcher(name).find() && isProse(p)) {
                    boolean longer =
                            answer < 0 || p.meanWords() > profiles.get(answer).meanWords();
                    answer = longer ? c : answer;
                }
            }
            if (question < 0 || answer < 0) {
                return false;
            }
            guesses[question] = new RoleGuess(Role.QUESTION, "names the question that its row answers");
            guesses[answer] = new RoleGuess(Role.ANSWER, "holds the answers, one a row");
            return true;
        }

        /// A column beside question and answer: it describes the respondent, or was added by an analyst.
        private RoleGuess beside(int c) {
            ColumnProfile p = profiles.get(c);
            if (p.filled() == 0) {
                return new RoleGuess(Role.IGNORE, "empty");
            }
            if (header(HeaderWords.IDENTIFIER, c)) {
                return new RoleGuess(Role.IDENTIFIER, "the header asks for something personal");
            }
            if (isConsent(c)) {
                return new RoleGuess(Role.CONSENT, "the header asks about publishing, the values say yes or no");
            }
            if (p.isBinary() || header(HeaderWords.CODED, c)) {
                return new RoleGuess(Role.IGNORE, "looks like a code an analyst gave");
            }
            if (header(HeaderWords.TECHNICAL, c) || p.dates() > 0.8) {
                return new RoleGuess(Role.IGNORE, "about the sending, not an answer");
            }
            if (header(HeaderWords.RESPONDENT_TYPE, c) && isFew(p)) {
                return new RoleGuess(Role.RESPONDENT_TYPE, "the header asks who is answering");
            }
            if (HeaderWords.ANSWER.matcher(heads.get(c).name()).find() && isFew(p)) {
                return new RoleGuess(Role.CLOSED, p.distinct() + " different values");
            }
            if ((isFew(p) && p.numeric() < 0.9) || (header(HeaderWords.ABOUT_YOU, c) && p.tracked())) {
                return new RoleGuess(Role.ABOUT_YOU, "few different values, beside the answers");
            }
            return new RoleGuess(Role.IGNORE, "neither question nor answer");
        }

        private RoleGuess wide(int c) {
            ColumnProfile p = profiles.get(c);
            if (p.filled() == 0) {
                return new RoleGuess(Role.IGNORE, "empty");
            }
            if (header(HeaderWords.IDENTIFIER, c) && p.meanWords() < 8) {
                return new RoleGuess(Role.IDENTIFIER, "the header asks for something personal");
            }
            if (isConsent(c)) {
                return new RoleGuess(Role.CONSENT, "the header asks about publishing, the values say yes or no");
            }
            if (HeaderWords.TECHNICAL.matcher(heads.get(c).name()).find() && p.meanWords() < 6) {
                return new RoleGuess(Role.IGNORE, "about the sending, not an answer");
            }
            if (HeaderWords.CODED.matcher(heads.get(c).name()).find() && p.meanWords() < 12) {
                return new RoleGuess(Role.IGNORE, "looks like a code an analyst gave");
            }
            if (header(HeaderWords.CONSENT, c) && isFew(p)) {
                return new RoleGuess(Role.IGNORE, "a consent, but not one to publish");
            }
            if (header(HeaderWords.RESPONDENT_TYPE, c) && isFew(p)) {
                return new RoleGuess(Role.RESPONDENT_TYPE, "the header asks who is answering");
            }
            if (header(HeaderWords.ABOUT_YOU, c) && p.meanWords() < 8 && (isFew(p) || p.numeric() > 0.9)) {
                return new RoleGuess(Role.ABOUT_YOU, "the header asks about the respondent");
            }
            return answers(c, p);
        }

        private RoleGuess answers(int c, ColumnProfile p) {
            if (p.dates() > 0.8) {
                return new RoleGuess(Role.IGNORE, "dates or times");
            }
            if (p.filled() > 3 && p.samples().stream().allMatch(v -> v.startsWith("[") || v.startsWith("{"))) {
                return new RoleGuess(Role.IGNORE, "lists written by a machine");
            }
            if (!isAsked(c) && p.isBinary() && heads.get(c).name().indexOf('_') > 0) {
                return new RoleGuess(Role.IGNORE, "looks like a code an analyst gave");
            }
            if (!isAsked(c) && p.distinct() == 1 && p.filled() == p.rows() && p.rows() >= 20) {
                return new RoleGuess(Role.IGNORE, "the same in every row");
            }
            if (!isAsked(c) && OTHER_ID.matcher(heads.get(c).name()).find()) {
                return new RoleGuess(Role.IGNORE, "an id, but not the respondent's");
            }
            if (!isAsked(c) && p.numeric() > 0.9 && p.distinct() > SCALE) {
                return new RoleGuess(Role.IGNORE, "numbers, and the header asks nothing");
            }
            if (p.meanWords() >= 5 && !repeats(p)) {
                return new RoleGuess(Role.OPEN, "%.0f words on average".formatted(p.meanWords()));
            }
            if (isFew(p) && (repeats(p) || !header(HeaderWords.OPEN, c) || p.meanWords() < 1.5)) {
                boolean single = p.filled() > 20 && p.distinct() == p.filled();
                if (!single) {
                    return new RoleGuess(
                            Role.CLOSED, p.distinct() == 1 ? "one value" : p.distinct() + " different values");
                }
            }
            if (p.numeric() > 0.9) {
                return new RoleGuess(
                        p.unique() ? Role.IGNORE : Role.CLOSED, p.unique() ? "a number for each row" : "numbers");
            }
            if (header(HeaderWords.OPEN, c)
                    || OPTION_OTHER.matcher(heads.get(c).name()).find()
                    || p.meanWords() >= 2.5) {
                return new RoleGuess(
                        Role.OPEN, "%.0f words on average, many different values".formatted(p.meanWords()));
            }
            if (p.unique() && p.meanWords() < 2) {
                return new RoleGuess(Role.IGNORE, "one word, different in each row");
            }
            return new RoleGuess(Role.IGNORE, "short values, too many to count as options");
        }

        /// Whether the header reads like a question put to people and not like a field's name.
        private boolean isAsked(int c) {
            Layout.Head head = heads.get(c);
            return head.text().contains("?")
                    || head.text().indexOf(' ') > 0
                    || QuestionNumber.of(head.name()).isPresent();
        }

        /// Where nothing reads like an open question, the wordiest column left is it, if its header or its
        /// words allow.
        private void rescueOpen() {
            boolean any = false;
            int best = -1;
            for (int c = 0; c < guesses.length; c++) {
                any |= guesses[c].role() == Role.OPEN;
                boolean candidate = guesses[c].role() == Role.CLOSED || guesses[c].role() == Role.IGNORE;
                ColumnProfile p = profiles.get(c);
                boolean asked = header(HeaderWords.OPEN, c) && p.numeric() < 0.5 && p.dates() < 0.5;
                boolean wordy = (p.meanWords() >= 3 && p.distinct() > 1) || (asked && p.meanWords() >= 1.5);
                boolean coded = HeaderWords.CODED.matcher(heads.get(c).name()).find()
                        || HeaderWords.TECHNICAL.matcher(heads.get(c).name()).find();
                if (candidate
                        && wordy
                        && !coded
                        && p.filled() > 0
                        && (best < 0 || p.meanWords() > profiles.get(best).meanWords())) {
                    best = c;
                }
            }
            if (!any && best >= 0) {
                guesses[best] = new RoleGuess(Role.OPEN, "the wordiest column");
            }
        }

        private void onlyOne(Role role, Role others, String why) {
            boolean found = false;
            for (int c = 0; c < guesses.length; c++) {
                if (guesses[c].role() == role) {
                    guesses[c] = found ? new RoleGuess(others, why) : guesses[c];
                    found = true;
                }
            }
        }

        private boolean isConsent(int c) {
            ColumnProfile p = profiles.get(c);
            if (!header(HeaderWords.PUBLISH, c) || !p.tracked() || p.filled() == 0) {
                return false;
            }
            int understood = 0;
            for (var value : p.values().entrySet()) {
                boolean known = PublishConsent.of(value.getKey(), false).isPresent();
                understood += known ? value.getValue() : 0;
            }
            return understood * 10 >= p.filled() * 8;
        }

        private static boolean isFew(ColumnProfile p) {
            return p.tracked() && p.distinct() <= FEW && p.meanChars() <= 120;
        }

        /// Whether the same values come again and again, as options do.
        private static boolean repeats(ColumnProfile p) {
            return p.tracked() && p.distinct() <= FEW && p.distinct() * 4 <= p.filled();
        }

        private static boolean isProse(ColumnProfile p) {
            return p.meanWords() >= 2 && p.numeric() < 0.5 && p.dates() < 0.5;
        }
    }

    @Override
    public String toString() {
        return role.label().toLowerCase(Locale.ROOT) + ": " + why;
    }
}
