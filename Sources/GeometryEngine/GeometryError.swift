/// What went wrong in geometry: inside GEOS or PROJ in that library's own words, or an input beyond all measure.
package enum GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// GEOS refused an operation.
    case geos(operation: String, message: String)
    /// An operation would take more memory or time than any real input needs.
    case ceiling(operation: String, message: String)
    /// PROJ refused an operation.
    case proj(operation: String, message: String)

    package var description: String {
        switch self {
        case .geos(let operation, let message): "GEOS could not \(operation): \(message)"
        case .ceiling(let operation, let message): "cannot \(operation): \(message)"
        case .proj(let operation, let message): "PROJ could not \(operation): \(message)"
        }
    }
}
