import Geometry

/// Whom to ask, with everything placed from the upper left corner of a box that is as tall as its lines need.
struct ContactLayout {
    struct Line {
        let contact: ContactLine
        let text: SetText
        let corner: PagePoint
    }

    let height: Double
    let name: SetText
    let nameCorner: PagePoint
    let lines: [Line]
    let logo: PageBox?
    let code: (code: QRCode, box: PageBox)?

    private static let leastHeight = 66.0
    private static let paddingX = 8.0
    private static let paddingY = 7.0
    /// How tall logo and code are.
    private static let pictureHeight = leastHeight - 2 * paddingY
    private static let mostLogoWidth = 150.0
    private static let pictureGap = 12.0

    init(_ contact: BriefContact, logo: Logo?, width: Double, text: TextSetter) {
        let side = Self.pictureHeight
        let logoSize = logo.map { logo in
            let scale = min(side / logo.height, Self.mostLogoWidth / logo.width)
            return (width: logo.width * scale, height: logo.height * scale)
        }
        let left = Self.paddingX + (logoSize.map { $0.width + Self.pictureGap } ?? 0)
        let code = contact.address.flatMap(QRCode.init)
        let right = width - Self.paddingX - (code == nil ? 0 : side + Self.pictureGap)
        name = text.set(contact.name, TextStyle(size: 11, weight: .bold), width: right - left)
        nameCorner = PagePoint(x: left, y: Self.paddingY)
        lines = Self.lines(
            contact.lines, from: PagePoint(x: left, y: Self.paddingY + name.height + 4), to: right, text)
        let bottom = lines.map { $0.corner.y + $0.text.height }.max() ?? nameCorner.y + name.height
        let height = max(Self.leastHeight, bottom + Self.paddingY)
        self.height = height
        self.logo = logoSize.map {
            PageBox(
                x: Self.paddingX, y: (height - $0.height) / 2, width: $0.width, height: $0.height)
        }
        self.code = code.map {
            ($0, PageBox(x: width - Self.paddingX - side, y: (height - side) / 2, width: side, height: side))
        }
    }

    /// As many beside one another as have room; one that is wider than that takes several lines.
    private static func lines(
        _ lines: [ContactLine], from corner: PagePoint, to right: Double, _ text: TextSetter
    ) -> [Line] {
        let style = TextStyle(size: 9.5)
        var point = corner
        var lineHeight = 0.0
        return lines.map { line in
            let natural = text.set(line.text, style)
            if point.x > corner.x, point.x + natural.width > right {
                point = PagePoint(x: corner.x, y: point.y + lineHeight + 3)
                lineHeight = 0
            }
            let room = right - point.x
            let set = natural.width > room ? text.set(line.text, style, width: room) : natural
            lineHeight = max(lineHeight, set.height)
            defer { point.x += set.width + 22 }
            return Line(contact: line, text: set, corner: point)
        }
    }
}
