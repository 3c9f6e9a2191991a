import Geometry
import TestSupport
import Testing

@testable import Geocoding

/// Whatever comes in as text: an answer, whose numbers are numbers.
struct GeocoderRobustnessTests {
    private let town = SmallTown.geocoder()

    private func check(_ line: String) {
        let result = town.geocode(line)
        #expect(result.tieCount <= result.candidates.count)
        #expect((result.status == .match) == (result.match != nil))
        for candidate in result.candidates {
            #expect(candidate.position.longitude.isFinite && candidate.position.latitude.isFinite)
            #expect(candidate.score >= 0 && candidate.score <= 100)
            #expect(candidate.uncertainty > 0 && candidate.uncertainty.isFinite)
            #expect(abs(candidate.position.latitude - 39.3) < 0.1)
        }
    }

    @Test func `random words of streets never break it`() {
        var random = SeededNumbers(11)
        let words = [
            "N", "S", "MAIN", "MAINE", "ST", "AVE", "OAK", "5TH", "FIFTH", "ST", "PAUL", "WILLOW", "LN", "&",
            "AT", "/", "125", "126", "0", "999999999", "45-12", "1/2", "BLOCK", "OF", "BETWEEN", "AND",
            "21201",
            "MARTIN", "LUTHER", "KING", "BLVD", "MLK", "APT", "#", ",", "OLD", "HWY",
        ]
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<12, using: &random)
            check((0..<count).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " "))
        }
    }

    @Test func `any Unicode and long lines never break it`() {
        var random = SeededNumbers(12)
        for _ in 0..<500 {
            var line = String.UnicodeScalarView()
            line.append(contentsOf: "125 N Main St ".unicodeScalars)
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x11000, using: &random)) {
                    line.append(scalar)
                }
            }
            check(String(line))
        }
        check(String(repeating: "125 N MAIN ST & ", count: 6_250))
        check(String(repeating: "9", count: 100_000))
        check("125 \(String(repeating: "N MAIN ", count: 20))ST")
    }
}
