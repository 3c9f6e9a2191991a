import DelimitedText
import Geometry

/// How a file's columns of positions are written, settled for all of their rows by the whole columns.
struct PositionForm: Sendable {
    /// What parts the thousands of eastings and northings; `nil` where no point and no comma does.
    private(set) var grouping: NumberGrouping?
    /// Which number of a pair comes first, where pairs leave that open; `nil` where nothing tells it.
    private(set) var order: PositionText.Order?
    /// What people should know of it.
    private(set) var remarks: [String] = []
    /// Whether the columns are such that rows alone may leave it open.
    private(set) var isAsked = false

    init() {}

    init(_ survey: PositionSurvey, of map: ColumnMap, isInMetres: Bool) {
        isAsked = true
        switch survey.question {
        case .thousands:
            grouping = NumberGrouping(survey.grouping, isGrid: isInMetres)
            remarks += [grouping].compactMap { $0.map { "numbers of x and y: \($0.title)" } }
        case .order(let column):
            let found = LocationOrder(survey.order, column: map.header.names[column])
            order = found.order
            remarks += [found.remark].compactMap { $0.map { "location \($0)" } }
        }
        if survey.isOfBeginningAlone {
            remarks.append(
                "how positions are written was settled by the first MiB, since a pipe cannot be read twice:"
                    + " a file is looked at whole")
        }
    }

    /// Reads half of a position.
    func number(_ text: UnsafeBufferPointer<UInt8>) -> PositionNumber? {
        if let grouping { grouping.number(text) } else { PositionNumber(text) }
    }
}

extension CityFacts.KeptPositionForm {
    private static let longitudeFirst = "longitude first"
    private static let latitudeFirst = "latitude first"

    /// `nil` where columns are such that each row tells it.
    init?(_ form: PositionForm) {
        guard form.isAsked else { return nil }
        thousands = form.grouping.map { String(Unicode.Scalar($0.mark)) }
        order = form.order.map { $0 == .longitudeFirst ? Self.longitudeFirst : Self.latitudeFirst }
        remarks = form.remarks
    }

    /// Whether its values are some that there are.
    var isGood: Bool {
        (thousands.map { [".", ","].contains($0) } ?? true)
            && (order.map { [Self.longitudeFirst, Self.latitudeFirst].contains($0) } ?? true)
    }

    fileprivate var positionOrder: PositionText.Order? {
        order.map { $0 == Self.longitudeFirst ? .longitudeFirst : .latitudeFirst }
    }
}

extension PositionForm {
    /// The form that facts tell.
    init(_ facts: CityFacts.KeptPositionForm) {
        isAsked = true
        grouping = facts.thousands?.utf8.first.map(NumberGrouping.init(mark:))
        order = facts.positionOrder
        remarks = facts.remarks
    }
}
