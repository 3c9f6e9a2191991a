import Testing

@testable import TableFiles

/// The numbers of workbooks as their cells show them.
struct CellNumberTests {
    @Test(arguments: [
        ("101000000123", "101000000123"), ("2.4000001234E+10", "24000001234"),
        ("39.295000000000002", "39.295"),
        ("-76.614999999999995", "-76.615"), ("39.29", "39.29"), ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"),
        ("1e-3", "0.001"), ("1.7000000000000002", "1.7"), ("5", "5"), ("5.0", "5"),
        ("123456.78900000001", "123456.789"), ("1E+20", "1E+20"), ("word", "word"),
        ("-0.30000000000000004", "-0.3"),
    ])
    func `numbers have the fifteen digits that a spreadsheet keeps`(written: String, text: String) {
        #expect(CellNumber.text(written) == text)
    }

    /// The days are those of `openpyxl.utils.datetime.from_excel`.
    @Test(arguments: [
        ("45352", "2024-03-01"), ("45352.416666666664", "2024-03-01T10:00:00"),
        ("45352.999994212965", "2024-03-01T23:59:59.500"), ("59", "1900-02-28"), ("61", "1900-03-01"),
        ("0.5", "12:00:00"), ("1", "1900-01-01"), ("2958465", "9999-12-31"),
    ])
    func `days keep their time`(written: String, text: String) {
        #expect(CellNumber.date(written, countsFrom1904: false) == text)
    }

    @Test func `days counted from 1904 are told by the workbook`() {
        #expect(CellNumber.date("43890", countsFrom1904: true) == "2024-03-01")
    }

    @Test(arguments: ["-1", "2958466", "x", "nan"])
    func `what no calendar has is no date`(written: String) {
        #expect(CellNumber.date(written, countsFrom1904: false) == nil)
    }

    @Test(arguments: [
        ("yyyy\\-mm\\-dd", true), ("[$-409]m/d/yy h:mm AM/PM;@", true), ("General", false), ("0.00", false),
        ("#,##0\\ \"days\"", false), ("[h]:mm:ss", false), ("mmm\\-yy", true), ("[Red]0", false),
    ])
    func `a format is a date's where it shows days or hours`(code: String, isDate: Bool) {
        #expect(CellStyles.isDate(code: code) == isDate)
    }

    @Test(arguments: [
        ("\"SR-\"0000", "8", "SR-0008"), ("00000", "2134", "02134"), ("00000", "123456", "123456"),
        ("\\S\\R\\-0", "8", "SR-8"), ("[$-409]0000", "8", "0008"), ("0000\"/24\"", "8", "0008/24"),
        ("\"Ward \"0;\"-\"0", "3", "Ward 3"), ("000", "8.0", "008"),
        ("00-000000", "22000001", "22-000001"), ("00-000000", "122000001", "122-000001"),
        ("00-000000", "5", "00-000005"), ("[Red]\"SR\"000000", "22000001", "SR22000001"),
        ("[$SR-409]000000", "22000001", "SR22000001"), ("00\"/\"000000", "22000001", "22/000001"),
        ("[Color5]000-0000", "5551234", "555-1234"),
    ])
    func `an id is what its format shows`(code: String, written: String, text: String) throws {
        #expect(try #require(NumberFace(code: code)).text(written) == text)
    }

    @Test(arguments: [
        "0", "0.00", "#,##0", "\"$\"0", "General", "0%", "0.00E+00", "@", "[Red]0", "[>9]00", "[$$-409]0",
        "0/00", "# ?/?",
    ])
    func `a format that shows digits alone, or calculates, adds nothing`(code: String) {
        #expect(NumberFace(code: code) == nil)
    }

    @Test func `a number that is not whole is shown as it is`() throws {
        let face = try #require(NumberFace(code: "0000"))
        #expect(face.text("8.5") == nil && face.text("-8") == nil && face.text("x") == nil)
    }
}
