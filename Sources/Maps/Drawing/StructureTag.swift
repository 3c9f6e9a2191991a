/// An element of a tagged PDF.
enum StructureTag: Equatable {
    case heading1, heading2, paragraph, figure, caption
    case table, row, headerCell, cell
    case list, item
    /// The sign and the text of a list's item.
    case itemLabel, itemBody
    /// A place that a link can lead to.
    case destination(String)
    /// A link to a place of the same document.
    case link(to: String)
    /// A link to an address, such as `https:` or `mailto:`.
    case address(String)

    var name: String {
        switch self {
        case .heading1: "H1"
        case .heading2: "H2"
        case .paragraph: "P"
        case .figure: "Figure"
        case .caption: "Caption"
        case .table: "Table"
        case .row: "TR"
        case .headerCell: "TH"
        case .cell: "TD"
        case .list: "L"
        case .item: "LI"
        case .itemLabel: "Lbl"
        case .itemBody: "LBody"
        case .destination: "cairo.dest"
        case .link, .address: "Link"
        }
    }

    var attributes: String {
        switch self {
        case .destination(let name): "name='\(name)'"
        case .link(let name): "dest='\(name)'"
        case .address(let address):
            "uri='\(address.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        default: ""
        }
    }
}
