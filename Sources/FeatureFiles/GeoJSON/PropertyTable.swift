import CJSON
import TableFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings the properties of features under common fields, in the order in which they first appear.
struct PropertyTable {
    private(set) var fields: [String] = []
    /// The field that holds the features' own ids, which stand beside their properties; `nil` where they have none.
    private(set) var identifierField: Int?
    /// Whether a whole number was met that a double does not hold to the last digit.
    private(set) var hasLongNumbers = false
    private var keys: [[CChar]] = []
    private var positions: [String: Int] = [:]

    /// Returns a feature's values in the order of the fields, and adds fields that are new.
    ///
    /// - Parameter identifier: The feature's own id, which counts as a field `id` where its properties have none.
    mutating func values(
        of object: JSONNode?, identifier: JSONNode?, feature: Int, notes: inout ReadingNotes
    ) -> [PropertyValue] {
        var values = values(of: object, feature: feature, notes: &notes)
        guard let identifier, identifier.kind == .string || identifier.kind == .number else { return values }
        if identifierField == nil, positions[Self.identifier] == nil {
            identifierField = add(Self.identifier, key: Array(Self.identifier.utf8CString))
        }
        guard let field = identifierField, field >= values.count || values[field] == .null else {
            return values
        }
        while values.count <= field { values.append(.null) }
        values[field] = value(of: identifier, feature: feature, notes: &notes)
        return values
    }

    private static let identifier = "id"

    private mutating func values(
        of object: JSONNode?, feature: Int, notes: inout ReadingNotes
    ) -> [PropertyValue] {
        guard let object, object.kind == .object else { return [] }
        var values: [PropertyValue] = []
        values.reserveCapacity(fields.count)
        for member in object.children {
            let field = position(of: member, expected: values.count, feature: feature, notes: &notes)
            let value = value(of: member, feature: feature, notes: &notes)
            if field == values.count {
                values.append(value)
            } else {
                while values.count <= field { values.append(.null) }
                values[field] = value
            }
        }
        return values
    }

    /// Features mostly have the same fields in the same order, so the expected one is tried first.
    private mutating func position(
        of member: JSONNode, expected: Int, feature: Int, notes: inout ReadingNotes
    ) -> Int {
        guard let name = member.name else { return add("", key: [0]) }
        if expected < keys.count, strcmp(keys[expected], name) == 0 { return expected }
        let field = text(name, feature: feature, notes: &notes)
        return positions[field]
            ?? add(field, key: Array(UnsafeBufferPointer(start: name, count: strlen(name) + 1)))
    }

    private mutating func add(_ field: String, key: [CChar]) -> Int {
        if let position = positions[field] { return position }
        positions[field] = fields.count
        fields.append(field)
        keys.append(key)
        return fields.count - 1
    }

    private mutating func value(of node: JSONNode, feature: Int, notes: inout ReadingNotes) -> PropertyValue {
        switch node.kind {
        case .null: return .null
        case .bool: return .bool(node.isTrue)
        case .number: return number(node.number)
        case .string: return .string(node.stringBytes.map { text($0, feature: feature, notes: &notes) } ?? "")
        case .object, .array:
            notes.add(.nestedValue, feature: feature)
            return .string(printed(node))
        }
    }

    /// Beyond 2^53 a double does not hold every integer, so such a number is not given out as one.
    private mutating func number(_ value: Double) -> PropertyValue {
        guard value.magnitude < 9_007_199_254_740_992, let whole = Int(exactly: value) else {
            if value.magnitude >= 9_007_199_254_740_992 { hasLongNumbers = true }
            return .number(value)
        }
        return .integer(whole)
    }

    private func text(_ bytes: UnsafePointer<CChar>, feature: Int, notes: inout ReadingNotes) -> String {
        if let text = String(validatingCString: bytes) { return text }
        notes.add(.notUTF8, feature: feature)
        return CodePage.windows1252.decode(UnsafeRawBufferPointer(start: bytes, count: strlen(bytes)))
    }

    private func printed(_ node: JSONNode) -> String {
        guard let text = cJSON_PrintUnformatted(node.pointer) else { return "" }
        defer { cJSON_free(text) }
        return String(cString: text)
    }
}
