package org.folkmoot.corpus.read;

import java.util.regex.Pattern;

/// Words by which headers give away what their column is for, in English, Welsh and German.
final class HeaderWords {
    private HeaderWords() {}

    private static Pattern any(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Best first: the earlier the pattern, the more surely it names the respondent.
    static final Pattern[] RESPONDENT = {
        any(
                "^(respondent|response|participant|submission|respondee|consultee)[ _-]?(id|ref|reference|number|no)\\b.*",
                "^(antwort|teilnehmer|befragten)[ _-]?(id|nummer|nr)\\b.*",
                "^(id|rhif|cyfeirnod)[ _-](yr )?(ymatebydd|ymateb).*",
                "^(rhif|cyfeirnod) (ymateb|cyfeirnod).*"),
        any("^(unique[ _-]?(id|identifier|reference|ref)|user[ _-]?(id|no|number)|record[ _-]?id|case[ _-]?id|reference"
                + "( number)?|ref\\.?( no\\.?)?|themefinder_id|comment[ _-]?id)$"),
        any("^(id|nr|no|no\\.|nummer|rhif|kennung|uuid|key|index)$"),
        any("[ _-]id$", "^id[ _-]"),
    };

    static final Pattern IDENTIFIER = any(
            "e-?mail|e-bost",
            "\\b(first|last|full|your|sur|fore|family|recipient|contact|respondent|user)[ _-]?(first|last)?[ _-]?name\\b",
            "^names?\\b(?! (the|one|two|three|some|any|up))",
            "^(vor|nach|familien)?name$",
            "^(eich )?enw\\b",
            "\\bname of (your|the) (organi[sz]ation|company|business|group)",
            "\\b(organi[sz]ation|company|business)('s)?[ _-]name\\b",
            "^(organi[sz]ation|company)$",
            "enw('r| eich)? sefydliad",
            "name (der|ihrer) organisation",
            "\\b(tele)?phone\\b|\\bmobile( number)?\\b|\\btelefon|\\bff[oô]n",
            "\\bpost ?code\\b|cod post|postleitzahl|\\bplz\\b|\\bzip ?code\\b",
            "\\b(home|postal|street|your|e-?mail|ip)[ _-]?address\\b|^address|cyfeiriad|anschrift",
            "^ipaddress$|\\blatitude\\b|\\blongitude\\b|locationl(at|ong)itude",
            "recipient(last|first)name|recipientemail|externalreference|external(data)?reference",
            "date of birth|geburtsdatum|dyddiad geni",
            "\\bnational insurance\\b|\\bnhs number\\b");

    /// Columns that tools add about the sending, not asked of anybody.
    static final Pattern TECHNICAL = any(
            "^(start|end|completion|recorded|submission|submitted|created|modified|last modified|completed|started|ended)"
                    + "[ _-]?(date|time|at|on|datum)?( ?/ ?time)?$",
            "^(date|time)[ _-]?(submitted|started|completed|created|received|stamp|of submission)?$",
            "^timestamp$|^date ?time$|^moderated$|^zeitstempel$|^startzeit$|^fertigstellungszeit$|^datum$|^dyddiad( cyflwyno)?$|^letzte [äa]nderung",
            "^last modified time$|^amser (dechrau|cwblhau)$",
            "^status$|^progress$|^duration\\b.*|^finished$|^distribution ?channel$|^user ?language$|^recordeddate$",
            "^(startdate|enddate)$|^response ?type$|^collector( id)?$|^tracking link$|^custom data.*|^browser$|^device$",
            "^user ?agent$|^operating system$|^referr?er$|^language$|^sprache$|^iaith$|^score$|^url$|^permalink$",
            "^seed$|^q_.*|^points - .*|^feedback - .*|^(total points|quiz feedback|grade posted time)$",
            "^(fold|split|row|zeile|rhes)( ?(no|number|nr))?$",
            "_(first click|last click|page submit|click count)$");

    /// Columns that analysts have added: their codes must not be read as questions.
    static final Pattern CODED = any(
            "^(n_)?(themes?|codes?|labels?|tags?|topics?|categor(y|ies)|sentiment|stances?)([ _-]?(id|ids|code|codes|list))?$",
            "\\bsentiment\\b|analyst|^coded\\b|\\bcoder\\b|_gold$|^gold\\b|^target_topics$|^themen$|^codierung$|^themâu$");

    static final Pattern PUBLISH = any(
            "\\bpublish|\\bpublication\\b|\\bquot(e|ed|ing)\\b|\\bconfidential|made public|\\bpublic(ly)?\\b.*\\b(response|answer|available)",
            "ver[öo]ffentlich|vertraulich|zitier",
            "\\b(c|g|ch)yhoedd(i|wch|ir|ad)|cyfrinachol|g?yfrinachol|dyfynnu|ddyfynnu");

    /// Headers in which "yes" asks for secrecy.
    static final Pattern SECRECY = any(
            "confidential|\\bnot (be )?(publish|made public)|\\bwithh(o|e)ld|keep .*(private|secret)|\\bredact",
            "vertraulich|nicht .*ver[öo]ffentlich",
            "cyfrinachol|peidio (â|a) chyhoeddi");

    static final Pattern CONSENT = any(
            "\\bconsent|\\bpermission\\b|privacy (notice|policy|statement)|\\bgdpr\\b|data protection|terms and conditions",
            "einwillig|einverstanden|datenschutz",
            "cydsyni|caniat[aâ]|hysbysiad preifatrwydd");

    static final Pattern RESPONDENT_TYPE = any(
            "respond(ing|ed)? (to this [\\w ]+ )?as\\b|\\bin what capacity\\b|\\bcapacity\\b|on behalf of",
            "(type|kind|category) of (respondent|respondee|consultee|organi[sz]ation|stakeholder)",
            "(respondent|stakeholder|consultee|organi[sz]ation)[ _-]?(type|group|category|kind)",
            "best describes (you|your (role|organi[sz]ation|interest))|individual or (an? )?organi[sz]ation",
            "antworten sie als|im namen (von|einer|ihrer)|in welcher (eigenschaft|funktion)|art der (organisation|teilnahme)",
            "ymateb (fel|ar ran)|ar ran sefydliad|math o (ymatebydd|sefydliad)");

    static final Pattern ABOUT_YOU = any(
            "\\bage\\b|\\bage[ _-]?(group|range|band)|how old|\\bgender\\b|\\bsex\\b|\\bethnic|\\bdisab(ility|led)|health condition",
            "\\breligio|\\bfaith\\b|sexual orientation|marital|pregnan|caring responsib|\\bcarer\\b",
            "\\bregion\\b|\\bcountry\\b|\\bnation(ality)?\\b|(where|which [\\w ]+) do you (currently )?live|do you live|\\blocal authority\\b|\\bcounty\\b|\\bcity\\b",
            "\\boccupation\\b|\\bemployment\\b|\\bincome\\b|household|education(al)? level|highest qualification|\\bsector\\b|\\bjob (title|role)\\b",
            "^are you (an?|the)\\b|^do you (work|own|have a|identify)\\b|\\btrust$|^service( type)?\\b|\\bward\\b|\\bdepartment\\b|\\bagency\\b",
            "^alter\\b|altersgruppe|geschlecht|bundesland|wohnort|\\bberuf|familienstand|staatsangeh|behinderung|migrationshintergrund",
            "\\boedran\\b|\\brhyw(edd)?\\b|anabl|ethnig|crefydd|ble (ydych|rydych) chi'n byw|cyfeiriadedd rhywiol|galwedigaeth");

    static final Pattern OPEN = any(
            "\\bwhy\\b|\\bexplain|\\bcomments?\\b|\\bdescribe|\\breasons?\\b|\\btell us|anything else|further (views|information|thoughts)",
            "^what\\b|^how\\b|\\bplease (give|provide|say|state|set out|outline|use this|share|specify|add|write)|\\bfeedback\\b|\\bviews?\\b|\\bsuggest|\\bthoughts\\b",
            "^(response|answer|text|argument|free ?text|message|body|content|letter|submission)$|open[- ]ended|_text$|\\bin your own words",
            "\\bwarum\\b|\\bwieso\\b|begr[üu]nd|erl[äa]uter|anmerkung|kommentar|^was\\b|^wie\\b|beschreib|vorschl[äa]g|sonstiges",
            "\\bpam\\b|eglurwch|esboni|sylwadau|rhowch|rhesymau|disgrifi|^beth\\b|^sut\\b|dywedwch|unrhyw beth arall|awgrym");

    /// Openings of a question that explains the one before it.
    static final Pattern EXPLAINS = any(
            "\\bwhy\\b|\\bexplain|\\breasons?\\b|\\bcomments?\\b|please (give|provide|say|tell|set out|outline|expand|use|add|describe)|tell us more|\\bexpand\\b|further|if (you )?(yes|no|not|agree|disagree|answered|other)|your answer",
            "\\bwarum\\b|begr[üu]nd|erl[äa]uter|anmerkung|kommentar|falls|ihre antwort",
            "\\bpam\\b|eglurwch|esboni|sylwadau|rhesymau|os (ydych|felly|nad)|eich ateb");

    static final Pattern QUESTION = any(
            "^question([ _-]?(text|id|number|no|title|part|label|name))?$|\\bquestion$|^prompt$|^item$|^frage(text)?$|^cwestiwn$");

    static final Pattern ANSWER = any(
            "^(answer|response|comment|reply|text|free ?text|verbatim|value)([ _-]?(text|body|value))?$|\\banswer$|\\bresponse$|^antwort(text)?$|^ateb$|^ymateb$|^sylw(adau)?$");
}
