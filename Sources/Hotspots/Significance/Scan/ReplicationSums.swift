/// One thread's sums over the circles around a location, for all replications of a batch at once: what a circle
/// expects is worked out once, and the cases of all replications lie side by side.
struct ReplicationSums {
    private let scan: ObservedScan
    private let replications: Int
    private var circles = NestedCircles()
    /// The cases before each slice of time, and before the end: slice after slice, each with all replications.
    private var before: [Int32]
    private var expectedBefore: [Double]
    private(set) var highest: [Double]

    init(scan: ObservedScan, replications: Int) {
        self.scan = scan
        self.replications = replications
        before = [Int32](repeating: 0, count: (scan.study.slices + 1) * replications)
        expectedBefore = [Double](repeating: 0, count: scan.study.slices + 1)
        highest = [Double](repeating: 0, count: replications)
    }

    mutating func restart() { for index in highest.indices { highest[index] = 0 } }

    /// Raises the highest ratios by those of the windows around a location.
    mutating func scan(around center: Int, cases: [Int32]) {
        circles.find(
            around: center, in: scan.study, populationLimit: scan.populationLimit,
            radius: scan.settings.radius)
        for index in before.indices { before[index] = 0 }
        for index in expectedBefore.indices { expectedBefore[index] = 0 }
        var start = 0
        for circle in circles.circles {
            for position in start..<circle.count { add(Int(circles.members[position]), cases) }
            start = circle.count
            for span in scan.spans { raise(over: span) }
        }
    }

    private mutating func add(_ location: Int, _ cases: [Int32]) {
        let slices = scan.study.slices
        var expected = 0.0
        for slice in 0..<slices {
            expected += scan.study.expected[location * slices + slice]
            expectedBefore[slice + 1] += expected
        }
        let width = replications
        cases.withUnsafeBufferPointer { cases in
            before.withUnsafeMutableBufferPointer { before in
                // A location's cases are added to each slice boundary after them.
                for slice in 0..<slices {
                    let from = cases.baseAddress.unsafelyUnwrapped + (location * slices + slice) * width
                    for boundary in slice + 1...slices {
                        let sums = before.baseAddress.unsafelyUnwrapped + boundary * width
                        for replication in 0..<width { sums[replication] &+= from[replication] }
                    }
                }
            }
        }
    }

    private mutating func raise(over span: Range<Int>) {
        let expected = expectedBefore[span.upperBound] - expectedBefore[span.lowerBound]
        guard let line = scan.likelihood.line(expecting: expected) else { return }
        guard scan.likelihood.others.isEmpty else { return raise(over: span, line) }
        let width = replications
        before.withUnsafeBufferPointer { before in
            let starts = before.baseAddress.unsafelyUnwrapped + span.lowerBound * width
            let ends = before.baseAddress.unsafelyUnwrapped + span.upperBound * width
            scan.likelihood.table.withUnsafeBufferPointer { table in
                highest.withUnsafeMutableBufferPointer { highest in
                    for replication in 0..<width {
                        let count = ends[replication] &- starts[replication]
                        guard count >= line.fewestCases else { continue }
                        let ratio = table[Int(count)] + Double(count) * line.slope + line.offset
                        if ratio > highest[replication] { highest[replication] = ratio }
                    }
                }
            }
        }
    }

    /// The same for the Bernoulli model, which looks up the requests that are no cases as well.
    private mutating func raise(over span: Range<Int>, _ line: CaseLikelihood.Line) {
        let width = replications
        before.withUnsafeBufferPointer { before in
            let starts = before.baseAddress.unsafelyUnwrapped + span.lowerBound * width
            let ends = before.baseAddress.unsafelyUnwrapped + span.upperBound * width
            scan.likelihood.table.withUnsafeBufferPointer { table in
                scan.likelihood.others.withUnsafeBufferPointer { others in
                    highest.withUnsafeMutableBufferPointer { highest in
                        for replication in 0..<width {
                            let count = ends[replication] &- starts[replication]
                            guard count >= line.fewestCases else { continue }
                            let ratio =
                                table[Int(count)] + others[Int(line.requests &- count)] + line.offset
                            if ratio > highest[replication] { highest[replication] = ratio }
                        }
                    }
                }
            }
        }
    }
}
