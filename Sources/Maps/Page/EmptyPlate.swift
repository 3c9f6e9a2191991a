import Geometry

/// What stands in the middle of a map without markers.
struct EmptyPlate {
    let text: SetText
    let box: PageBox
    /// Where the text begins.
    let corner: PagePoint

    init(_ sheet: MapSheet, in frame: PageBox, _ setter: TextSetter) {
        let width = min(260, frame.width - 60)
        text = setter.set(
            sheet.emptyMessage, TextStyle(size: 13, weight: .semibold), width: width, alignment: .center)
        box = PageBox(center: frame.center, halfWidth: width / 2 + 20, halfHeight: text.height / 2 + 14)
        corner = PagePoint(x: frame.center.x - width / 2, y: frame.center.y - text.height / 2)
    }
}
