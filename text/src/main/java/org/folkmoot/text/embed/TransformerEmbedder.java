package org.folkmoot.text.embed;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Centring;
import org.folkmoot.text.vector.Vectors;

/// Embeds English texts with the transformer bge-small-en-v1.5 (int8, 384 dimensions).
///
/// A text's vector is the model's vector of its first position. A text of more than 510 word pieces is embedded in
/// pieces of nearly equal length whose vectors are averaged by length: no word is left out.
///
/// Texts of the same word pieces are embedded once and share one vector. They are sorted by length and batched to about
/// 512 word pieces. The model scales its integers by batch, so a
/// text's vector depends, in about the third decimal, on the others in its batch; the batches depend on the list of
/// texts only, so the same list gives the same bytes on any number of threads.
///
/// Shitao Xiao et al., C-Pack: Packed Resources For General Chinese Embeddings (2023),
/// https://arxiv.org/abs/2309.07597.
public final class TransformerEmbedder implements Embedder, AutoCloseable {
    private static final int BATCH_TOKENS = 512;

    private final Transformer transformer;
    private final WordPiece wordPiece;
    private final Crew crew;

    private TransformerEmbedder(Transformer transformer, WordPiece wordPiece, Crew crew) {
        this.transformer = transformer;
        this.wordPiece = wordPiece;
        this.crew = crew;
    }

    /// Opens the embedded model for use on all cores.
    public static TransformerEmbedder open() {
        return open(Crew.ofAllCores());
    }

    /// Opens the embedded model for use by `crew`.
    public static TransformerEmbedder open(Crew crew) {
        return new TransformerEmbedder(Transformer.open(), WordPiece.standard(), crew);
    }

    /// SHA-256 of the model file, in lower-case hexadecimal.
    public static String modelSha256() {
        return Transformer.SHA_256;
    }

    @Override
    public int dimension() {
        return Transformer.DIMENSION;
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        Map<IntBuffer, Piece> pieces = new LinkedHashMap<>();
        List<List<Piece>> ofTexts = new ArrayList<>(texts.size());
        var tokens = new Tokens();
        for (String text : texts) {
            wordPiece.tokenize(text, tokens);
            ofTexts.add(pieces(tokens, pieces));
        }
        List<List<Piece>> batches = batches(pieces.values());
        float[][] vectors = new float[pieces.size()][dimension()];
        crew.run("embedding", batches.size(), progress, b -> {
            List<Piece> batch = batches.get(b);
            int width = batch.getFirst().ids.length;
            FloatBuffer states = transformer.run(batch.stream().map(Piece::ids).toList());
            for (int i = 0; i < batch.size(); i++) {
                states.get(i * width * dimension(), vectors[batch.get(i).number]);
            }
        });
        Vectors result = Vectors.zeros(texts.size(), dimension());
        for (int row = 0; row < result.rows(); row++) {
            float[] sum = new float[dimension()];
            for (Piece piece : ofTexts.get(row)) {
                SparseRows.axpy(piece.ids.length, vectors[piece.number], sum);
            }
            Centring.normalise(sum);
            System.arraycopy(sum, 0, result.values(), row * dimension(), dimension());
        }
        return result;
    }

    /// A sequence for the transformer, run once however many texts it occurs in.
    ///
    /// @param number its place among all pieces
    /// @param ids word pieces between the two special ones
    private record Piece(int number, int[] ids) {}

    /// The pieces of one text, new ones added to those `known`.
    private List<Piece> pieces(Tokens tokens, Map<IntBuffer, Piece> known) {
        int count = Math.ceilDiv(tokens.size(), Transformer.LONGEST - 2);
        List<Piece> pieces = new ArrayList<>(count);
        for (int p = 0; p < count; p++) {
            int from = (int) ((long) tokens.size() * p / count);
            int to = (int) ((long) tokens.size() * (p + 1) / count);
            int[] ids = framed(tokens, from, to);
            pieces.add(known.computeIfAbsent(IntBuffer.wrap(ids), _ -> new Piece(known.size(), ids)));
        }
        return pieces;
    }

    private int[] framed(Tokens tokens, int from, int to) {
        int[] ids = new int[to - from + 2];
        ids[0] = wordPiece.first();
        for (int i = from; i < to; i++) {
            ids[i - from + 1] = tokens.id(i);
        }
        ids[ids.length - 1] = wordPiece.last();
        return ids;
    }

    /// Longest first, so that threads end at about the same time.
    private static List<List<Piece>> batches(Collection<Piece> pieces) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.<Piece>comparingInt(piece -> -piece.ids.length).thenComparingInt(Piece::number));
        List<List<Piece>> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int rows = Math.max(1, BATCH_TOKENS / sorted.get(from).ids.length);
            int to = Math.min(sorted.size(), from + rows);
            batches.add(sorted.subList(from, to));
            from = to;
        }
        return batches;
    }

    /// Releases the model's memory.
    @Override
    public void close() {
        transformer.close();
    }
}
