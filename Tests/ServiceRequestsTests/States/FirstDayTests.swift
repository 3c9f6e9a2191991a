import Chronology
import Testing
import Wording

@testable import ServiceRequests

struct FirstDayTests {
    private static let day: Int64 = 86_400
    /// Noon on 2 January 2020, and each day after it, the newest first as many exports have them.
    private let usual = Array((0..<1_200).map { (18_263 + Int64($0)) * day + day / 2 }.reversed())

    private func found(_ early: [Int64], before openings: [Int64]) throws -> FirstDay {
        try #require(FirstDay(of: MomentSeconds(openings + early), clock: .utc))
    }

    @Test func `openings of one day after the other begin with the first`() throws {
        let first = try found([], before: usual)
        #expect(first.opening == usual.last && first.early == nil)
        #expect(FirstDay(of: MomentSeconds([TimestampColumn.missing]), clock: .utc) == nil)
        #expect(FirstDay(of: MomentSeconds(), clock: .utc) == nil)
    }

    @Test(arguments: [0, -2_208_988_800, 18_263 * day - 731 * day] as [Int64])
    func `an opening years before all others is told and begins nothing`(moment: Int64) throws {
        let first = try found([moment, TimestampColumn.missing], before: usual)
        #expect(first.opening == usual.last)
        let early = try #require(first.early)
        #expect(early.count == 1 && early.next.description == "2020-01-02")
        #expect(early.warning(of: .series, in: .words).contains("count it in their first period"))
        #expect(!early.warning(of: .series, in: .words).contains("leaves it out"))
        let options = CallerTerms {
            "--\($0)"
        } command: { _ in
            nil
        }
        #expect(early.warning(of: .series, in: options).contains("--since 2020-01-02 leaves it out"))
        #expect(early.warning(of: .times, in: .words).hasSuffix("the test begins there and leaves it out"))
    }

    @Test func `several that stand for no date are told together, and those of two centuries`() throws {
        let many = usual + usual
        #expect(try found([0, 3_600], before: many).early?.count == 2)
        let both = try found([0, -2_208_988_800], before: many)
        #expect(both.opening == usual.last && both.early?.first.description == "1900-01-01")
        #expect(both.early?.count == 2)
    }

    @Test func `a file that is old, or has few rows, begins with its first opening`() throws {
        #expect(try found([0, 1, 2, 3, 4], before: usual).early == nil)
        #expect(try found([0], before: Array(usual.prefix(20))).opening == 0)
        // Less than two years lie between.
        #expect(try found([18_263 * Self.day - 700 * Self.day], before: usual).early == nil)
    }
}
