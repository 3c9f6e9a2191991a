/// What a file records about a feature under one field.
package enum PropertyValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case null

    /// The value as people write it, for codes and names: `7`, `20018`, `12.5`; `nil` for null.
    ///
    /// A whole number has no decimals, since files that hold `7.0` mean the ward that others call `7`.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .integer(let value): String(value)
        case .number(let value): PropertyValue.shortest(value)
        case .bool(let value): value ? "true" : "false"
        case .null: nil
        }
    }

    /// The value as a number, also where it is written as text; `nil` where it is none.
    package var double: Double? {
        switch self {
        case .string(let text): Double(text)
        case .integer(let value): Double(value)
        case .number(let value): value
        case .bool, .null: nil
        }
    }

    private static func shortest(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }
}
