import Testing

@testable import ServiceRequests

struct MomentSecondsTests {
    @Test func `moments come back as they were given, however far off they lie`() {
        let near: [Int64] = [0, 1_700_000_000, TimestampColumn.missing, -31_536_000, 4_263_431_294]
        for moments in [near, near + [4_263_431_295], near + [-31_536_001], [.max], [], [.min]] {
            var column = MomentSeconds(moments)
            #expect(Array(column) == moments)
            for row in moments.indices {
                column[row] = -9_000_000_000
                #expect(column[row] == -9_000_000_000)
                column[row] = moments[row]
            }
            #expect(column == MomentSeconds(moments))
        }
    }

    @Test func `rows that are left close up`() {
        for far in [[], [Int64.max]] as [[Int64]] {
            var column = MomentSeconds([10, 20, TimestampColumn.missing, 40] + far)
            column.keep([1, 2])
            #expect(Array(column) == [20, TimestampColumn.missing])
        }
    }

    @Test func `counts and last moments are those that each moment by itself gives`() {
        let near: [Int64] = [0, 1_700_000_000, TimestampColumn.missing, -31_536_000, 4_263_431_294, 40]
        let bounds: [Int64] = [
            .min + 1, -31_536_002, -31_536_001, -31_536_000, -1, 0, 40, 4_263_431_294, .max,
        ]
        for moments in [near, near + [4_263_431_295, -31_536_001], [], [.min]] {
            let column = MomentSeconds(moments)
            let known = moments.filter { $0 != TimestampColumn.missing }
            for last in bounds {
                #expect(column.latest(until: last) == known.filter { $0 <= last }.max())
                for first in bounds where first <= last {
                    #expect(column.count(in: first...last) == known.count { (first...last).contains($0) })
                }
            }
            #expect(column.latest() == known.max())
        }
    }
}
