import Records
import Testing

struct NumberTextTests {
    @Test func `thousands are parted by commas`() {
        #expect([0, 999, 1000, -1_234_567].map(NumberText.count) == ["0", "999", "1,000", "-1,234,567"])
        #expect(NumberText.count(.min) == "-9,223,372,036,854,775,808")
    }

    @Test func `for people a half is rounded away from zero, in files to the even digit as printf does`() {
        #expect([2.25, -2.25, 0.04, -0.04].map { NumberText.decimal($0) } == ["2.3", "-2.3", "0.0", "0.0"])
        #expect([2.25, -2.25].map { FixedDecimal.text($0, decimals: 1) } == ["2.2", "-2.2"])
        #expect(NumberText.decimal(1234.5678, places: 2) == "1234.57")
        for units in -20_000..<20_000 {
            let expected = "\(units < 0 ? "-" : "")\(abs(units) / 10).\(abs(units) % 10)"
            #expect(NumberText.decimal(Double(units) / 10) == expected)
        }
    }

    @Test func `a number that is none is a dash for people and empty in files`() {
        #expect(NumberText.decimal(.nan) == "–" && NumberText.decimal(.infinity) == "–")
        #expect(FixedDecimal.text(.nan, decimals: 1).isEmpty)
    }

    @Test func `a short number has no zeros at its end, and no sign where it is none`() {
        let numbers = [0, 12, 12.5, 12.25, -0.125, 0.075, -0.004, 100, 1e16, 1e300]
        #expect(
            numbers.map { NumberText.short($0, places: 2) } == [
                "0", "12", "12.5", "12.25", "-0.13", "0.08", "0", "100", "1e+16", "1e+300",
            ])
        #expect(NumberText.short(2.95, places: 1) == "3" && NumberText.short(20.4, places: 0) == "20")
    }

    @Test func `signs of XML are written out`() {
        #expect(XMLText.escaped("a<b & \"c\" > 'd'") == "a&lt;b &amp; &quot;c&quot; &gt; &#39;d&#39;")
    }

    @Test func `a share of nothing is a dash`() {
        #expect(NumberText.share(1, of: 0) == "–" && NumberText.wholeShare(0, of: 0) == "–")
        #expect(NumberText.share(1, of: 16) == "6.3 %" && NumberText.wholeShare(1, of: 8) == "13 %")
    }

    @Test func `degrees have seven decimals`() { #expect(DegreeText.of(-76.61) == "-76.6100000") }
}
