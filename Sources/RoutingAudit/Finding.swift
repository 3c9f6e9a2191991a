package import Boundaries
package import Chronology
package import Locating

/// One request in one layer: verdict, cause, evidence.
package struct Finding: Sendable {
    /// The row of the request table.
    package let row: Int
    package let layer: Ordinal<Layer>
    /// The edition in force when the request was opened, or `none`.
    package let edition: Ordinal<Edition>
    /// The area of that edition that the CRM recorded, or `none`.
    package internal(set) var assigned = Ordinal<Area>.none
    /// The area of that edition that contains the position, or `none`.
    package internal(set) var expected = Ordinal<Area>.none
    package internal(set) var verdict = Verdict.correct
    package internal(set) var cause: Cause?
    package internal(set) var evidence = Evidence.none
    /// What says beside the recorded position that the expected area is right.
    package internal(set) var support = Support.none
    /// Whether the request's address was matched beyond doubt.
    var isAddressSure = false
    /// Whether its position is a corner, a block or a street on the border of several areas, so that which is right it does not tell.
    var isBetweenAreas = false
    /// Whether its recorded position is nearer to a border than positions may be off, of which the radius does not hold 95 in 100.
    var isWithinReach = false
    /// Whether its address seems to be that of another place than the request's, as most beside it: nothing certain rests on it.
    var isAddressDoubted = false
    /// Whether what was recorded in the layer agrees with where requests lie by chance alone.
    var isAssignmentDoubted = false
    /// Whether the request has no usable recorded position, so that its address is the only source.
    var isByAddressAlone = false
    package internal(set) var position: Position?
    /// From the position to the assigned area, metres, 0 inside it; `nil` where there is none.
    package internal(set) var distance: Double?
    /// From the position to the nearest border of the layer, metres.
    package internal(set) var margin: Double?

    /// Whether an address alone speaks against what was recorded, and no cause explains how that came about: one source, and no second.
    var isByOneAddress: Bool {
        isByAddressAlone && support == .address && verdict != .unassigned
            && (cause == nil || cause == .unexplained)
    }

    /// Whether record and map disagree without a cause, and a clerk answered which area is right: that is no open question.
    package var isAnswered: Bool { verdict == .misrouted && cause == .unexplained && support == .clerk }

    /// Whether they disagree without a cause, and a second source says beyond doubt which area is right: no open question either.
    package var isBorneOut: Bool {
        verdict == .misrouted && cause == .unexplained && support != .clerk && repair?.confidence == .certain
    }

    init(row: Int, layer: Ordinal<Layer>, edition: Ordinal<Edition>) {
        self.row = row
        self.layer = layer
        self.edition = edition
    }

    /// The code of the area that contains the position; `nil` for none.
    package func expectedCode(in layer: PreparedLayer) -> String? {
        expected.exists ? layer.editions[edition].code(of: expected) : nil
    }

    /// A second source for the expected area, beside the recorded position.
    package enum Support: UInt8, Sendable, CaseIterable, BitwiseCopyable {
        case none
        /// The request's address, matched beyond serious doubt, lies in the expected area.
        case address
        /// The assigned area is right under another edition.
        case edition
        /// Other requests of its block agree, and none disagrees.
        case block
        /// The address lies in the assigned area, against the recorded position.
        case against
        /// A clerk answered that it is.
        case clerk
    }
}

/// What supports a verdict or a cause. Text is made from it only where somebody reads it.
package enum Evidence: Sendable, Hashable {
    case none
    /// Why the recorded position cannot be used, and no address helps.
    case missing(MissingPosition)
    /// No edition was in force when the request was opened.
    case noEditionInForce
    /// The assigned area, of which nothing can be used.
    case unreadableArea(Ordinal<UnreadableArea>)
    /// The position lies in no area, but may lie in one of which the ground is not known.
    case hiddenGround
    /// Record and map differ as the city agreed.
    case accepted(why: String)
    /// A clerk answered so, of the requests until a day.
    case decided(Decision.Answer, day: CivilDate)
    /// The request has no date; the last edition was taken.
    case undated
    /// The request has no date, and under another edition it is right.
    indirect case undatedUnder(Evidence)
    /// The position is a default point.
    case placeholder(Placeholder)
    /// With the axes exchanged, and where it is named with another sign, the position lies in an area of the edition.
    case swapped(area: Ordinal<Area>, otherSign: String?)
    /// With another sign of one number, or of both, the position lies in an area of the edition.
    case otherSign(of: String, area: Ordinal<Area>)
    /// Read in another reference system the numbers lie in an area of the edition.
    case otherSystem(name: String, area: Ordinal<Area>)
    /// With its eastings and northings read in another order, sign or unit the position lies in an area of the edition.
    case gridRead(how: String, area: Ordinal<Area>)
    /// Under another edition the assigned area contains the position, or lies within the uncertainty of it.
    case otherEdition(edition: Ordinal<Edition>, area: Ordinal<Area>, distance: Double)
    /// No area contains the position; the expected one is the nearest within the uncertainty.
    case nearestArea(distance: Double)
    /// What the request's address tells.
    indirect case address(AddressEvidence)
    /// What other requests of the same block tell.
    case block(BlockWitnesses.Count, area: Ordinal<Area>)
    /// As this one lie most requests of its block, across the street from where its ranges put them; `nil` where only
    /// counts are known.
    indirect case exchangedSides(AddressEvidence?, others: Int)
    /// The areas that contain the position, the expected one first, where several do and their borders are too far away to
    /// be the reason: they overlap, and the map does not tell which is meant. With what else is known.
    indirect case overlap([Ordinal<Area>], Evidence)
    /// The evidence for the cause, and a cause that fits as well with its own.
    indirect case both(Evidence, also: Cause, Evidence)

    /// The area where the recorded numbers lie if they are read in another order, sign or system; `nil` for other evidence.
    var areaIfReadOtherwise: Ordinal<Area>? {
        switch self {
        case .swapped(let area, _), .otherSign(_, let area), .otherSystem(_, let area),
            .gridRead(_, let area):
            area
        default: nil
        }
    }

    /// The evidence for the cause alone.
    var first: Evidence {
        switch self {
        case .both(let first, _, _): first.first
        case .overlap(_, let own): own.first
        default: self
        }
    }

    /// Whether it is what the address tells.
    var isOfAddress: Bool { if case .address = self { true } else { false } }

    /// Whether areas overlap where the position is.
    package var isOfOverlap: Bool {
        switch self {
        case .overlap: true
        case .both(let first, _, _): first.isOfOverlap
        default: false
        }
    }
}
