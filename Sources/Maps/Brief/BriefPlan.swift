import Geometry

/// A brief with everything placed: the list and the contact take the room that they need, the map the rest.
package struct BriefPlan {
    let brief: BriefSheet
    let map: MapPlan
    let layout: BriefLayout
    let logo: Logo?
    private let joined: JoinedCategories

    /// So many rows stay where a legend takes their room.
    private static let fewestRows = 6

    package init(_ brief: BriefSheet, paper: PaperSize, orientations: [PageOrientation]) throws(MapError) {
        let logo = try brief.contact?.logo.map { (file) throws(MapError) in try Logo(file: file) }
        let text = try TextSetter()
        // A page of text is read upright; across only where that is asked for.
        let page = paper.box(orientations.contains(.portrait) ? .portrait : .landscape)
        let canvas = try PictureSurface.canvas(width: 1, height: 1)
        func laidOut(_ brief: BriefSheet, _ legendColumns: Int) -> BriefLayout {
            BriefLayout(
                brief, logo: logo, page: page, legendColumns: legendColumns, canvas: canvas, text: text)
        }
        /// What has no room beside the map or above it is left out, and the heading says how many stand there.
        func shortened(_ brief: BriefSheet, _ legendColumns: Int) -> BriefSheet {
            var brief = brief
            while !laidOut(brief, legendColumns).holdsList, !brief.rows.isEmpty { brief.rows.removeLast() }
            return brief
        }
        /// Whether the legend has room for so many categories that no more than a third of the cases is without one.
        func holdsLegend(_ brief: BriefSheet, _ legendColumns: Int) -> Bool {
            var brief = brief
            brief.sheet.scene = JoinedCategories.joinedToLimit(brief.sheet.scene)
            return laidOut(brief, legendColumns).sheetLayout.panel.fits
        }
        /// A legend that is taller than its room gives its smallest categories to the others.
        func settled(_ brief: BriefSheet, _ legendColumns: Int) -> Settled {
            var settled = Settled(brief: brief, layout: laidOut(brief, legendColumns))
            while !settled.layout.sheetLayout.panel.fits, settled.joinSmallest() {
                settled.layout = laidOut(settled.brief, legendColumns)
            }
            return settled
        }
        var found = settled(shortened(brief, 1), 1)
        if !found.joined.isEmpty, !JoinedCategories.isWithinLimit(found.brief.sheet.scene) {
            var shown = shortened(brief, 2)
            // Across a page the list takes no room of the legend.
            while page.height > page.width, shown.rows.count > Self.fewestRows, !holdsLegend(shown, 2) {
                shown.rows.removeLast()
            }
            let other = settled(shown, 2)
            if other.othersCount < found.othersCount { found = other }
        }
        self.brief = found.brief
        self.logo = logo
        layout = found.layout
        joined = found.joined
        map = try MapPlan(
            found.brief.sheet, layout: found.layout.sheetLayout,
            listed: .some(found.brief.rows.compactMap(\.marker)), text: text)
    }

    /// A brief and where its parts stand, with the categories that its legend has room for.
    private struct Settled {
        var brief: BriefSheet
        var layout: BriefLayout
        var joined = JoinedCategories()

        var othersCount: Int { JoinedCategories.othersCount(of: brief.sheet.scene) }

        mutating func joinSmallest() -> Bool { joined.joinSmallest(of: &brief.sheet.scene) }
    }

    /// The list's rows with the numbers that the map has.
    var rows: [TableRow] {
        var told: Set<String> = []
        return brief.rows.map { row in
            let label = row.marker.map { map.labels[$0] } ?? ""
            let isFirst = !label.isEmpty && told.insert(label).inserted
            return TableRow([.strong(label)] + joined.shown(row.cells), label: isFirst ? label : nil)
        }
    }
}

/// Where the parts of a brief stand.
struct BriefLayout {
    let sheetLayout: SheetLayout
    let headline: PageBox
    let list: PageBox
    let contact: PageBox?
    let notice: PageBox?
    /// Whether the list has the room that its rows take, and the map enough beside it.
    let holdsList: Bool

    static let headingHeight = 19.0
    private static let legendWidth = 150.0
    private static let gap = 9.0
    /// The least height of a map above a list.
    private static let leastMap = 150.0

