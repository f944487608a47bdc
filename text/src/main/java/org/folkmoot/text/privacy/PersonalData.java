package org.folkmoot.text.privacy;

import org.folkmoot.text.Span;

/// A place in a text that is likely to tell who somebody is or how to reach them.
public record PersonalData(Kind kind, Span span) {
    /// What kind of personal data it looks like.
    public enum Kind {
        EMAIL("e-mail address"),
        LINK("personal page or handle"),
        PHONE("telephone number"),
        POSTCODE("postcode"),
        ADDRESS("street address"),
        NATIONAL_INSURANCE("National Insurance number"),
        NHS_NUMBER("NHS number"),
        CARD("payment card number"),
        BANK_ACCOUNT("bank account"),
        BIRTH_DATE("date of birth"),
        NAME("name"),
        VEHICLE("vehicle registration");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// For a person to read, lower case but for names.
        public String label() {
            return label;
        }
    }
}
