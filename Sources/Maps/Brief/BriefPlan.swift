import Geometry

/// A brief with everything placed: the list and the contact take the room that they need, the map the rest.
package struct BriefPlan {
    let brief: BriefSheet
    let map: MapPlan
    let layout: BriefLayout

    package init(_ brief: BriefSheet, paper: PaperSize, orientations: [PageOrientation]) throws(MapError) {
        var brief = brief
        let text = try TextSetter()
        // A page of text is read upright; across only where that is asked for.
        let page = paper.box(orientations.contains(.portrait) ? .portrait : .landscape)
        let canvas = try PictureSurface.canvas(width: 1, height: 1)
        var layout = BriefLayout(brief, page: page, canvas: canvas, text: text)
        // What has no room beside the map or above it is left out, and the heading says how many stand there.
        while !layout.holdsList, !brief.rows.isEmpty {
            brief.rows.removeLast()
            layout = BriefLayout(brief, page: page, canvas: canvas, text: text)
        }
        // A legend that is taller than the map gives its smallest categories to the others.
        while !layout.sheetLayout.panel.fits, brief.joinSmallestCategory() {
            layout = BriefLayout(brief, page: page, canvas: canvas, text: text)
        }
        // A mark that nothing explains says nothing.
        if !layout.sheetLayout.panel.explainsMarkers { brief.removeEmphases() }
        self.brief = brief
        self.layout = layout
        map = try MapPlan(
            brief.sheet, layout: layout.sheetLayout, listed: .some(brief.rows.compactMap(\.marker)),
            text: text)
    }

    /// The list's rows with the numbers that the map has.
    var rows: [TableRow] {
        var told: Set<String> = []
        return brief.rows.map { row in
            let label = row.marker.map { map.labels[$0] } ?? ""
            let isFirst = !label.isEmpty && told.insert(label).inserted
            return TableRow([.strong(label)] + row.cells, label: isFirst ? label : nil)
        }
    }
}

/// Where the parts of a brief stand.
struct BriefLayout {
    let sheetLayout: SheetLayout
    let headline: PageBox
    let list: PageBox
    let contact: PageBox?
    /// Whether the list has the room that its rows take, and the map enough beside it.
    let holdsList: Bool

    static let contactHeight = 66.0
    static let headingHeight = 19.0
    private static let legendWidth = 150.0
    private static let gap = 9.0
    /// The least height of a map above a list.
    private static let leastMap = 150.0

    init(_ brief: BriefSheet, page: PageBox, canvas: Canvas, text: TextSetter) {
        let margin = SheetLayout.margin
        let left = margin
        let right = page.maxX - margin
        let isWide = page.width > page.height
        let header = PageBox(
            minX: left, minY: margin - 4, maxX: right, maxY: margin - 4 + SheetLayout.headerHeight)
        let footer = PageBox(
            minX: left, minY: page.maxY - 24 - SheetLayout.footerHeight, maxX: right, maxY: page.maxY - 24)
        let words = text.set(brief.headline, .headline, width: right - left)
        headline = PageBox(x: left, y: header.maxY + 6, width: right - left, height: words.height)
        let figures = PageBox(x: left, y: headline.maxY + Self.gap, width: right - left, height: 36)
        var bottom = footer.minY - 8
        if brief.contact != nil {
            let box = PageBox(
                x: left, y: bottom - Self.contactHeight, width: right - left, height: Self.contactHeight)
            contact = box
            bottom = box.minY - Self.gap
        } else {
            contact = nil
        }
        let top = brief.sheet.figures.isEmpty ? headline.maxY + Self.gap : figures.maxY + Self.gap
        let listWidth = isWide ? (right - left) * 0.5 : right - left
        let height = Self.height(of: brief, width: listWidth, canvas: canvas)
        let upper = isWide ? top : bottom - height
        holdsList = height <= bottom - top - (isWide ? 0 : Self.leastMap + Self.gap)
        list = PageBox(minX: right - listWidth, minY: upper, maxX: right, maxY: bottom)
        let mapBottom = isWide ? bottom : list.minY - Self.gap
        let mapRight = isWide ? list.minX - 16 : right
        let legendLeft = mapRight - Self.legendWidth
        let map = PageBox(minX: left, minY: top, maxX: legendLeft - 14, maxY: max(top + 40, mapBottom))
        let panel = PageBox(minX: legendLeft, minY: top, maxX: mapRight, maxY: map.maxY)
        sheetLayout = SheetLayout(
            page: page, header: header, figures: brief.sheet.figures.isEmpty ? nil : figures, map: map,
            panel: .brief(brief.sheet, in: panel, text: text), footer: footer)
    }

