package org.folkmoot.text.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All people, numbers and addresses here are invented; numbers lie in ranges kept free for that.
class PersonalDataFinderTest {
    private static List<String> found(String text) {
        return PersonalDataFinder.find(text).stream()
                .map(finding -> finding.kind() + " " + finding.span().of(text))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to m.o'hara@example.org, please|EMAIL m.o'hara@example.org",
                "follow @jane_doe99 there|LINK @jane_doe99",
                "see https://www.facebook.com/ada.price.9 for photos|LINK https://www.facebook.com/ada.price.9",
                "ring 07700 900123 after six|PHONE 07700 900123",
                "Tel: 020 7946 0456.|PHONE 020 7946 0456",
                "(0117) 496 0123 is mine|PHONE (0117) 496 0123",
                "+44 7700 900456 works too|PHONE +44 7700 900456",
                "meine Nummer ist 0221 4567890|PHONE 0221 4567890",
                "near SW1A 1AA in fact|POSTCODE SW1A 1AA",
                "we are at cf10 3nb now|POSTCODE cf10 3nb",
                "at 12 Acacia Avenue since 1990|ADDRESS 12 Acacia Avenue",
                "from 4b Old Mill Lane, Leeds|ADDRESS 4b Old Mill Lane",
                "yn 7 Heol y Parc, Bangor|ADDRESS 7 Heol y Parc",
                "wohne Lindenweg 4, 50667 Köln|ADDRESS Lindenweg 4, 50667 Köln",
                "my NI number AB 12 34 56 C is|NATIONAL_INSURANCE AB 12 34 56 C",
                "the temporary one, TN 21 43 65 B, was lost|NATIONAL_INSURANCE TN 21 43 65 B",
                "NHS no. 943 476 5919 again|NHS_NUMBER 943 476 5919",
                "card 4111 1111 1111 1111 was charged|CARD 4111 1111 1111 1111",
                "I was born on the 3rd of May 1962 in Hull|BIRTH_DATE born on the 3rd of May 1962",
                "DOB: 03/05/1962, retired|BIRTH_DATE 03/05/1962",
                "my van LB12 KXY was towed|VEHICLE LB12 KXY",
                "My name is Ada Pritchard and I run|NAME Ada Pritchard",
                "my name is ada and i run|NAME ada",
                "I am Jane Smith, a nurse|NAME Jane Smith",
                "I'm Jo van der Berg from Hove|NAME Jo van der Berg",
                "Fy enw i yw Rhiannon Rees.|NAME Rhiannon Rees",
                "Ich heiße Petra Lang.|NAME Petra Lang",
                "as Mrs. Okoro told us|NAME Okoro",
                "Dear Susan, thank you|NAME Susan",
                "Close it. Regards, Tom Ellis|NAME Tom Ellis",
                "Yn gywir, Gwen ap Huw|NAME Gwen ap Huw",
                "Please do not close it. Liz Cooper|NAME Liz Cooper",
                "They sent it to me in plain text. – Anna Example|NAME Anna Example",
                "We would be happy to help. - Anna Example.|NAME Anna Example",
                "keep the branch open please — Anna B. Example|NAME Anna B. Example",
                "Scrap the whole idea! -Anna Example|NAME Anna Example",
                "It took five months to answer - Siân ap Huw|NAME Siân ap Huw"
            })
    void personalDataIsFlaggedInItsPlace(String text, String expected) {
        assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live at 12 Acacia Avenue, Nether Barton, Gwernshire, CF99 9ZZ and object.|12 Acacia Avenue, Nether Barton, Gwernshire, CF99 9ZZ",
                "12 Acacia Avenue#Nether Barton#Gwernshire#CF99 9ZZ|12 Acacia Avenue#Nether Barton#Gwernshire#CF99 9ZZ",
                "12 Acacia Avenue Nether Barton CF99 9ZZ|12 Acacia Avenue Nether Barton CF99 9ZZ",
                "12 Acacia Avenue,CF99 9ZZ|12 Acacia Avenue,CF99 9ZZ",
                "We are at Flat 2b, Rose House, 12 Acacia Avenue, Stoke-under-Elm, CF99 9ZZ.|Flat 2b, Rose House, 12 Acacia Avenue, Stoke-under-Elm, CF99 9ZZ",
                "at Flat 3, 12 Acacia Avenue since May|Flat 3, 12 Acacia Avenue",
                "we farm at Elm Farm, Church Lane, Nether Barton, CF99 9ZZ|Elm Farm, Church Lane, Nether Barton, CF99 9ZZ",
                "7 Heol y Parc, Gwernant, Sir Gwern, CF99 9ZZ|7 Heol y Parc, Gwernant, Sir Gwern, CF99 9ZZ",
                "Lindenweg 4#50667 Köln|Lindenweg 4#50667 Köln"
            })
    void wholeAddressesAreFlagged(String text, String address) {
        assertThat(found(text.replace('#', '\n'))).containsExactly("ADDRESS " + address.replace('#', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We met in Nether Barton, Gwernshire, CF99 9ZZ.|POSTCODE CF99 9ZZ",
                "12 Acacia Avenue is empty. The shop at CF99 9ZZ is not.|ADDRESS 12 Acacia Avenue;POSTCODE CF99 9ZZ",
                "12 Acacia Avenue, which is far from CF99 9ZZ|ADDRESS 12 Acacia Avenue;POSTCODE CF99 9ZZ",
                "Jane Roe#12 Acacia Avenue#Nether Barton#Gwernant#Gwernshire#CF99 9ZZ|NAME Jane Roe;ADDRESS 12 Acacia Avenue#Nether Barton#Gwernant#Gwernshire#CF99 9ZZ"
            })
    void addressesReachAsFarAsTheyAreOne(String text, String expected) {
        assertThat(found("Please think again.\n" + text.replace('#', '\n')))
                .containsExactly(expected.replace('#', '\n').split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Keep the pool open, thank you - Jane Roe|NAME Jane Roe",
                "We want the pool back.- Jane Roe|NAME Jane Roe",
                "KEEP THE POOL OPEN - Jane Roe|NAME Jane Roe",
                "keep the pool open – Jane Roe, parent governor.|NAME Jane Roe",
                "keep the pool open – Jane Roe (mother of two)|NAME Jane Roe"
            })
    void nameAfterADashAtTheEndIsASignature(String text, String expected) {
        assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we need more trains - now",
                "WE NEED MORE TRAINS -NOT FEWER TRAINS",
                "there are trains from Barton - Merthyr Gwern",
                "we need trains to the valleys - Merthyr Gwern, and buses too",
                "my choice is - Option B",
                "the shop is open - Monday to Friday",
                "Section 12(3) of the Act",
                "it costs £1,200,000 by 2030",
                "the A12 road and junction 3 of the M25",
                "in 2019, 2020 and 2021",
                "open from 9.30 to 17.45",
                "Dear Sir or Madam,",
                "I am Welsh",
                "I am British Asian and proud",
                "12 High Court judges sat",
                "with regards to parking policy",
                "Thank you NHS",
                "I miss Wales",
                "No 10 refused",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
                "version 1.2.3.4",
                "100 000 000 people",
                "on 12-05-21 it rained",
                "Keep Post Offices Open",
                "a local born and bred",
                "Less CO2 5kg at a time",
                "B6 4th exit",
                "see https://www.example.org/page?x=12345678901",
                "meet @ home",
                "The dog, 3 cats",
                "on 04/10/21 1345 I waited",
                "Das ist schlimm. Schlechte Lösung.",
                "10 per cent of 1000000 homes",
                "Q3 2nd part",
                "the line from Cardiff – Merthyr Tydfil",
                "open Monday - Friday",
                "a good start – Well Done",
                "the worst of all - Anna",
                "I prefer the second plan - North Road",
                "it is late - Always Late.",
                "mother-in-law Anna",
                "pick one - Option B"
            })
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void severalFindingsComeInOrder() {
        String text = """
                Dear Mr Okoro,
                please stop the scheme. My number is 07700 900321 and I live at 3 Mill Row, CF10 3NB.
                Kind regards,
                J. P. Morris""";
        assertThat(found(text))
                .containsExactly(
                        "NAME Mr Okoro", "PHONE 07700 900321", "ADDRESS 3 Mill Row, CF10 3NB", "NAME J. P. Morris");
    }

    @Test
    void sortCodeAndAccountAreFound() {
        assertThat(found("sort code 12-34-56 account 12345678"))
                .containsExactly("BANK_ACCOUNT 12-34-56", "BANK_ACCOUNT 12345678");
    }

    @Test
    void aSpanIsTaintedByAnyOverlap() {
        List<PersonalData> findings = PersonalDataFinder.find("Call 07700 900123 today. Thank you.");
        assertThat(PersonalDataFinder.isIn(findings, new Span(0, 7))).isTrue();
        assertThat(PersonalDataFinder.isIn(findings, new Span(25, 35))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9434765919, true", "9434765918, false", "4010232137, true", "943476591, false"})
    void nhsNumbersHaveACheckDigit(String digits, boolean valid) {
        assertThat(CheckDigits.isNhsNumber(digits)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"4111111111111111, true", "4111111111111112, false", "79927398713, true", "5500005555555559, true"})
    void cardsHaveACheckDigit(String digits, boolean valid) {
        assertThat(CheckDigits.isLuhn(digits)).isEqualTo(valid);
    }
}
