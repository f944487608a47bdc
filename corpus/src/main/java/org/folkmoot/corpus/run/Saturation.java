package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.text.code.Codings;

/// How many themes have been met after reading so many answers: a curve that lies flat says that more answers bring
/// nothing new.
///
/// The exact mean over all orders of reading, of `N` answers of which `c_t` carry theme `t`:
/// `E(n) = Σ_t 1 - C(N - c_t, n) / C(N, n)` (Hurlbert 1971, The nonconcept of species diversity, doi:10.2307/1934145,
/// formula 4). Cost N × themes.
public final class Saturation {
    private Saturation() {}

    /// @param answers how many answers were read
    /// @param themes how many themes had been met by then, on average
    public record Point(int answers, double themes) {}

    /// The curve at `points` evenly spaced numbers of answers, from 0 to all.
    ///
    /// @param codings one theme of an answer may occur several times
    /// @param answers how many answers there are, those without a theme among them
    /// @param points at least 2; fewer are given where there are fewer answers
    public static List<Point> curve(Codings codings, int answers, int points) {
        if (points < 2) {
            throw new IllegalArgumentException("points must be at least 2: " + points);
        }
        int[] carriers = carriers(codings);
        double[] missed = new double[carriers.length];
        Arrays.fill(missed, 1);
        List<Point> curve = new ArrayList<>();
        int steps = Math.min(points - 1, answers);
        int next = 0;
        for (int n = 0; n <= answers; n++) {
            double met = 0;
            for (int t = 0; t < carriers.length; t++) {
                if (n > 0) {
                    missed[t] *= Math.max(0, answers - carriers[t] - n + 1) / (double) (answers - n + 1);
                }
                met += 1 - missed[t];
            }
            if (steps == 0 || n == (int) ((long) answers * next / steps)) {
                curve.add(new Point(n, met));
                next++;
            }
        }
        return curve;
    }

    /// Per theme that occurs, how many answers carry it.
    private static int[] carriers(Codings codings) {
        int themes = 0;
        for (int i = 0; i < codings.size(); i++) {
            themes = Math.max(themes, codings.theme(i) + 1);
        }
        int[] carriers = new int[themes];
        int[] last = new int[themes];
        Arrays.fill(last, -1);
        for (int i = 0; i < codings.size(); i++) {
            int theme = codings.theme(i);
            if (last[theme] != codings.answer(i)) {
                last[theme] = codings.answer(i);
                carriers[theme]++;
            }
        }
        return carriers;
    }
}
