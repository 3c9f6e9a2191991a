import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An address string with the labels that people gave its words.
struct LabelledAddress {
    /// The label and text of each word, in order.
    var words: [(label: String, text: String)] = []
    var line: String { words.map(\.text).joined(separator: " ") }

    /// Returns the words with one of the labels.
    func text(_ labels: String...) -> String {
        words.filter { labels.contains($0.label) }.map(\.text).joined(separator: " ")
    }

    /// The folder of real data, or `nil` where it is missing.
    static var folder: URL? {
        let set = ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"].map { URL(filePath: $0) }
        let beside = URL(filePath: #filePath).appending(path: "../../../../shared/data").standardized
        return [set, beside].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "addresses").path())
        }
    }

    /// Returns every address of a file of `AddressString` elements.
    static func read(_ file: URL) throws -> [LabelledAddress] {
        let reader = LabelReader()
        let parser = XMLParser(data: try Data(contentsOf: file))
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return reader.addresses
    }
}

private final class LabelReader: NSObject, XMLParserDelegate {
    var addresses: [LabelledAddress] = []
    private var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "AddressString" { addresses.append(LabelledAddress()) }
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard name != "AddressString", !addresses.isEmpty else { return }
        let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !word.isEmpty { addresses[addresses.count - 1].words.append((name, word)) }
    }
}