    /// - Parameter legendColumns: More than one take room of the map's width; across a page, where that is narrow, the legend is one column as
    ///   tall as the page has room, and the rest stands below the map.
    init(
        _ brief: BriefSheet, logo: Logo?, page: PageBox, legendColumns: Int, canvas: Canvas, text: TextSetter
    ) {
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
        let measure = PanelMeasure(sheet: brief.sheet, text: text)
        let figures = PageBox(
            x: left, y: headline.maxY + Self.gap, width: right - left,
            height: measure.figuresHeight(width: right - left, columns: brief.sheet.figures.count) + 2)
        var bottom = footer.minY - 8
        notice = brief.notice.map { notice in
            let height = text.set(notice, .small, width: right - left).height
            defer { bottom -= height + 6 }
            return PageBox(x: left, y: bottom - height, width: right - left, height: height)
        }
        if let own = brief.contact {
            let height = ContactLayout(own, logo: logo, width: right - left, text: text).height
            let box = PageBox(x: left, y: bottom - height, width: right - left, height: height)
            contact = box
            bottom = box.minY - Self.gap
        } else {
            contact = nil
        }
        let top = brief.sheet.figures.isEmpty ? headline.maxY + Self.gap : figures.maxY + Self.gap
        let listWidth = isWide ? (right - left) * 0.5 : right - left
        let height = Self.height(of: brief, width: listWidth, canvas: canvas)
        let upper = isWide ? top : bottom - height
        list = PageBox(minX: right - listWidth, minY: upper, maxX: right, maxY: bottom)
        let mapBottom = isWide ? bottom : list.minY - Self.gap
        let mapRight = isWide ? list.minX - 16 : right
        let columns = isWide ? 1 : legendColumns
        let legendWidth =
            Self.legendWidth * Double(columns) + PanelLayout.columnGap * Double(columns - 1)
        let legendLeft = mapRight - legendWidth
        var panel: PanelLayout
        var belowMap = 0.0
        if isWide, legendColumns > 1 {
            let column = PageBox(minX: left, minY: top, maxX: legendLeft - 14, maxY: mapBottom)
            let legend = PageBox(minX: legendLeft, minY: top, maxX: mapRight, maxY: mapBottom)
            panel = .brief(brief.sheet, legendIn: legend, restBelowMapIn: column, text: text)
            belowMap = mapBottom - (panel.placed.map(\.box).filter { $0.minX == left }.map(\.minY).min() ?? 0)
            belowMap += Self.gap
        } else {
            func besideMap(to bottom: Double) -> PanelLayout {
                let box = PageBox(minX: legendLeft, minY: top, maxX: mapRight, maxY: max(top + 40, bottom))
                return .brief(brief.sheet, in: box, legendColumns: columns, text: text)
            }
            panel = besideMap(to: mapBottom)
            // What has no room beside the map stands below it: signs that nothing explains say nothing.
            if !brief.sheet.scene.markers.isEmpty, !panel.explainsMarkers {
                let width = mapRight - left
                let height = measure.height(of: .emphasesAcross, width: width)
                belowMap = height + Self.gap
                panel = besideMap(to: mapBottom - belowMap)
                panel.placed.append(
                    (
                        .emphasesAcross,
                        PageBox(x: left, y: mapBottom - height, width: width, height: height)
                    ))
            }
        }
        holdsList = height <= bottom - top - (isWide ? 0 : Self.leastMap + Self.gap + belowMap)
        let map = PageBox(
            minX: left, minY: top, maxX: legendLeft - 14, maxY: max(top + 40, mapBottom - belowMap))
        sheetLayout = SheetLayout(
            page: page, header: header, figures: brief.sheet.figures.isEmpty ? nil : figures, map: map,
            panel: panel, footer: footer)
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
    /// The legend above the scale; between them, where there is room, how markers are to be read.
    static func brief(
        _ sheet: MapSheet, in frame: PageBox, legendColumns: Int, text: TextSetter
    ) -> PanelLayout {
        let measure = PanelMeasure(sheet: sheet, text: text)
        let scale = measure.height(of: .scale, width: frame.width)
        let foot = PageBox(x: frame.minX, y: frame.maxY - scale, width: frame.width, height: scale)
        guard !sheet.legendRows.isEmpty else { return PanelLayout(placed: [(.scale, foot)]) }
        let block = legendColumns == 1 ? PanelBlock.legend : .legendColumns(legendColumns)
        let height = measure.height(of: block, width: frame.width)
        let legend = PageBox(x: frame.minX, y: frame.minY, width: frame.width, height: height)
        var placed: [(PanelBlock, PageBox)] = [(block, legend), (.scale, foot)]
        let reading = PageBox(
            x: frame.minX, y: legend.maxY + gap, width: frame.width,
            height: measure.height(of: .emphases, width: frame.width))
        if reading.maxY <= foot.minY { placed.append((.emphases, reading)) }
        return PanelLayout(placed: placed, fits: legend.maxY <= foot.minY)
    }

    /// The legend in a column of its own; how markers are to be read and the scale at the foot of the map's column.
    static func brief(
        _ sheet: MapSheet, legendIn frame: PageBox, restBelowMapIn column: PageBox, text: TextSetter
    ) -> PanelLayout {
        let measure = PanelMeasure(sheet: sheet, text: text)
        func height(_ block: PanelBlock, _ box: PageBox) -> Double {
            measure.height(of: block, width: box.width)
        }
        let legend = PageBox(
            x: frame.minX, y: frame.minY, width: frame.width, height: height(.legend, frame))
        let scale = PageBox(
            x: column.minX, y: column.maxY - height(.scale, column), width: column.width,
            height: height(.scale, column))
        let signs = height(.emphasesAcross, column)
        let reading = PageBox(
            x: column.minX, y: scale.minY - gap - signs, width: column.width, height: signs)
        return PanelLayout(
            placed: [(.legend, legend), (.emphasesAcross, reading), (.scale, scale)],
            fits: legend.maxY <= frame.maxY && reading.minY - column.minY >= leastMapAbove)
    }

    /// The least height of a map above what stands at the foot of its column.
    private static let leastMapAbove = 120.0

    /// Whether it says how markers are to be read.
    fileprivate var explainsMarkers: Bool {
        placed.contains { if case .emphases = $0.block { true } else { false } }
    }
}
