import WorkSharing

/// Fills the columns of a ``ClusterGrid``, strip by strip.
struct GridBuilder: Sendable {
    let x: SharedColumn<Double>
    let y: SharedColumn<Double>
    let indices: SharedColumn<Int32>
    let keys: SharedColumn<CellScale.Key>
    let starts: SharedColumn<Int32>
    private let entries: SharedColumn<StripPartition.Entry>
    private let stripStarts: [Int]
    private let scales: [CellScale]

    init(partition: StripPartition, strips: Strips) {
        let count = partition.entries.count
        x = SharedColumn(unwritten: count)
        y = SharedColumn(unwritten: count)
        indices = SharedColumn(unwritten: count)
        keys = SharedColumn(unwritten: count)
        starts = SharedColumn(unwritten: count + 1)
        entries = partition.entries
        stripStarts = partition.starts
        scales = strips.groups.flatMap { [CellScale](repeating: $0.scale, count: $0.strips.count) }
    }

    /// Sorts the points of each strip into its part of the columns and writes its cells to the beginning of that
    /// part.
    /// - Returns: The number of cells in each strip.
    func sortStrips(jobs: Int) -> [Int] {
        mapSlices(
            count: scales.count, sliceLength: 1, jobs: jobs,
            makeWorker: { (sorter: KeySorter(), keys: [CellScale.Key]()) }
        ) { worker, strip in
            let range = stripStarts[strip.lowerBound]..<stripStarts[strip.lowerBound + 1]
            let scale = scales[strip.lowerBound]
            worker.keys.removeAll(keepingCapacity: true)
            for index in range { worker.keys.append(scale.key(x: entries[index].x, y: entries[index].y)) }
            worker.sorter.sort(worker.keys)
            return place(worker.sorter, range)
        }
    }

    private func place(_ sorter: borrowing KeySorter, _ range: Range<Int>) -> Int {
        var cells = 0
        var last: CellScale.Key?
        for (rank, key) in sorter.keys.enumerated() {
            let target = range.lowerBound + rank
            let entry = entries[range.lowerBound + Int(sorter.indices[rank])]
            x[target] = entry.x
            y[target] = entry.y
            indices[target] = entry.index
            guard key != last else { continue }
            keys[range.lowerBound + cells] = key
            starts[range.lowerBound + cells] = Int32(target)
            cells += 1
            last = key
        }
        return cells
    }

    /// Moves the cells of all strips together.
    /// - Returns: The number of cells.
    func closeGaps(_ cellCounts: [Int]) -> Int {
        var count = 0
        for (strip, cells) in cellCounts.enumerated() {
            let source = stripStarts[strip]
            for cell in 0..<cells {
                keys[count + cell] = keys[source + cell]
                starts[count + cell] = starts[source + cell]
            }
            count += cells
        }
        starts[count] = Int32(x.count)
        return count
    }
}
