package org.folkmoot.corpus.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/// How large the deflated streams of a PDF are when unpacked, told without unpacking them into memory, as PDFBox would.
///
/// They are found by the word `stream` and by nothing that the file says of itself, since a hostile one lies: those of
/// cross-references and of objects are unpacked before anything can be asked. A stream within a stream is counted too.
final class PdfStreams {
    /// A page of A4 in colour, scanned with 600 dots an inch, is 104 MB.
    private static final long OF_ONE = 128L << 20;

    private static final byte[] WORD = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int DEEPEST = 3;

    private final Limits limits;
    private long all;

    private PdfStreams(Limits limits) {
        this.limits = limits;
    }

    /// Signals a stream beyond the limits.
    private static final class Swollen extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Whether they keep within bounds: each within 128 MB, all together within four times what a zipped file may be.
    static boolean areBounded(Path pdf, Limits limits) throws IOException {
        PdfStreams streams = new PdfStreams(limits);
        try (FileChannel channel = FileChannel.open(pdf);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            for (long at = 0; at + WORD.length < bytes.byteSize(); at++) {
                if (isWord(bytes, at)) {
                    streams.count(new Packed(bytes, afterLine(bytes, at + WORD.length)), 1);
                }
            }
            return true;
        } catch (Swollen _) {
            return false;
        }
    }

    private static boolean isWord(MemorySegment bytes, long at) {
        for (int i = 0; i < WORD.length; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at + i) != WORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static long afterLine(MemorySegment bytes, long at) {
        long after = at;
        while (after < bytes.byteSize() && " \r\n".indexOf(bytes.get(ValueLayout.JAVA_BYTE, after)) >= 0) {
            after++;
        }
        return after;
    }

    /// Unpacks and forgets; what is not deflated counts for nothing.
    private void count(InputStream packed, int depth) throws Swollen {
        try (InputStream unpacked = new BufferedInputStream(new Counted(new InflaterInputStream(packed)), 1 << 16)) {
            unpacked.mark(2);
            int head = unpacked.read() << 8 | unpacked.read();
            unpacked.reset();
            if (depth < DEEPEST && head > 0 && (head & 0x0f00) == 0x0800 && head % 31 == 0) {
                count(new Unclosed(unpacked), depth + 1);
            }
            unpacked.transferTo(OutputStream.nullOutputStream());
        } catch (Swollen e) {
            throw e;
        } catch (IOException _) {
            // The end of what can be unpacked.
        }
    }

    private final class Counted extends FilterInputStream {
        private long one;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            one += Math.max(0, n);
            all += Math.max(0, n);
            if (one > OF_ONE || all / 4 > limits.unpackedBytes()) {
                throw new Swollen();
            }
            return n;
        }
    }

    /// Leaves the stream that it reads open.
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    /// The bytes of a file from somewhere on.
    private static final class Packed extends InputStream {
        private final MemorySegment bytes;
        private long at;

        Packed(MemorySegment bytes, long at) {
            this.bytes = bytes;
            this.at = at;
        }

        @Override
        public int read() {
            return at < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, at++) & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int n = (int) Math.min(length, bytes.byteSize() - at);
            if (n <= 0) {
                return -1;
            }
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, buffer, offset, n);
            at += n;
            return n;
        }
    }
}
