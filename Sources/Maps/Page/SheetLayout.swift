import Geometry

/// Where the parts of the first page stand.
struct SheetLayout {
    var page: PageBox
    var header: PageBox
    var figures: PageBox?
    var map: PageBox
    var panel: PanelLayout
    var footer: PageBox

    /// Whether all texts have room, and the map is no stamp.
    var fits: Bool { panel.fits && map.height >= 150 && map.width >= 150 }

    static let margin = 34.0
    static let headerHeight = 58.0
    static let footerHeight = 30.0
    private static let sideWidth = 158.0

    /// Returns the layout, of all on this paper, that shows the area largest: upright or across, the panel beside
    /// the map or below it.
    static func best(
        for sheet: MapSheet, on paper: PaperSize, _ orientations: [PageOrientation], _ text: TextSetter
    ) throws(MapError) -> SheetLayout {
        let extent = try AreaExtent(sheet.scene.area)
        var best: (layout: SheetLayout, scale: Double)?
        for orientation in orientations {
            let page = paper.box(orientation)
            for layout in [beside(sheet, page: page, text: text), below(sheet, page: page, text: text)] {
                var scale = layout.scale(of: extent)
                // One whose texts have no room is taken only where there is no other.
                if !layout.fits { scale *= 1e-6 }
                if scale > (best?.scale ?? 0) * 1.02 { best = (layout, scale) }
            }
        }
        guard let best else { throw .emptyArea(title: sheet.scene.area.title) }
        return best.layout
    }

    /// Returns how large the map shows an area, points a metre.
    func scale(of extent: AreaExtent) -> Double {
        min(map.width / extent.width, map.height / extent.height)
    }

    private static func beside(_ sheet: MapSheet, page: PageBox, text: TextSetter) -> SheetLayout {
        let (header, footer) = headAndFoot(page)
        let top = header.maxY + 10
        let bottom = footer.minY - 10
        let map = PageBox(minX: margin, minY: top, maxX: page.maxX - margin - sideWidth - 18, maxY: bottom)
        let panel = PageBox(minX: map.maxX + 18, minY: top, maxX: page.maxX - margin, maxY: bottom)
        return SheetLayout(
            page: page, header: header, map: map, panel: .stacked(sheet, in: panel, text), footer: footer)
    }

    private static func below(_ sheet: MapSheet, page: PageBox, text: TextSetter) -> SheetLayout {
        let (header, footer) = headAndFoot(page)
        let panel = PanelLayout.columns(sheet, x: margin, width: page.width - 2 * margin, text)
        var top = header.maxY + 10
        var figures: PageBox?
        if !sheet.figures.isEmpty {
            let width = page.width - 2 * margin
            let height = PanelMeasure(sheet: sheet, text: text).figuresHeight(
                width: width, columns: sheet.figures.count)
            figures = PageBox(x: margin, y: top, width: width, height: height)
            top += height + 12
        }
        let panelTop = footer.minY - 12 - panel.height
        let map = PageBox(minX: margin, minY: top, maxX: page.maxX - margin, maxY: panelTop - 14)
        return SheetLayout(
            page: page, header: header, figures: figures, map: map, panel: panel.moved(toY: panelTop),
            footer: footer)
    }

    private static func headAndFoot(_ page: PageBox) -> (header: PageBox, footer: PageBox) {
        let width = page.width - 2 * margin
        return (
            PageBox(x: margin, y: margin - 4, width: width, height: headerHeight),
            PageBox(x: margin, y: page.maxY - 24 - footerHeight, width: width, height: footerHeight)
        )
    }
}

/// How wide and tall an area is, metres.
struct AreaExtent {
    let width: Double
    let height: Double

    init(_ area: MapArea) throws(MapError) {
        guard let box = area.shape.box else { throw .emptyArea(title: area.title) }
        let (east, north) = PageProjection.metersPerDegree(at: box.center.latitude)
        width = max(box.width * east, 1)
        height = max(box.height * north, 1)
    }
}
