import DelimitedText
import Foundation
import Records
import TestSupport
import Testing

struct DelimitedBufferTests {
    @Test func `texts are quoted where they need to be and read back the same`() throws {
        let rows = [
            ["1", "plain"], ["2", "a,b"], ["3", "say \"hi\""], ["4", "two\nlines"], ["5", ""], ["6", "é"],
        ]
        var buffer = DelimitedBuffer()
        buffer.appendRecord(["id", "text"])
        for row in rows { buffer.appendRecord(row) }
        let file = try ScratchFile(buffer.bytes)
        var read: [[String]] = []
        let faults = try DelimitedFile(.file(file.path)).forEachRecord(requiredCount: 2) { read.append($1) }
        #expect(read == rows && faults.isEmpty)
        #expect(String(decoding: buffer.bytes, as: UTF8.self).contains("2,\"a,b\"\n3,\"say \"\"hi\"\"\"\n"))
    }

    @Test func `a spreadsheet gets no formula, and numbers stay numbers`() {
        var buffer = DelimitedBuffer(style: .spreadsheet)
        buffer.appendRecord(["=1+1", "@x", "-5.2", "+a,b", "plain"])
        buffer.append(-1.25, decimals: 1)
        buffer.endRecord()
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "'=1+1,'@x,-5.2,\"'+a,b\",plain\n-1.2\n")
        #expect(DelimitedBuffer.fileStart(.spreadsheet) == [0xEF, 0xBB, 0xBF])
        #expect(DelimitedBuffer.fileStart(.plain).isEmpty)
    }

    @Test func `numbers that are not finite are empty fields`() {
        var buffer = DelimitedBuffer()
        buffer.append(.nan, decimals: 1)
        buffer.append(.infinity, decimals: 1)
        buffer.append(-3)
        buffer.appendEmpty()
        buffer.endRecord()
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == ",,-3,\n")
    }

    @Test(arguments: [1, 2, 7])
    func `decimals are rounded as printf rounds them, but without a minus before nothing`(decimals: Int) {
        var numbers = SeededNumbers(11)
        var samples: [Double] = [
            0.05, 0.15, 0.25, 0.35, 0.45, 2.5, -0.04, -0.0, 1e15, 1e20, -180, 0.125, 1234567.05,
            .leastNonzeroMagnitude,
        ]
        for _ in 0..<20_000 {
            samples.append(Double.random(in: -200...200, using: &numbers))
            samples.append((Double.random(in: -2000...2000, using: &numbers) * 20).rounded() / 20)
        }
        for number in samples {
            var bytes: [UInt8] = []
            FixedDecimal.append(number, decimals: decimals, to: &bytes)
            let expected = String(format: "%.\(decimals)f", number)
            let isZero = !expected.contains { "123456789".contains($0) }
            #expect(
                String(decoding: bytes, as: UTF8.self)
                    == (isZero ? expected.replacing("-", with: "") : expected))
        }
    }
}
