import WorkSharing

/// A window with the ratio of its cases.
struct ScanWindow: Sendable {
    var ratio: Double
    var center: Int
    var circle: NestedCircles.Circle
    var span: Range<Int>
    var members: [Int32]
    var cases: Int
    var expected: Double
}

/// Looks for the window with the highest ratio among the cases that were observed.
struct ObservedScan: Sendable {
    let study: ScanStudy
    let settings: ScanSettings
    let likelihood: CaseLikelihood
    let spans: [Range<Int>]
    let populationLimit: Double

    init(study: ScanStudy, settings: ScanSettings) {
        self.study = study
        self.settings = settings
        likelihood = CaseLikelihood(
            totalCases: study.totalCases, population: study.populationOfCell.reduce(0, +),
            model: settings.model, minimumCases: settings.minimumCases)
        spans = settings.spans(of: study.slices)
        // The sum over one circle may differ from the sum over all by rounding; half of all is within the limit.
        populationLimit = study.population.reduce(0, +) * settings.populationShare * (1 + 1e-12)
    }

    /// Returns the best window that holds no blocked location, or `nil` where none has more cases than expected.
    ///
    /// Of equal ones the first is taken: by centre, then by radius, then by span.
    func best(avoiding blocked: [Bool], jobs: Int) -> ScanWindow? {
        let found = mapSlices(
            count: study.locations.count, sliceLength: 16, jobs: jobs,
            makeWorker: { NestedCircles() },
            body: { circles, centers -> ScanWindow? in
                var best: ScanWindow?
                for center in centers where !blocked[center] {
                    circles.find(
                        around: center, in: study, populationLimit: populationLimit, radius: settings.radius)
                    improve(&best, center: center, circles, avoiding: blocked)
                }
                return best
            })
        return found.reduce(nil) { best, next in
            guard let next, next.ratio > best?.ratio ?? 0 else { return best }
            return next
        }
    }

    private func improve(
        _ best: inout ScanWindow?, center: Int, _ circles: NestedCircles, avoiding blocked: [Bool]
    ) {
        var cases = [Int](repeating: 0, count: study.slices)
        var expected = [Double](repeating: 0, count: study.slices)
        var start = 0
        for circle in circles.circles {
            for member in circles.members[start..<circle.count] {
                if blocked[Int(member)] { return }
                for slice in 0..<study.slices {
                    cases[slice] += study.cases[Int(member) * study.slices + slice]
                    expected[slice] += study.expected[Int(member) * study.slices + slice]
                }
            }
            start = circle.count
            for span in spans {
                let count = cases[span].reduce(0, +)
                let mean = expected[span].reduce(0, +)
                guard let line = likelihood.line(expecting: mean) else { continue }
                let ratio = likelihood.ratio(cases: Int32(count), on: line)
                guard ratio > best?.ratio ?? 0 else { continue }
                best = ScanWindow(
                    ratio: ratio, center: center, circle: circle, span: span,
                    members: Array(circles.members[..<circle.count]), cases: count, expected: mean)
            }
        }
    }
}
