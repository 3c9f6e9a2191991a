import CJSON

/// One value of a JSON text as cJSON holds it. It must not outlive its tree.
struct JSONNode {
    let pointer: UnsafeMutablePointer<cJSON>

    enum Kind { case object, array, string, number, bool, null }

    var kind: Kind {
        switch pointer.pointee.type & 0xFF {
        case cJSON_Object: .object
        case cJSON_Array: .array
        case cJSON_String: .string
        case cJSON_Number: .number
        case cJSON_True, cJSON_False: .bool
        default: .null
        }
    }

    var number: Double { pointer.pointee.valuedouble }
    var isTrue: Bool { pointer.pointee.type & 0xFF == cJSON_True }
    var firstChild: JSONNode? { pointer.pointee.child.map(JSONNode.init) }
    var next: JSONNode? { pointer.pointee.next.map(JSONNode.init) }
    var children: JSONChildren { JSONChildren(upcoming: firstChild) }

    /// The string's bytes, which cJSON has not checked to be UTF-8.
    var stringBytes: UnsafePointer<CChar>? { UnsafePointer(pointer.pointee.valuestring) }
    /// The name under which the value stands in its object.
    var name: UnsafePointer<CChar>? { UnsafePointer(pointer.pointee.string) }

    /// The string where the value is one in UTF-8.
    var string: String? {
        guard kind == .string, let bytes = stringBytes else { return nil }
        return String(validatingCString: bytes)
    }

    /// Returns the first member of an object with a name, letter for letter.
    subscript(_ key: StaticString) -> JSONNode? {
        cJSON_GetObjectItemCaseSensitive(
            pointer, UnsafeRawPointer(key.utf8Start).assumingMemoryBound(to: CChar.self)
        ).map(JSONNode.init)
    }
}

/// The values in an array or object, in order.
struct JSONChildren: Sequence, IteratorProtocol {
    fileprivate var upcoming: JSONNode?

    mutating func next() -> JSONNode? {
        let node = upcoming
        upcoming = node?.next
        return node
    }
}

/// The owner of one parsed JSON value.
final class JSONTree {
    let root: JSONNode

    fileprivate init(owning pointer: UnsafeMutablePointer<cJSON>) { root = JSONNode(pointer: pointer) }
    deinit { cJSON_Delete(root.pointer) }
}

/// Reads the JSON values of a text one after another: one in most files, many in newline-delimited ones.
struct JSONValues {
    private let bytes: [UInt8]
    private var offset = 0

    struct Failure: Error {
        /// The place of the offending byte, from 0.
        let offset: Int
        let isAtEnd: Bool
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// Returns the next value, or `nil` at the end of the text.
    mutating func next() throws(Failure) -> JSONTree? {
        skipSpace()
        guard offset < bytes.count else { return nil }
        let (value, end) = parse()
        guard let value else {
            throw Failure(offset: end, isAtEnd: end >= bytes.count - 1 || isUnendedString(at: end))
        }
        offset = end
        return JSONTree(owning: value)
    }

    /// Whether a string begins just before a byte and has no end, as where a download was cut.
    private func isUnendedString(at offset: Int) -> Bool {
        let quote = UInt8(ascii: "\"")
        return offset > 0 && bytes[offset - 1] == quote && !bytes[offset...].contains(quote)
    }

    private func parse() -> (value: UnsafeMutablePointer<cJSON>?, end: Int) {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return (nil, 0) }
            var end: UnsafePointer<CChar>?
            let value = cJSON_ParseWithLengthOpts(base + offset, buffer.count - offset, &end, 0)
            return (value, end.map { $0 - base } ?? offset)
        }
    }

    /// Skips white space and the record separators of RFC 8142, all of them control characters.
    private mutating func skipSpace() { while offset < bytes.count && bytes[offset] <= 32 { offset += 1 } }

    /// Returns the line and column of a byte, both from 1; columns count bytes.
    func place(of offset: Int) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let line = before.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
        let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
        return (line, offset - lineStart + 1)
    }

    /// Returns what stands at a byte, for messages.
    func excerpt(at offset: Int) -> String {
        let piece = String(decoding: bytes.dropFirst(offset).prefix(20), as: UTF8.self)
        return String(piece.prefix { !$0.isNewline })
    }
}
