import Testing

@testable import Statistics

@Suite struct OrderStatisticsTests {
    @Test func `percentiles are those of the sorted values, in whatever order they are asked`() {
        var random = SeededGenerator(seed: 7)
        for count in [1, 2, 3, 10, 199, 200, 1_000] {
            for spread in [1, 3, 1_000_000] as [UInt64] {
                let values = (0..<count).map { _ in Float(random.next(below: spread)) }
                let sorted = values.sorted()
                var ranking = OrderStatistics(values)
                for share in [0.5, 0.9, 0.95, 0.99, 1, 0.25, 0, 0.9] {
                    let expected = sorted.first { value in
                        Double(sorted.count { $0 <= value }) >= share * Double(count)
                    }
                    #expect(ranking.percentile(share) == expected)
                }
            }
        }
    }

    @Test func `no values have no percentile and no median`() {
        var ranking = OrderStatistics<Float>([])
        #expect(ranking.percentile(0.5) == nil && ranking.median() == nil)
    }

    @Test(arguments: [[4], [4, 1], [4, 1, 9], [7, 4, 1, 9, 9, 2]] as [[Float]])
    func `its median is the median, whatever was asked before`(values: [Float]) {
        var ranking = OrderStatistics(values)
        #expect(ranking.median() == median(values))
        _ = ranking.percentile(0.99)
        #expect(ranking.median() == median(values))
    }

    @Test func `values that are in order already, all alike or in a saw, are ranked too`() {
        let orders: [[Float]] = [
            (0..<5_000).map(Float.init), (0..<5_000).reversed().map(Float.init),
            Array(repeating: 4, count: 5_000), (0..<5_000).map { Float($0 % 2 == 0 ? $0 : 5_000 - $0) },
        ]
        for values in orders {
            var ranking = OrderStatistics(values)
            #expect(ranking.percentile(0.95) == values.sorted()[4_749])
        }
    }
}
