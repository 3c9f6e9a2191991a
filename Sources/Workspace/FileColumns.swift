import ServiceRequests

/// Which fields a file of requests has columns for.
struct FileColumns {
    private let fields: Set<RequestField>
    private let hasAddressParts: Bool
    private static let position: Set<RequestField> = [.longitude, .latitude, .location, .x, .y]

    init(_ intake: IntakeSummary) {
        fields = Set(intake.columns.keys)
        hasAddressParts = !intake.addressParts.isEmpty
    }

    init(_ header: WorkspaceHeader) {
        fields = Set(header.columns.keys.compactMap { RequestField(rawValue: $0) })
        hasAddressParts = !header.addressParts.isEmpty
    }

    /// Whether a column of the workspace is filled from the file; those of layers are, or the import has none.
    func has(_ content: KeptColumn.Content) -> Bool {
        switch content {
        case .text(.address): fields.contains(.address) || hasAddressParts
        case .text(let field), .moment(let field): fields.contains(field)
        case .longitude, .latitude, .positionState, .decimals: !fields.isDisjoint(with: Self.position)
        case .assigned: true
        }
    }
}
