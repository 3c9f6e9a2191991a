import Geometry
import PageLanguage

/// Where each block of the panel stands.
struct PanelLayout {
    var placed: [(block: PanelBlock, box: PageBox)]
    /// Whether all blocks have room without covering one another.
    var fits = true
    static let gap = 13.0
    static let columnGap = 20.0

    /// One column, its left-over height spread: first to a picture of where the area lies, then between the blocks.
    static func stacked(_ sheet: MapSheet, in frame: PageBox, _ text: TextSetter) -> PanelLayout {
        let measure = PanelMeasure(sheet: sheet, text: text)
        var blocks = sheet.panelBlocks(withFigures: true).map {
            ($0, measure.height(of: $0, width: frame.width))
        }
        let used = blocks.reduce(0) { $0 + $1.1 } + gap * Double(blocks.count - 1)
        let spare = frame.height - used - gap
        if spare > 60, !sheet.scene.neighbours.isEmpty {
            let height = min(spare, frame.width)
            blocks.insert((.locator(height: height), height), at: blocks.count - 1)
        }
        let total = blocks.reduce(0) { $0 + $1.1 }
        let space = max(4, (frame.height - total) / Double(max(1, blocks.count - 1)))
        var y = frame.minY
        var placed: [(PanelBlock, PageBox)] = []
        for (block, height) in blocks {
            placed.append((block, PageBox(x: frame.minX, y: y, width: frame.width, height: height)))
            y += height + min(space, 34)
        }
        return PanelLayout(placed: anchored(placed, to: frame), fits: used <= frame.height + 0.5)
    }

    /// The last block (the scale) stands at the foot of the column.
    private static func anchored(
        _ placed: [(PanelBlock, PageBox)], to frame: PageBox
    ) -> [(block: PanelBlock, box: PageBox)] {
        var result = placed.map { (block: $0.0, box: $0.1) }
        if let last = result.popLast() {
            let box = PageBox(
                x: last.box.minX, y: frame.maxY - last.box.height, width: last.box.width,
                height: last.box.height)
            result.append((last.block, box))
        }
        return result
    }

    /// Several columns under the map, filled in reading order so that their heights are near one another.
    static func columns(_ sheet: MapSheet, x: Double, width: Double, _ text: TextSetter) -> PanelLayout {
        let measure = PanelMeasure(sheet: sheet, text: text)
        let count = width > 640 ? 4 : 3
        let columnWidth = (width - columnGap * Double(count - 1)) / Double(count)
        let blocks = sheet.panelBlocks(withFigures: false).map {
            ($0, measure.height(of: $0, width: columnWidth))
        }
        let columns = balanced(blocks, into: count, sparing: !sheet.scene.neighbours.isEmpty)
        var placed: [(block: PanelBlock, box: PageBox)] = []
        for (index, column) in columns.enumerated() {
            var y = 0.0
            for (block, height) in column {
                let left = x + Double(index) * (columnWidth + columnGap)
                placed.append((block, PageBox(x: left, y: y, width: columnWidth, height: height)))
                y += height + gap
            }
        }
        return PanelLayout(placed: placed).withLocator(
            sheet, x: x, columnWidth: columnWidth, used: columns.count, count: count)
    }

    /// Leaves a column free for the picture of where the area lies, where that costs the map little height.
    private static func balanced(
        _ blocks: [(PanelBlock, Double)], into count: Int, sparing canSpare: Bool
    ) -> [[(PanelBlock, Double)]] {
        let all = balanced(blocks, into: count)
        guard canSpare, all.count == count else { return all }
        let fewer = balanced(blocks, into: count - 1)
        return tallest(fewer) <= max(tallest(all) + 6, 100) ? fewer : all
    }

    private static func tallest(_ columns: [[(PanelBlock, Double)]]) -> Double {
        columns.map { column in column.reduce(-gap) { $0 + $1.1 + gap } }.max() ?? 0
    }

    /// Splits blocks, in order, into columns whose tallest is as low as can be.
    private static func balanced(_ blocks: [(PanelBlock, Double)], into count: Int) -> [[(
        PanelBlock, Double
    )]] {
        let heights = blocks.map(\.1)
        var limit = heights.max() ?? 0
        while true {
            var columns: [[(PanelBlock, Double)]] = [[]]
            var y = 0.0
            for block in blocks {
                let isEmpty = columns[columns.count - 1].isEmpty
                if !isEmpty, y + gap + block.1 > limit {
                    columns.append([])
                    y = 0
                }
                y += (columns[columns.count - 1].isEmpty ? 0 : gap) + block.1
                columns[columns.count - 1].append(block)
            }
            if columns.count <= count { return columns }
            limit += 4
        }
    }

    /// Fills a column that has room to spare with the picture of where the area lies.
    private func withLocator(
        _ sheet: MapSheet, x: Double, columnWidth: Double, used: Int, count: Int
    ) -> PanelLayout {
        guard !sheet.scene.neighbours.isEmpty else { return self }
        var copy = self
        // An empty map has little beside it: then the picture says how tall the columns are.
        let height = placed.count < count ? max(self.height, 76) : self.height
        for column in (0..<count).reversed() {
            let left = x + Double(column) * (columnWidth + Self.columnGap)
            let bottom = placed.filter { abs($0.box.minX - left) < 1 }.map(\.box.maxY).max()
            let top = bottom.map { $0 + Self.gap } ?? 0
            let room = height - top
            guard room > 55 else { continue }
            let box = PageBox(x: left, y: top, width: columnWidth, height: room)
            copy.placed.append((.locator(height: room), box))
            return copy
        }
        return copy.withScaleAtFoot
    }

