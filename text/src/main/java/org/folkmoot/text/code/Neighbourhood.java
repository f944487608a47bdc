package org.folkmoot.text.code;

import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Neighbours;
import org.folkmoot.text.vector.TopK;
import org.folkmoot.text.vector.Vectors;

/// Draws each vector towards its neighbours in the corpus: half itself, half the mean of its 15 nearest neighbours,
/// weighted by the cube of their cosine.
///
/// Uncoded answers thus help: those in one dense region share what was learned of any of them. (One step of a
/// simplified
/// graph convolution; Wu et al. 2019, arXiv:1902.07153.) Identical texts are not neighbours: a campaign would only be
/// drawn to itself. Cost n × m × d for a corpus of m.
record Neighbourhood(Vectors corpus) {
    private static final int NEIGHBOURS = 15;
    private static final double IDENTICAL = 0.9999;

    /// Centred unit rows, each drawn to its neighbours; a zero row stays zero.
    Vectors smooth(Vectors vectors, Crew crew) {
        if (corpus.rows() < 2 * NEIGHBOURS) {
            return vectors;
        }
        int d = vectors.dimension();
        Neighbours near = TopK.of(vectors, corpus, NEIGHBOURS, crew, Progress.SILENT);
        Vectors smooth = Vectors.zeros(vectors.rows(), d);
        for (int i = 0; i < vectors.rows(); i++) {
            for (int k = 0; k < near.k(); k++) {
                double cosine = near.similarity(i, k);
                if (cosine > 0 && cosine < IDENTICAL) {
                    int from = near.index(i, k) * d;
                    float weight = (float) (cosine * cosine * cosine);
                    for (int j = 0; j < d; j++) {
                        smooth.values()[i * d + j] += weight * corpus.values()[from + j];
                    }
                }
            }
        }
        Rows.normalise(smooth);
        for (int j = 0; j < smooth.values().length; j++) {
            smooth.values()[j] += vectors.values()[j];
        }
        Rows.normalise(smooth);
        return smooth;
    }
}
