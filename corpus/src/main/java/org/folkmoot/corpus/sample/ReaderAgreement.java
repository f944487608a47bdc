package org.folkmoot.corpus.sample;

import java.util.List;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.CohenKappa;
import org.folkmoot.quality.agreement.FleissKappa;
import org.folkmoot.quality.agreement.GwetAC;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.PercentAgreement;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.agreement.SpecificAgreement;

/// How far readers agree on whether answers have a theme. Each coefficient is refused, with the reason, where the
/// reading supports none: with one reader, or where nobody gave the theme.
///
/// Where a theme is rare, readers agree on nearly all answers and alpha and kappa are low all the same; they then
/// carry the caution `PrevalenceParadox`, and `ac1` and `present` are to be read beside them.
///
/// @param alpha Krippendorff's
/// @param kappa Cohen's with two readers, else Fleiss'
/// @param ac1 Gwet's
/// @param percent share of pairs of readings that agree
/// @param present specific agreement: of an answer one reader gives the theme, how often another does
public record ReaderAgreement(
        Coefficient alpha, Coefficient kappa, Coefficient ac1, Coefficient percent, Coefficient present) {
    private static final String GIVEN = "given";
    private static final String NOT_GIVEN = "not given";

    static ReaderAgreement of(List<Consensus> read, String theme, double confidence) {
        Ratings.Builder<String> builder = Ratings.over(List.of(GIVEN, NOT_GIVEN));
        for (Consensus one : read) {
            one.given()
                    .forEach((reader, themes) ->
                            builder.add(one.unit().id(), reader, themes.contains(theme) ? GIVEN : NOT_GIVEN));
        }
        Ratings<String> ratings = builder.build();
        return new ReaderAgreement(
                KrippendorffAlpha.nominal(ratings, confidence),
                ratings.raters().size() == 2 ? CohenKappa.of(ratings, confidence) : FleissKappa.of(ratings, confidence),
                GwetAC.ac1(ratings, confidence),
                PercentAgreement.of(ratings, confidence),
                SpecificAgreement.of(ratings, confidence).getFirst().agreement());
    }
}
