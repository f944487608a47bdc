package org.folkmoot.corpus.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.ZeroShotCoder;

/// A bench as bytes, without the answers' words: a magic number and a version, then sections, each its length, its
/// CRC-32 and its content, big-endian. First what is known of texts and passages, then the vectors of each part. The
/// SHA-256 of the words ties the bench to its answers.
final class BenchFile {
    private static final long MAGIC = 0x464F4C4B424E4348L;
    private static final int VERSION = 2;
    /// The version that saw all languages from one point.
    private static final int WITHOUT_LANGUAGES = 1;

    private final InputStream in;

    BenchFile(InputStream in) {
        this.in = in;
    }

    static void write(Bench bench, OutputStream out) {
        try {
            DataOutputStream to = new DataOutputStream(out);
            to.writeLong(MAGIC);
            to.writeInt(VERSION);
            section(to, index(bench));
            for (CompactRows part : bench.passages().parts()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.values().length + 4 * part.rows() + 4);
                DataOutputStream content = new DataOutputStream(bytes);
                content.writeInt(part.rows());
                for (float scale : part.scales()) {
                    content.writeFloat(scale);
                }
                content.write(part.values());
                section(to, bytes.toByteArray());
            }
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the bench", e);
        }
    }

    private static void section(DataOutputStream to, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        to.writeInt(content.length);
        to.writeInt((int) crc.getValue());
        to.write(content);
    }

    private static byte[] index(Bench bench) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(bytes);
        Background background = bench.background();
        PassageTable passages = bench.passages();
        to.writeLong(bench.seed());
        to.writeInt(passages.dimension());
        ints(to, background.texts().of());
        to.write(digest(background.texts().texts()));
        ints(to, background.group());
        ints(to, background.authors().stance());
        for (int t = 0; t < background.texts().size(); t++) {
            to.writeBoolean(background.authors().quotable()[t]);
            to.writeUTF(background.language().get(t));
            List<Span> personal = background.personal().get(t);
            to.writeInt(personal.size());
            for (Span span : personal) {
                to.writeInt(span.start());
                to.writeInt(span.end());
            }
        }
        ints(to, passages.offsets());
        ints(to, passages.start());
        ints(to, passages.end());
        ints(to, bench.sample());
        origins(to, bench.origins().main());
        to.writeInt(bench.origins().others().size());
        for (var other : bench.origins().others().entrySet()) {
            to.writeUTF(other.getKey());
            origins(to, other.getValue());
        }
        return bytes.toByteArray();
    }

    private static void origins(DataOutputStream to, ZeroShotCoder.Origins origins) throws IOException {
        for (float[] origin : List.of(origins.corpus(), origins.words())) {
            for (float value : origin) {
                to.writeFloat(value);
            }
        }
    }

    private static void ints(DataOutputStream to, int[] values) throws IOException {
        to.writeInt(values.length);
        for (int value : values) {
            to.writeInt(value);
        }
    }

    Bench read(List<String> answers) {
        try {
            DataInputStream from = new DataInputStream(in);
            if (from.readLong() != MAGIC) {
                throw new DamagedBench("these bytes are not a bench");
            }
            int version = from.readInt();
            if (version != VERSION && version != WITHOUT_LANGUAGES) {
                throw new DamagedBench("the bench has version " + version + ", this program reads " + VERSION);
            }
            return new Index(version, section(from), answers).bench(from);
        } catch (EOFException e) {
            throw new DamagedBench("the bench ends too early", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bench", e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DamagedBench("the bench contradicts itself", e);
        }
    }

    private static DataInputStream section(DataInputStream from) throws IOException {
        int length = from.readInt();
        int expected = from.readInt();
        if (length < 0) {
            throw new DamagedBench("a section of the bench has a length below 0: " + length);
        }
        byte[] content = from.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != expected) {
            throw new DamagedBench("a section of the bench has the checksum "
                    + HexFormat.of().toHexDigits((int) crc.getValue()) + " instead of "
                    + HexFormat.of().toHexDigits(expected));
        }
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    /// The first section.
    private record Index(int version, DataInputStream from, List<String> answers) {
        Bench bench(DataInputStream rest) throws IOException {
            long seed = from.readLong();
            int dimension = from.readInt();
            Background background = background();
            int[] offsets = ints();
            int[] start = ints();
            int[] end = ints();
            int[] sample = ints();
            ZeroShotCoder.Origins main = origins(dimension);
            SortedMap<String, ZeroShotCoder.Origins> others = new TreeMap<>();
            for (int left = version == WITHOUT_LANGUAGES ? 0 : from.readInt(); left > 0; left--) {
                others.put(from.readUTF(), origins(dimension));
            }
            List<CompactRows> parts = new ArrayList<>();
            for (int p = 0; p < Math.ceilDiv(background.texts().size(), PassageTable.PART); p++) {
                DataInputStream part = section(rest);
                float[] scales = floats(part, part.readInt());
                parts.add(new CompactRows(dimension, part.readAllBytes(), scales));
            }
            return new Bench(
                    background,
                    new PassageTable(dimension, offsets, start, end, parts),
                    new Origins(main, others),
                    sample,
                    seed);
        }

        private ZeroShotCoder.Origins origins(int dimension) throws IOException {
            return new ZeroShotCoder.Origins(floats(from, dimension), floats(from, dimension));
        }

        private Background background() throws IOException {
            int[] of = ints();
            if (of.length != answers.size()) {
                throw new DamagedBench(
                        "the bench is of " + of.length + " responses, the question has " + answers.size());
            }
            List<String> analysed = new ArrayList<>(of.length);
            for (int r = 0; r < of.length; r++) {
                analysed.add(of[r] < 0 ? "" : answers.get(r));
            }
            DistinctTexts texts = DistinctTexts.of(analysed);
            if (!MessageDigest.isEqual(digest(texts.texts()), from.readNBytes(32))) {
                throw new DamagedBench("the bench is of other answers than those given");
            }
            int[] group = ints();
            int[] stance = ints();
            boolean[] quotable = new boolean[texts.size()];
            List<String> language = new ArrayList<>();
            List<List<Span>> personal = new ArrayList<>();
            for (int t = 0; t < texts.size(); t++) {
                quotable[t] = from.readBoolean();
                language.add(from.readUTF().intern());
                List<Span> spans = new ArrayList<>();
                for (int left = from.readInt(); left > 0; left--) {
                    spans.add(new Span(from.readInt(), from.readInt()));
                }
                personal.add(List.copyOf(spans));
            }
            return new Background(texts, group, List.copyOf(language), personal, new Authors(stance, quotable));
        }

        private int[] ints() throws IOException {
            int[] values = new int[checked(from, from.readInt())];
            for (int i = 0; i < values.length; i++) {
                values[i] = from.readInt();
            }
            return values;
        }
    }

    private static float[] floats(DataInputStream from, int count) throws IOException {
        float[] values = new float[checked(from, count)];
        for (int i = 0; i < count; i++) {
            values[i] = from.readFloat();
        }
        return values;
    }

    /// A number of four-byte values that the section can hold.
    private static int checked(DataInputStream from, int count) throws IOException {
        if (count < 0 || count > from.available() / 4) {
            throw new DamagedBench("a section of the bench cannot hold " + count + " numbers");
        }
        return count;
    }

    private static byte[] digest(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
