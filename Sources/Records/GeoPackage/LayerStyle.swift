/// How a map shows a layer: in one colour, or by the values of a column.
package enum LayerStyle: Sendable, Hashable {
    /// A colour as `#RRGGBB`.
    case plain(String)
    /// Values with their colours; other values are grey.
    case categories(column: String, colors: [Category])

    package struct Category: Sendable, Hashable {
        package let value: String
        /// As `#RRGGBB`.
        package let color: String

        package init(_ value: String, _ color: String) {
            self.value = value
            self.color = color
        }
    }
}

/// Writes a style as QGIS reads it: a QML document.
struct QGISStyle {
    let style: LayerStyle
    let shape: RecordTable.Shape

    /// The document, or `nil` where a layer of that shape is shown in no one way.
    var text: String? {
        guard shape == .points || shape == .surfaces else { return nil }
        let renderer =
            switch style {
            case .plain(let color):
                """
                <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
                \(symbols([color]))
                </renderer-v2>
                """
            case .categories(let column, let colors):
                """
                <renderer-v2 type="categorizedSymbol" attr="\(XMLText.escaped(column))" symbollevels="0" \
                enableorderby="0" forceraster="0">
                <categories>
                \(categories(colors))
                </categories>
                \(symbols(colors.map(\.color) + ["#9e9e9e"]))
                </renderer-v2>
                """
            }
        return """
            <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
            <qgis version="3.22.0" styleCategories="Symbology">
            \(renderer)
            </qgis>
            """
    }

    private func categories(_ colors: [LayerStyle.Category]) -> String {
        let named = colors.enumerated().map { index, category in
            let value = XMLText.escaped(category.value)
            return "<category value=\"\(value)\" label=\"\(value)\" symbol=\"\(index)\" render=\"true\"/>"
        }
        let other = "<category value=\"\" label=\"other\" symbol=\"\(colors.count)\" render=\"true\"/>"
        return (named + [other]).joined(separator: "\n")
    }

    private func symbols(_ colors: [String]) -> String {
        let all = colors.enumerated().map { index, color in symbol(index, color: Self.channels(color)) }
        return "<symbols>\n\(all.joined(separator: "\n"))\n</symbols>"
    }

    private func symbol(_ index: Int, color: String) -> String {
        shape == .points
            ? """
            <symbol type="marker" name="\(index)" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
            <prop k="name" v="circle"/><prop k="color" v="\(color),255"/><prop k="outline_color" v="255,255,255,255"/>
            <prop k="outline_width" v="0.2"/><prop k="outline_width_unit" v="MM"/>
            <prop k="size" v="2.2"/><prop k="size_unit" v="MM"/>
            </layer>
            </symbol>
            """
            : """
            <symbol type="fill" name="\(index)" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleFill" enabled="1" locked="0" pass="0">
            <prop k="color" v="\(color),90"/><prop k="style" v="solid"/><prop k="outline_color" v="\(color),255"/>
            <prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/>
            </layer>
            </symbol>
            """
    }

    /// Returns the red, green and blue of `#RRGGBB` as `r,g,b`.
    private static func channels(_ color: String) -> String {
        let value = Int(color.dropFirst(), radix: 16) ?? 0
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255)"
    }
}
