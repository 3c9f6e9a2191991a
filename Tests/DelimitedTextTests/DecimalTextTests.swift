import Foundation
import TestSupport
import Testing

@testable import DelimitedText

struct DecimalTextTests {
    private func read(_ text: String) -> DecimalText? {
        Array(text.utf8).withUnsafeBufferPointer { DecimalText($0) }
    }

    @Test(arguments: [
        ("39", 39, 0), ("-76.6122", -76.6122, 4), ("+1.50", 1.5, 2), (".5", 0.5, 1), ("5.", 5, 0),
        ("0", 0, 0),
        ("-0.0", 0, 1), ("7.39E+01", 73.9, 1), ("1e3", 1000, 0),
        ("-95.123456789012345678901", -95.123456789012345678901, 21),
    ])
    func `a number has the value of strtod and the decimals as written`(
        text: String, value: Double, decimals: Int
    ) {
        #expect(read(text)?.value == value)
        #expect(read(text)?.decimals == decimals)
    }

    @Test(arguments: ["", "-", ".", "1.2.3", "12a", "nan", "inf", "0x10", "1e", "--1", "1 2", "1,5", "e5"])
    func `anything else is no number`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `random decimals equal strtod bit for bit`() {
        var numbers = SeededNumbers(3)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...24, using: &numbers)
            var text = Bool.random(using: &numbers) ? "-" : ""
            let point = Int.random(in: 0...digits, using: &numbers)
            for place in 0..<digits {
                if place == point { text += "." }
                text += String(Int.random(in: 0...9, using: &numbers))
            }
            #expect(read(text)?.value.bitPattern == strtod(text, nil).bitPattern, "\(text)")
        }
    }
}
