package org.folkmoot.corpus.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows a spreadsheet's number as its user sees it: dates as dates, `00042` with its zeros, 45 % as `45%`.
///
/// Formats that depend on the reader's country (built-in short dates) are shown as ISO 8601; conditions and
/// colours in formats are not followed: such numbers appear in full.
final class CellFormat {
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(14, "yyyy-mm-dd"),
            Map.entry(15, "d-mmm-yy"),
            Map.entry(16, "d-mmm"),
            Map.entry(17, "mmm-yy"),
            Map.entry(18, "h:mm AM/PM"),
            Map.entry(19, "h:mm:ss AM/PM"),
            Map.entry(20, "h:mm"),
            Map.entry(21, "h:mm:ss"),
            Map.entry(22, "yyyy-mm-dd hh:mm"),
            Map.entry(37, "#,##0"),
            Map.entry(38, "#,##0"),
            Map.entry(39, "#,##0.00"),
            Map.entry(40, "#,##0.00"),
            Map.entry(45, "mm:ss"),
            Map.entry(46, "h:mm:ss"),
            Map.entry(47, "mm:ss"));

    private final String pattern;
    private final boolean date;
    private final @Nullable DecimalFormat decimal;

    private CellFormat(String pattern, boolean date, @Nullable DecimalFormat decimal) {
        this.pattern = pattern;
        this.date = date;
        this.decimal = decimal;
    }

    /// The format with a number of Excel's own, or general.
    static CellFormat builtIn(int id) {
        return of(BUILT_IN.getOrDefault(id, "General"));
    }

    /// The format with a pattern as written in the workbook.
    static CellFormat of(String code) {
        String pattern = code.split(";", 2)[0]
                .replaceAll("\\[\\$([^\\]-]*)[^\\]]*\\]", "\"$1\"")
                .replaceAll("\\[(?![hms])[^\\]]*\\]", "")
                .replace("[h]", "h")
                .replace("[hh]", "hh");
        String bare =
                pattern.replaceAll("\"[^\"]*\"", "").replaceAll("\\\\.", "").toLowerCase(Locale.ROOT);
        if (bare.contains("general") || bare.isBlank() || bare.equals("@")) {
            return new CellFormat("General", false, null);
        }
        if (bare.matches(".*[ymdhs].*")) {
            return new CellFormat(pattern, true, null);
        }
        return new CellFormat(pattern, false, decimal(pattern));
    }

    private static @Nullable DecimalFormat decimal(String pattern) {
        String clean = pattern.replaceAll("_.", "").replaceAll("\\*.", "").replace("\\", "");
        String digits = clean.replaceAll("\"[^\"]*\"", "");
        if (!digits.matches("[^0#?]*[0#?,]+(\\.[0#?]+)?[^0#?]*")) {
            return null;
        }
        try {
            var format = new DecimalFormat(
                    clean.replace('?', '#').replace('"', '\'').replace("''", ""),
                    DecimalFormatSymbols.getInstance(Locale.ROOT));
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// The number written in `raw` as its user sees it; `raw` itself if it is no number.
    String show(String raw, boolean since1904) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (!Double.isFinite(value)) {
            return raw;
        }
        if (date) {
            return date(value, since1904);
        }
        return decimal == null ? general(value) : decimal.format(BigDecimal.valueOf(value));
    }

    /// A number without a format: whole if it is whole, else with at most 15 significant digits.
    static String general(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
        return Math.abs(exact.scale()) > 20 ? exact.toString() : exact.toPlainString();
    }

    private String date(double value, boolean since1904) {
        if (value < 0 || value > 2_958_466) {
            return general(value);
        }
        LocalDateTime moment;
        try {
            long day = (long) Math.floor(value);
            long seconds = Math.round((value - day) * 86_400);
            long shift = since1904 ? 0 : day < 60 ? 1 : 0;
            LocalDateTime zero = since1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
            moment = zero.plusDays(day + shift).plusSeconds(seconds);
        } catch (DateTimeException e) {
            return general(value);
        }
        return show(moment);
    }

    private String show(LocalDateTime moment) {
        boolean noon = pattern.toUpperCase(Locale.ROOT).contains("AM/PM");
        var shown = new StringBuilder();
        boolean minutes = false;
        int i = 0;
        while (i < pattern.length()) {
            char c = Character.toLowerCase(pattern.charAt(i));
            int end = i + 1;
            while (end < pattern.length() && Character.toLowerCase(pattern.charAt(end)) == c) {
                end++;
            }
            int n = end - i;
            switch (c) {
                case 'y' ->
                    shown.append(
                            n <= 2 ? "%02d".formatted(moment.getYear() % 100) : "%04d".formatted(moment.getYear()));
                case 'm' ->
                    shown.append(minutes || secondsFollow(end) ? padded(moment.getMinute(), n) : month(moment, n));
                case 'd' -> shown.append(day(moment, n));
                case 'h' -> shown.append(padded(noon ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), n));
                case 's' -> shown.append(padded(moment.getSecond(), n));
                case '"' -> {
                    int close = pattern.indexOf('"', i + 1);
                    end = close < 0 ? pattern.length() : close + 1;
                    shown.append(pattern, i + 1, Math.max(i + 1, end - 1));
                }
                case '\\' -> {
                    end = Math.min(pattern.length(), i + 2);
                    shown.append(pattern, i + 1, end);
                }
                case 'a' -> {
                    if (pattern.regionMatches(true, i, "AM/PM", 0, 5)) {
                        shown.append(moment.getHour() < 12 ? "AM" : "PM");
                        end = i + 5;
                    }
                }
                case '[', ']', '@', '_', '*' -> {}
                default -> shown.append(pattern, i, end);
            }
            if (Character.isLetter(c)) {
                minutes = c == 'h';
            }
            i = end;
        }
        return shown.toString().strip();
    }

    private boolean secondsFollow(int from) {
        for (int i = from; i < pattern.length(); i++) {
            char c = Character.toLowerCase(pattern.charAt(i));
            if (Character.isLetter(c)) {
                return c == 's';
            }
        }
        return false;
    }

    private static String padded(int value, int digits) {
        return digits >= 2 ? "%02d".formatted(value) : Integer.toString(value);
    }

    private static String month(LocalDateTime moment, int n) {
        return switch (n) {
            case 1, 2 -> padded(moment.getMonthValue(), n);
            case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK);
            default -> moment.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
        };
    }

    private static String day(LocalDateTime moment, int n) {
        return switch (n) {
            case 1, 2 -> padded(moment.getDayOfMonth(), n);
            case 3 -> moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK);
            default -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
        };
    }
}
