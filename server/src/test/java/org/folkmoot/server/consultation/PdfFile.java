package org.folkmoot.server.consultation;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// A PDF as PDFBox reads it.
///
/// @param tags types of its structure elements, in reading order
/// @param text without white space and the numbers of pages
record PdfFile(String title, String subject, String language, List<String> tags, String text) {
    static PdfFile of(byte[] bytes) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            List<String> tags = new ArrayList<>();
            tags(Objects.requireNonNull(pdf.getDocumentCatalog().getStructureTreeRoot()), tags);
            return new PdfFile(
                    pdf.getDocumentInformation().getTitle(),
                    pdf.getDocumentInformation().getSubject(),
                    pdf.getDocumentCatalog().getLanguage(),
                    tags,
                    withoutSpace(new WithoutMargin().getText(pdf)));
        }
    }

    /// Leaves out what stands in the lower margin: a paragraph may go on over the end of its page.
    private static final class WithoutMargin extends PDFTextStripper {
        /// 20 mm in points.
        private static final double MARGIN = 56.6;

        @Override
        protected void processTextPosition(TextPosition text) {
            if (text.getYDirAdj() < text.getPageHeight() - MARGIN) {
                super.processTextPosition(text);
            }
        }
    }

    static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static void tags(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags(element, tags);
            }
        }
    }

    long count(String tag) {
        return tags.stream().filter(tag::equals).count();
    }

    /// What veraPDF, an independent validator, finds against PDF/UA-1.
    static List<String> violations(byte[] bytes) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(one -> one.getStatus() != TestAssertion.Status.PASSED)
                    .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
                    .toList();
        }
    }
}
