package org.folkmoot.text.privacy;

/// Check digits of numbers that identify people and cards.
final class CheckDigits {
    private CheckDigits() {}

    /// Luhn's sum over all digits (ISO/IEC 7812-1, annex B).
    static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = 2 * digit;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /// Weights 10 … 2 over nine digits, modulo 11, against the tenth (NHS data dictionary, NHS NUMBER).
    static boolean isNhsNumber(CharSequence digits) {
        if (digits.length() != 10) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return (check == 11 ? 0 : check) == digits.charAt(9) - '0';
    }
}