    /// Moves the scale, the last block, down to where the tallest column ends.
    private var withScaleAtFoot: PanelLayout {
        guard let last = placed.last else { return self }
        var copy = self
        copy.placed[placed.count - 1].box = PageBox(
            x: last.box.minX, y: height - last.box.height, width: last.box.width, height: last.box.height)
        return copy
    }

    var height: Double { placed.map(\.box.maxY).max() ?? 0 }

    func moved(toY y: Double) -> PanelLayout {
        PanelLayout(
            placed: placed.map {
                let box = $0.box
                return (
                    $0.block, PageBox(x: box.minX, y: box.minY + y, width: box.width, height: box.height)
                )
            })
    }
}

/// How tall the blocks of a panel are.
struct PanelMeasure {
    let sheet: MapSheet
    let text: TextSetter
    static let headingHeight = 14.0
    static let symbolColumn = 17.0
    static let countColumn = 34.0
    /// Where what a sample means begins, in a column and across.
    static let sampleColumn = 24.0
    static let sampleColumnAcross = 19.0
    static let figureGap = 6.0
    static let captionTop = 23.0

    func height(of block: PanelBlock, width: Double) -> Double {
        switch block {
        case .figures: figuresHeight(width: width, columns: 2)
        case .legend: Self.headingHeight + legendRowHeights(width: width).reduce(0, +)
        case .legendColumns(let count):
            Self.headingHeight + (legendColumns(count, width: width).map(\.height).max() ?? 0)
        case .emphases:
            Self.headingHeight + signRows.map { rowHeight($0.title, width - Self.sampleColumn) }.reduce(0, +)
        case .emphasesAcross: across(signRows.map(\.title), width: width).last?.maxY ?? 0
        case .note(let note): Self.headingHeight + text.set(body(of: note), .small, width: width).height
        case .scale: 44
        case .locator(let height): height
        }
    }

    func body(of note: SheetNote) -> String { note.lines.joined(separator: "\n") }

    /// What is said of signs, all that the map may have; drawn are those that it has.
    var signRows: [(sign: MapSign, title: String)] {
        var rows: [(sign: MapSign, title: String)] = [
            (.number, sheet.words("Number in the list")),
            (.group, sheet.words("Several close together, with their count")),
        ]
        for mark in sheet.shownEmphases { rows.append((.emphasis(mark.emphasis), mark.title)) }
        return rows
    }

    /// Returns where what is said of samples stands beside one another, from the corner of a box of this width: the heading
    /// is at its left, and lines begin there.
    func across(_ titles: [String], width: Double) -> [PageBox] {
        let gap = 14.0
        let heading = text.set(sheet.words("How to read the map"), .panelHeading).width
        var point = PagePoint(x: min(heading, width) + gap, y: 0)
        var lineHeight = Self.headingHeight
        return titles.map { row in
            let own = min(
                width, Self.sampleColumnAcross + text.set(row, .body).width.rounded(.up) + 1)
            if point.x + own > width {
                point = PagePoint(x: 0, y: point.y + lineHeight)
                lineHeight = 0
            }
            let height = rowHeight(row, own - Self.sampleColumnAcross)
            lineHeight = max(lineHeight, height)
            defer { point.x += own + gap }
            return PageBox(x: point.x, y: point.y, width: own, height: height)
        }
    }

    /// Returns how tall the rows of figures are: each figure and, in as many lines as it needs, what it counts.
    func figureRows(width: Double, columns: Int) -> [Double] {
        stride(from: 0, to: sheet.figures.count, by: max(1, columns)).map { first in
            sheet.figures.dropFirst(first).prefix(columns).map {
                let caption = texts(of: $0, width: width / Double(columns)).caption
                return max(34, Self.captionTop + caption.height + 1.5)
            }.max() ?? 0
        }
    }

    func figuresHeight(width: Double, columns: Int) -> Double {
        figureRows(width: width, columns: columns).reduce(-Self.figureGap) { $0 + $1 + Self.figureGap }
    }

    func texts(of figure: KeyFigure, width: Double) -> (value: SetText, caption: SetText) {
        let room = width - 12
        let style = TextStyle.figure.shrunk(for: figure.value, width: room, by: text)
        return (text.set(figure.value, style), text.set(figure.caption, .small, width: room))
    }

    func legendRowHeights(width: Double) -> [Double] {
        sheet.legendRows.map { rowHeight($0.category.title, width - Self.symbolColumn - Self.countColumn) }
    }

    /// Returns the rows of a legend in columns whose tallest is as low as can be.
    func legendColumns(_ count: Int, width: Double) -> [(rows: Range<Int>, height: Double)] {
        let own = (width - PanelLayout.columnGap * Double(count - 1)) / Double(count)
        let heights = legendRowHeights(width: own)
        func columns(noTallerThan limit: Double) -> [(rows: Range<Int>, height: Double)] {
            var columns: [(rows: Range<Int>, height: Double)] = []
            for (row, height) in heights.enumerated() {
                if let last = columns.last, last.height + height <= limit {
                    columns[columns.count - 1] = (last.rows.lowerBound..<(row + 1), last.height + height)
                } else {
                    columns.append((row..<(row + 1), height))
                }
            }
            return columns
        }
        var limit = max(heights.max() ?? 0, heights.reduce(0, +) / Double(count))
        while columns(noTallerThan: limit).count > count { limit += 2 }
        return columns(noTallerThan: limit)
    }

    func rowHeight(_ title: String, _ width: Double) -> Double {
        max(13, text.set(title, .body, width: width).height + 2.5)
    }
}
