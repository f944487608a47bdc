package org.folkmoot.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/// The OpenNLP language model, loaded when first used.
final class LanguageModel {
    private static final int LOOKED_AT = 400;
    /// How much likelier than English another language must be: short answers without small words ("friendly staff
    /// clean rooms") are mostly English, and the model spreads its confidence thinly over 183 languages.
    private static final double MARGIN = 1.15;

    /// What people in Europe and its larger communities write; the model's other languages are far likelier to be
    /// mistakes (Latin, Waray and Volapük for English) and count as undetermined.
    private static final Set<String> EXPECTED =
            Set.of(("eng cym deu fra spa por ita nld pol ron urd ara fas pes hin ben tam tel guj pan pnb "
                            + "rus ukr bul srp hrv bos slv slk ces hun fin swe dan nob nno isl est ekk lav lvs lit gle gla sqi ell tur kur ckb kmr "
                            + "pus som swa amh tir yor hau ibo zul afr vie tha kor jpn cmn yue msa ind tgl mlt cat eus glg nep sin mal kan mar heb "
                            + "hye kat mkd bel kaz uzb aze")
                    .split(" "));

    private LanguageModel() {}

    private static final class Loaded {
        private static final LanguageDetectorModel MODEL = load();
        private static final Map<String, String> TAGS = tags();

        private static LanguageDetectorModel load() {
            String name = "/langdetect-183.bin";
            try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("language model " + name + " is not on the class path");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the language model " + name, e);
            }
        }

        /// Three-letter codes to the shortest tag.
        private static Map<String, String> tags() {
            Map<String, String> tags = new HashMap<>();
            for (String two : Locale.getISOLanguages()) {
                try {
                    tags.put(Locale.of(two).getISO3Language(), two);
                } catch (MissingResourceException _) {
                    // A two-letter code that has no three-letter one is never a result of the model.
                }
            }
            tags.putAll(Map.of(
                    "cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "nob", "nb", "zlm", "ms", "arb", "ar", "swh",
                    "sw", "gsw", "de"));
            tags.putAll(Map.of(
                    "pnb", "pa", "azj", "az", "uzn", "uz", "plt", "mg", "khk", "mn", "npi", "ne", "ory", "or", "als",
                    "sq"));
            return tags;
        }
    }

    static void load() {
        Objects.requireNonNull(Loaded.MODEL);
    }

    static String guess(String text) {
        String head = text.length() <= LOOKED_AT ? text : text.substring(0, text.offsetByCodePoints(0, LOOKED_AT));
        // A detector is cheap and not safe to share; the model is what is large.
        Language[] languages = new LanguageDetectorME(Loaded.MODEL).predictLanguages(head);
        double english = 0;
        @Nullable Language best = null;
        for (Language language : languages) {
            boolean expected = EXPECTED.contains(language.getLang());
            best = best == null && expected ? language : best;
            english = language.getLang().equals("eng") ? language.getConfidence() : english;
        }
        if (best == null || (!best.getLang().equals("eng") && best.getConfidence() < MARGIN * english)) {
            return LanguageGuess.UNDETERMINED;
        }
        return Loaded.TAGS.getOrDefault(best.getLang(), best.getLang());
    }
}
