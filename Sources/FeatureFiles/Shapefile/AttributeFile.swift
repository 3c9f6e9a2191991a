import CShapefile

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The owner of an open .dbf file.
final class AttributeFile {
    private let handle: DBFHandle
    private let page: CodePage?
    private let types: [DBFFieldType]
    let count: Int
    private(set) var fields: [String] = []

    /// Opens a file for reading, or returns `nil` where shapelib cannot.
    /// - Parameter page: The text's encoding; where `nil`, text that is no UTF-8 is taken as Windows-1252.
    init?(path: String, page: CodePage?) {
        var hooks = QuietHooks.make()
        guard let handle = DBFOpenLL(path, "rb", &hooks) else { return nil }
        self.handle = handle
        let encoding = page ?? CodePage.languageDriver(Int(handle.pointee.iLanguageDriver))
        self.page = encoding
        count = Int(DBFGetRecordCount(handle))
        let described = (0..<DBFGetFieldCount(handle)).map { AttributeFile.field(handle, $0, page: encoding) }
        types = described.map(\.type)
        fields = described.map(\.name)
    }

    deinit { DBFClose(handle) }

    func isDeleted(_ record: Int) -> Bool { DBFIsRecordDeleted(handle, Int32(record)) != 0 }

    /// Returns a record's values in the order of the fields.
    func values(at record: Int) -> [PropertyValue] {
        types.indices.map { field in
            guard DBFIsAttributeNULL(handle, Int32(record), Int32(field)) == 0,
                let bytes = DBFReadStringAttribute(handle, Int32(record), Int32(field))
            else { return .null }
            return value(AttributeFile.text(bytes, page: page), type: types[field])
        }
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
        _ handle: DBFHandle, _ index: Int32, page: CodePage?
    ) -> (name: String, type: DBFFieldType) {
        var name = [CChar](repeating: 0, count: Int(XBASE_FLDNAME_LEN_READ) + 1)
        let type = DBFGetFieldInfo(handle, index, &name, nil, nil)
        return (name.withUnsafeBufferPointer { $0.baseAddress.map { text($0, page: page) } ?? "" }, type)
    }

    private static func text(_ bytes: UnsafePointer<CChar>, page: CodePage?) -> String {
        let buffer = UnsafeRawBufferPointer(start: bytes, count: strlen(bytes))
        if let page { return page.decode(buffer) }
        return String(validatingCString: bytes) ?? CodePage.windows1252.decode(buffer)
    }
}
