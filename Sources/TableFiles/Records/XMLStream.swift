import CExpat

/// Takes the parts of XML in their order. Names are those of the file, with their prefix.
protocol XMLHandler: AnyObject {
    func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>)
    func end(_ name: UnsafePointer<CChar>)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads XML with expat, piece by piece. What the text links to, document types and schemas too, is never fetched.
final class XMLStream {
    private let parser: XML_Parser
    /// Kept here, since expat knows only its address.
    private let handler: any XMLHandler

    init(_ handler: any XMLHandler) throws(TableFileError) {
        guard let parser = XML_ParserCreate("UTF-8") else {
            throw .readFailed("there is no memory to read it")
        }
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let name, let attributes else { return }
                XMLStream.stream(user)?.handler.begin(name, attributes)
            },
            { user, name in
                guard let name else { return }
                XMLStream.stream(user)?.handler.end(name)
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let text, count > 0 else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                XMLStream.stream(user)?.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func stream(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
        user.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Reads a piece.
    ///
    /// - Throws: Where the text is wrong, with its line and column.
    func read(_ bytes: some Collection<UInt8>, isLast: Bool) throws(TableFileError) {
        let status = Array(bytes).withUnsafeBytes { bytes in
            XML_Parse(
                parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        }
        guard status != XML_STATUS_OK else { return }
        let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "an error"
        throw .malformed(
            format: "XML", line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1, found: reason)
    }
}

extension UnsafePointer<CChar> {
    /// A name without its prefix.
    var localName: String {
        let name = String(cString: self)
        return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
