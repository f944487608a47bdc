package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfStreamsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final Limits SMALL = new Limits(1_000, 50, 100_000, 10_000, 5, MEGABYTE, 50, 10, 3);

    @TempDir
    Path folder;

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Path pdf(byte[]... streams) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        for (byte[] stream : streams) {
            out.writeBytes("1 0 obj << /Filter /FlateDecode >> stream\r\n".getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(stream);
            out.writeBytes("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        }
        return Files.write(folder.resolve("a.pdf"), out.toByteArray());
    }

    @Test
    void streamsWithinBoundsPass() throws IOException {
        byte[] one = deflated(new byte[MEGABYTE]);
        assertThat(PdfStreams.areBounded(pdf(one, one, one), SMALL)).isTrue();
        assertThat(PdfStreams.areBounded(pdf("not deflated".getBytes(StandardCharsets.US_ASCII)), SMALL))
                .isTrue();
    }

    @Test
    void streamsAreBoundedTogether() throws IOException {
        byte[] one = deflated(new byte[MEGABYTE]);
        assertThat(PdfStreams.areBounded(pdf(one, one, one, one, one), SMALL)).isFalse();
    }

    @Test
    void oneStreamIsBounded() throws IOException {
        assertThat(PdfStreams.areBounded(pdf(deflated(new byte[129 * MEGABYTE])), Limits.DEFAULT))
                .isFalse();
    }

    @Test
    void streamInsideAStreamIsSeen() throws IOException {
        byte[] inner = deflated(new byte[129 * MEGABYTE]);
        assertThat(PdfStreams.areBounded(pdf(deflated(inner)), Limits.DEFAULT)).isFalse();
    }

    @Test
    void brokenStreamEndsWhereItBreaks() throws IOException {
        byte[] cut = java.util.Arrays.copyOf(deflated(new byte[MEGABYTE]), 100);
        assertThat(PdfStreams.areBounded(pdf(cut), SMALL)).isTrue();
    }
}
