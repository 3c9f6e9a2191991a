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

    /// Returns the best windows of which no two share a location, the best first.
    ///
    /// Of equal ones the first is taken: by centre, then by radius, then by span.
    ///
    /// A window takes locations from the others. The best one around a centre stays what it is as long as it keeps all of
    /// its locations, so that only the other centres are looked at again.
    func windowsWithoutOverlap(jobs: Int) -> [ScanWindow] {
        var blocked = [Bool](repeating: false, count: study.locations.count)
        var windows: [ScanWindow] = []
        var best = bestWindows(around: Array(study.locations.indices), avoiding: blocked, jobs: jobs)
        while windows.count < settings.clusters {
            let highest = best.reduce(nil) { (highest: ScanWindow?, next) in
                guard let next, next.ratio > highest?.ratio ?? 0 else { return highest }
                return next
            }
            guard let highest else { break }
            windows.append(highest)
            for member in highest.members { blocked[Int(member)] = true }
            let changed = best.indices.filter { best[$0]?.members.contains { blocked[Int($0)] } ?? false }
            let found = bestWindows(around: changed, avoiding: blocked, jobs: jobs)
            for (center, window) in zip(changed, found) { best[center] = window }
        }
        return windows
    }

    /// Returns for each of some centres its best window that holds no blocked location, or `nil` where none has more cases
    /// than expected.
    private func bestWindows(around centers: [Int], avoiding blocked: [Bool], jobs: Int) -> [ScanWindow?] {
        mapSlices(
            count: centers.count, sliceLength: 16, jobs: jobs,
            makeWorker: { NestedCircles() },
            body: { circles, slice -> [ScanWindow?] in
                centers[slice].map { center in
                    guard !blocked[center] else { return nil }
                    circles.find(
                        around: center, in: study, populationLimit: populationLimit, radius: settings.radius)
                    return bestWindow(around: center, circles, avoiding: blocked)
                }
            }
        ).flatMap(\.self)
    }

    private func bestWindow(
        around center: Int, _ circles: NestedCircles, avoiding blocked: [Bool]
    ) -> ScanWindow? {
        /// The cases before each slice of time, and before the end.
        var casesBefore = [Int32](repeating: 0, count: study.slices + 1)
        var expectedBefore = [Double](repeating: 0, count: study.slices + 1)
        var best: (ratio: Double, circle: NestedCircles.Circle, span: Range<Int>)?
        var start = 0
        for circle in circles.circles {
            for member in circles.members[start..<circle.count] {
                if blocked[Int(member)] { return window(best, center: center, circles) }
                var (cases, expected) = (Int32(0), 0.0)
                for slice in 0..<study.slices {
                    cases += Int32(study.cases[Int(member) * study.slices + slice])
                    expected += study.expected[Int(member) * study.slices + slice]
                    casesBefore[slice + 1] += cases
                    expectedBefore[slice + 1] += expected
                }
            }
            start = circle.count
            for span in spans {
                let count = casesBefore[span.upperBound] - casesBefore[span.lowerBound]
                guard count >= settings.minimumCases else { continue }
                let mean = expectedBefore[span.upperBound] - expectedBefore[span.lowerBound]
                guard let line = likelihood.line(expecting: mean) else { continue }
                let ratio = likelihood.ratio(cases: count, on: line)
                if ratio > best?.ratio ?? 0 { best = (ratio, circle, span) }
            }
        }
        return window(best, center: center, circles)
    }

    private func window(
        _ best: (ratio: Double, circle: NestedCircles.Circle, span: Range<Int>)?, center: Int,
        _ circles: NestedCircles
    ) -> ScanWindow? {
        guard let best else { return nil }
        let members = Array(circles.members[..<best.circle.count])
        var (cases, expected) = (0, 0.0)
        for member in members {
            for slice in best.span {
                cases += study.cases[Int(member) * study.slices + slice]
                expected += study.expected[Int(member) * study.slices + slice]
            }
        }
        return ScanWindow(
            ratio: best.ratio, center: center, circle: best.circle, span: best.span, members: members,
            cases: cases, expected: expected)
    }
}
