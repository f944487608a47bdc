package org.folkmoot.corpus.write;

/// The fixed XML of a workbook.
final class WorkbookParts {
    static final int HEADER = 1;
    static final int TEXT = 2;
    static final int WRAPPED = 3;
    static final int DECIMAL = 4;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String TYPES = XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SPREADSHEET + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + SPREADSHEET + "styles+xml\"/>%s</Types>";

    static final String RELATIONS = XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "</Relationships>";

    static final String WORKBOOK =
            XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">" + "<sheets>%s</sheets></workbook>";

    static final String WORKBOOK_RELATIONS = XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"styles\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>%s</Relationships>";

    static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Arial\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Arial\"/></font></fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7ECEF\"/></patternFill></fill></fills>"
            + "<borders count=\"2\"><border/><border><left/><right/><top/>"
            + "<bottom style=\"thin\"><color rgb=\"FF1F4E5F\"/></bottom><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf xfId=\"0\"/>"
            + "<xf xfId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"/>"
            + "<xf xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
            + "<xf xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf xfId=\"0\" numFmtId=\"2\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
            + "</cellXfs></styleSheet>";

    static final String SHEET_START = XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews>"
            + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "</sheetView></sheetViews>";

    static final String SHEET_END = "</worksheet>";

    private WorkbookParts() {}

    static String sheetType(int number) {
        return "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + SPREADSHEET
                + "worksheet+xml\"/>";
    }

    static String sheetRelation(int number) {
        return "<Relationship Id=\"sheet" + number + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet"
                + number + ".xml\"/>";
    }

    static String sheet(int number, String name) {
        return "<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"sheet" + number + "\"/>";
    }
}
