package org.folkmoot.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/// The text of an e-mail's body: its plain part, or its HTML part without tags; headers are left out, because they
/// name people, and attachments are not read.
///
/// @param unread attachments; pictures are not counted, as signatures are full of them
record MailText(String words, int unread) {
    private static final Pattern UNSEEN = Pattern.compile(
            "<!--.*?-->|<(script|style|head)\\b.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAKS =
            Pattern.compile("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

    static MailText of(Path path, Limits limits) throws IOException, Unreadable {
        var config = MimeConfig.custom()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderCount(2000)
                .setMaxHeaderLen(1 << 18)
                .setMaxContentLen(limits.cellChars() * 8L)
                .build();
        var stream = new MimeTokenStream(config);
        String plain = null;
        String html = null;
        int unread = 0;
        int parts = 0;
        try (InputStream in = Files.newInputStream(path)) {
            stream.parse(in);
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_OF_STREAM && parts < 1000;
                    state = stream.next()) {
                if (state != EntityState.T_BODY) {
                    continue;
                }
                parts++;
                BodyDescriptor about = stream.getBodyDescriptor();
                String type = about.getMimeType().toLowerCase(Locale.ROOT);
                if (type.equals("text/plain") && plain == null) {
                    plain = body(stream, about, limits);
                } else if (type.equals("text/html") && html == null) {
                    html = body(stream, about, limits);
                } else if (!type.equals("text/html") && !type.startsWith("image/") && !type.endsWith("-signature")) {
                    unread++;
                }
            }
        } catch (MimeException | RuntimeException e) {
            throw Letters.unreadable(path, "damaged", "the e-mail is damaged or was cut off", "export it again", e);
        }
        if (plain != null && !plain.isBlank()) {
            return new MailText(plain, unread);
        }
        return new MailText(html == null ? "" : words(html), unread);
    }

    private static String body(MimeTokenStream stream, BodyDescriptor about, Limits limits) throws IOException {
        try (InputStream in = stream.getDecodedInputStream()) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.cellChars() * 4L));
            String text = new String(bytes, charset(about.getCharset()));
            return text.replace("\r\n", "\n");
        }
    }

    private static Charset charset(@Nullable String name) {
        try {
            boolean ascii = name == null || name.equalsIgnoreCase("us-ascii");
            return ascii ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /// What a reader of the HTML sees, with line ends where blocks end.
    static String words(String html) {
        String lines = BREAKS.matcher(UNSEEN.matcher(html).replaceAll("").replaceAll("\\s+", " "))
                .replaceAll("\n");
        String bare = TAG.matcher(lines).replaceAll("");
        return ENTITY.matcher(bare)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(character(m.group(1), m.group())))
                .replaceAll(" *\n *", "\n")
                .strip();
    }

    private static String character(String name, String whole) {
        if (name.charAt(0) == '#') {
            boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : whole;
        }
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            case "pound" -> "£";
            case "euro" -> "€";
            case "ndash" -> "–";
            case "mdash" -> "—";
            case "rsquo" -> "’";
            case "lsquo" -> "‘";
            case "rdquo" -> "”";
            case "ldquo" -> "“";
            case "hellip" -> "…";
            default -> whole;
        };
    }
}