    private static func height(of brief: BriefSheet, width: Double, canvas: Canvas) -> Double {
        guard !brief.rows.isEmpty else { return 0 }
        let drawing = TableDrawing(
            canvas: canvas, table: PacketTable(columns: brief.columns, rows: []), left: 0, width: width)
        return headingHeight + drawing.headHeight
            + brief.rows.reduce(0) { $0 + drawing.set(TableRow([.text("")] + $1.cells)).height }
    }
}

extension TextStyle {
    static let headline = TextStyle(size: 12.5, weight: .semibold)
}

extension PanelLayout {
    /// Whether it says how markers are to be read.
    fileprivate var explainsMarkers: Bool {
        placed.contains { if case .emphases = $0.block { true } else { false } }
    }

    /// The legend above the scale; between them, where there is room, how markers are to be read.
    static func brief(_ sheet: MapSheet, in frame: PageBox, text: TextSetter) -> PanelLayout {
        let measure = PanelMeasure(sheet: sheet, text: text)
        let scale = measure.height(of: .scale, width: frame.width)
        let foot = PageBox(x: frame.minX, y: frame.maxY - scale, width: frame.width, height: scale)
        guard !sheet.legendRows.isEmpty else { return PanelLayout(placed: [(.scale, foot)]) }
        let height = measure.height(of: .legend, width: frame.width)
        let legend = PageBox(x: frame.minX, y: frame.minY, width: frame.width, height: height)
        var placed: [(PanelBlock, PageBox)] = [(.legend, legend), (.scale, foot)]
        let reading = PageBox(
            x: frame.minX, y: legend.maxY + gap, width: frame.width,
            height: measure.height(of: .emphases, width: frame.width))
        if reading.maxY <= foot.minY { placed.append((.emphases, reading)) }
        return PanelLayout(placed: placed, fits: legend.maxY <= foot.minY)
    }
}

extension BriefSheet {
    /// Draws all markers plain.
    fileprivate mutating func removeEmphases() {
        for index in sheet.scene.markers.indices { sheet.scene.markers[index].emphasis = [] }
    }

    /// Gives the smallest category that the map shows to the last one, which holds the others, on map and list.
    ///
    /// - Returns: Whether there was one.
    fileprivate mutating func joinSmallestCategory() -> Bool {
        var counts = [Int](repeating: 0, count: sheet.scene.categories.count)
        for marker in sheet.scene.markers { counts[marker.category] += 1 }
        let last = counts.count - 1
        let own = counts.indices.filter { $0 < last && counts[$0] > 0 }
        guard let smallest = own.min(by: { (counts[$0], $1) < (counts[$1], $0) }) else { return false }
        for index in sheet.scene.markers.indices where sheet.scene.markers[index].category == smallest {
            sheet.scene.markers[index].category = last
        }
        let (old, new) = (sheet.scene.categories[smallest].symbol, sheet.scene.categories[last].symbol)
        for row in rows.indices {
            for cell in rows[row].cells.indices {
                if case .symbol(old, let text) = rows[row].cells[cell] {
                    rows[row].cells[cell] = .symbol(new, text)
                }
            }
        }
        return true
    }
}
