import TestSupport
import Testing

@testable import AddressParsing

/// Whatever comes in as text: no crash, at least one reading, spans within the line.
struct AddressParserRobustnessTests {
    private let parser = AddressParser()

    private func check(_ line: String) {
        let parsed = parser.parse(line)
        #expect(!parsed.readings.isEmpty)
        let count = Int32(line.utf8.count)
        for reading in parsed.readings {
            var spans = reading.streets.map(\.written.whole)
            spans += [reading.written.city, reading.written.state, reading.written.zip]
            if let number = reading.number { spans.append(number.span) }
            if let unit = reading.unit { spans += [unit.typeSpan, unit.idSpan] }
            for span in spans { #expect(span.lower >= 0 && span.lower <= span.upper && span.upper <= count) }
        }
        #expect(parsed.jsonLine.hasPrefix("{\"input\":"))
    }

    @Test func `random words of the postal tables never break it`() {
        var random = SeededNumbers(7)
        let words = [
            "N", "ST", "AVE", "12", "5TH", "&", "#", "@", "/", "-", ",", "BOX", "PO", "RR", "HWY", "US",
            "STATE", "I",
            "APT", "FL", "BLOCK", "OF", "CORNER", "BETWEEN", "AND", "NEW", "YORK", "NY", "97301", "45-12",
            "N6W2", "1/2",
            "OLD", "SAINT", "TWENTY", "FIRST", "ONE", "REAR", "LOT", "C/O", "(", ")", "A", "B", "USA",
            "UNITED", "STATES",
        ]
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<14, using: &random)
            let line = (0..<count).compactMap { _ in words.randomElement(using: &random) }
            check(line.joined(separator: Bool.random(using: &random) ? " " : ""))
        }
    }

    @Test func `mutated addresses and any Unicode never break it`() {
        var random = SeededNumbers(8)
        let base = Array("W156 N8480 Pilgrim Rd Apt 4-B, Menomonee Falls, WI 53051-1234".unicodeScalars)
        for _ in 0..<3_000 {
            var scalars = base
            for _ in 0..<Int.random(in: 1..<12, using: &random) {
                let at = Int.random(in: 0..<scalars.count, using: &random)
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x11000, using: &random)) {
                    scalars[at] = scalar
                }
            }
            var line = String.UnicodeScalarView()
            line.append(contentsOf: scalars.prefix(Int.random(in: 0...scalars.count, using: &random)))
            check(String(line))
        }
    }

    @Test func `a long line is not read`() {
        #expect(
            parser.parse(String(repeating: "1 MAIN ST ", count: 10_000)).best.kind == .unplaceable(.tooLong))
        #expect(parser.parse(String(repeating: "A ", count: 60)).best.kind == .unplaceable(.tooLong))
        check(String(repeating: "9", count: 900))
        check(String(repeating: "é", count: 400))
    }

    @Test func `the same line gives the same readings`() {
        for line in ["100 N Main St", "A & B", "12 Elm Rd Albany New York 12205"] {
            #expect(parser.parse(line).readings == AddressParser().parse(line).readings)
        }
    }
}
