package org.folkmoot.text.language;

/// Guesses which language a text is written in, as a BCP 47 tag; `und` where it cannot be told.
///
/// Most answers are settled by small words that only English, Welsh or German has, or by their script. The rest goes
/// to the OpenNLP model for 183 languages, which is loaded (36 MB of heap) when it is first needed. A text under four
/// words is undetermined unless its small words or its script decide, and so is one of which the model is unsure.
///
/// Only the beginning of a long text is read. Deterministic; safe to use from several threads.
public final class LanguageGuess {
    /// The tag for "undetermined".
    public static final String UNDETERMINED = "und";

    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 48;
    private static final double LEAST_SHARE = 0.12;

    private LanguageGuess() {}

    /// Loads the model now, so that the first text that needs it does not wait. Only once, however often it is asked.
    public static void open() {
        LanguageModel.load();
    }

    public static String of(String text) {
        int[] counts = FunctionWords.count(text, MOST_WORDS);
        int words = counts[0];
        int best = 0;
        int hits = 0;
        for (int k = 1; k < counts.length; k++) {
            hits += counts[k];
            best = best == 0 || counts[k] > counts[best] ? k : best;
        }
        boolean alone = counts[best] > 2 * (hits - counts[best]);
        int needed = words < LEAST_WORDS ? 1 : (int) Math.max(2, Math.ceil(LEAST_SHARE * words));
        if (alone && counts[best] >= needed) {
            return FunctionWords.LANGUAGES.get(best - 1);
        }
        String script = Scripts.languageOf(text);
        if (script != null && !script.equals("latin")) {
            return script;
        }
        if (words < LEAST_WORDS) {
            return UNDETERMINED;
        }
        return LanguageModel.guess(text);
    }
}
