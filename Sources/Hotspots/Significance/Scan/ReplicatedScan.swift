import Statistics
import WorkSharing

/// Scans random studies: as many cases as observed, each falling to a location and slice by the expected cases alone
/// (Poisson), or dealt out among the requests (Bernoulli).
///
/// Replication r draws from stream r of the seed, so that neither threads nor batches change an answer.
struct ReplicatedScan: Sendable {
    let scan: ObservedScan
    let jobs: Int

    /// Returns the highest ratio in each replication.
    func highestRatios() -> [Double] {
        let replications = scan.settings.replications
        let draw = CaseDraw(scan.study, model: scan.settings.model)
        return stride(from: 0, to: replications, by: batchLength).flatMap { start in
            let batch = start..<min(replications, start + batchLength)
            return highestRatios(ofCases: drawnCases(for: batch, from: draw), replications: batch.count)
        }
    }

    /// As many replications as keep their cases within 128 MB: all of them, unless the study is large.
    private var batchLength: Int {
        max(16, min(scan.settings.replications, (128 << 20) / (4 * scan.study.cases.count)))
    }

    /// Returns the cases of each location and slice, one after another for all replications of the batch.
    private func drawnCases(for batch: Range<Int>, from draw: CaseDraw) -> [Int32] {
        let cells = scan.study.cases.count
        let drawn = mapSlices(
            count: batch.count, sliceLength: 1, jobs: jobs, makeWorker: { draw },
            body: { draw, slice -> [Int32] in
                let stream = UInt64(batch.lowerBound + slice.lowerBound)
                var generator = SeededGenerator(seed: scan.settings.seed, stream: stream)
                return draw.cases(&generator)
            })
        var interleaved = [Int32](repeating: 0, count: cells * batch.count)
        for (replication, cases) in drawn.enumerated() {
            for (cell, count) in cases.enumerated() { interleaved[cell * batch.count + replication] = count }
        }
        return interleaved
    }

    private func highestRatios(ofCases cases: [Int32], replications: Int) -> [Double] {
        let highest = mapSlices(
            count: scan.study.locations.count, sliceLength: 8, jobs: jobs,
            makeWorker: { ReplicationSums(scan: scan, replications: replications) },
            body: { sums, centers -> [Double] in
                sums.restart()
                for center in centers { sums.scan(around: center, cases: cases) }
                return sums.highest
            })
        return (0..<replications).map { replication in highest.reduce(0) { max($0, $1[replication]) } }
    }
}

/// Draws the cases of random studies.
private enum CaseDraw: Sendable {
    case poisson(AliasTable, total: Int, cells: Int)
    case bernoulli(LabelShuffler)
    case none

    init(_ study: ScanStudy, model: ScanModel) {
        switch model {
        case .poisson:
            self = .poisson(
                AliasTable(weights: study.expected), total: study.totalCases, cells: study.cases.count)
        case .bernoulli:
            let cellOfRequest = study.populationOfCell.enumerated().flatMap { cell, population in
                repeatElement(Int32(cell), count: Int(population))
            }
            self = .bernoulli(
                LabelShuffler(cellOfRequest, places: study.cases.count, marked: study.totalCases))
        }
    }

    /// Returns the cases of each location and slice.
    mutating func cases(_ generator: inout SeededGenerator) -> [Int32] {
        switch self {
        case .poisson(let table, let total, let cells):
            var cases = [Int32](repeating: 0, count: cells)
            for _ in 0..<total { cases[table.draw(from: &generator)] += 1 }
            return cases
        case .none: return []
        case .bernoulli(var shuffler):
            // Taken out while it is changed, or its order would be copied each time.
            self = .none
            shuffler.deal(&generator)
            self = .bernoulli(shuffler)
            return shuffler.cases
        }
    }
}
