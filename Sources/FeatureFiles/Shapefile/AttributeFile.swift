import CShapefile
import TableFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The owner of an open .dbf file.
final class AttributeFile {
    private let handle: DBFHandle
    private let types: [DBFFieldType]
    let count: Int
    private(set) var fields: [String] = []
    /// What the file's text is in: as it is named, unless the text itself says otherwise.
    private let encoding: TableEncoding

    /// Opens a file for reading, or returns `nil` where shapelib cannot.
    /// - Parameter page: The text's encoding as the .cpg file names it; where `nil`, the table's own language driver.
    init?(path: String, page: CodePage?) {
        var hooks = QuietHooks.make()
        guard let handle = DBFOpenLL(path, "rb", &hooks) else { return nil }
        self.handle = handle
        count = AttributeFile.recordCount(handle, size: FileBytes.size(path))
        let described = (0..<DBFGetFieldCount(handle)).map { AttributeFile.field(handle, $0) }
        types = described.map(\.type)
        let texts = described.indices.filter { described[$0].type == FTString }
        var evidence = TextEvidence()
        for field in described {
            field.name.withUnsafeBufferPointer {
                evidence.add(AttributeFile.bytes($0.baseAddress), length: .max)
            }
        }
        for record in 0..<count {
            for field in texts {
                guard let bytes = DBFReadStringAttribute(handle, Int32(record), Int32(field)) else {
                    continue
                }
                evidence.add(AttributeFile.bytes(bytes), length: described[field].length)
            }
        }
        let encoding = TableEncoding(
            named: page ?? CodePage.languageDriver(Int(handle.pointee.iLanguageDriver)), evidence: evidence)
        self.encoding = encoding
        fields = described.map { field in
            field.name.withUnsafeBufferPointer { encoding.decode(AttributeFile.bytes($0.baseAddress)).text }
        }
    }

    /// A damaged header may promise more records than the file has room for.
    private static func recordCount(_ handle: DBFHandle, size: Int) -> Int {
        let promised = Int(DBFGetRecordCount(handle))
        return min(max(promised, 0), size / max(Int(handle.pointee.nRecordLength), 1))
    }

    deinit { DBFClose(handle) }

    func isDeleted(_ record: Int) -> Bool { DBFIsRecordDeleted(handle, Int32(record)) != 0 }

    /// Whether the text is in UTF-8 although another encoding is named.
    var isOtherwiseUTF8: Bool { encoding.isOtherwiseUTF8 }

    /// Whether nothing names the text's encoding, which is not UTF-8.
    var isEncodingAssumed: Bool { encoding.isAssumed }

    /// Returns a record's values in the order of the fields.
    ///
    /// - Parameter isMended: Set where text was not in the encoding that the file names.
    func values(at record: Int, isMended: inout Bool) -> [PropertyValue] {
        var values: [PropertyValue] = []
        values.reserveCapacity(types.count)
        for field in types.indices {
            guard DBFIsAttributeNULL(handle, Int32(record), Int32(field)) == 0,
                let bytes = DBFReadStringAttribute(handle, Int32(record), Int32(field))
            else {
                values.append(.null)
                continue
            }
            let (text, isAsNamed) = encoding.decode(AttributeFile.bytes(bytes))
            if !isAsNamed { isMended = true }
            values.append(value(text, type: types[field]))
        }
        return values
    }

    /// Numbers are taken from their text, so that long whole ones keep all digits.
    private func value(_ text: String, type: DBFFieldType) -> PropertyValue {
        switch type {
        case FTInteger, FTDouble:
            if let whole = Int(text) { return .integer(whole) }
            return Double(text).map(PropertyValue.number) ?? .string(text)
        case FTLogical:
            return switch text {
            case "T", "t", "Y", "y": .bool(true)
            case "F", "f", "N", "n": .bool(false)
            default: .null
            }
        default: return .string(text)
        }
    }

    private static func field(
        _ handle: DBFHandle, _ index: Int32
    ) -> (name: [CChar], type: DBFFieldType, length: Int) {
        var name = [CChar](repeating: 0, count: Int(XBASE_FLDNAME_LEN_READ) + 1)
        var width: Int32 = 0
        let type = DBFGetFieldInfo(handle, index, &name, &width, nil)
        return (name, type, Int(width))
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: text, count: text.map { strlen($0) } ?? 0)
    }
}
