/// How addresses are placed and judged. The penalties start from those of British Columbia's online geocoder, whose
/// order holds: what can lead to another place costs more than what is merely left out.
package struct MatchSettings: Sendable, Hashable {
    /// Distance of an interpolated position from the centre line, metres; `nil` for that of the streets' profile, or
    /// else ``defaultSideOffset``.
    package var sideOffset: Double?
    package static let defaultSideOffset = 8.0
    /// What interpolation keeps free at both ends of a segment, where the crossing streets run, metres.
    package var endInset: Double = 8
    /// How houses fill their ranges; `nil` for what is known of the city.
    package var rangeFilling: RangeFilling?
    package var penalties = FaultPenalties()
    /// A match with a lower score counts as none.
    package var minimumScore: Double = 70
    /// Equally good candidates this far apart, metres, are a tie.
    package var tieDistance: Double = 75
    /// Candidates that a result keeps.
    package var candidateLimit = 10
    package var uncertainty = UncertaintyModel()

    package init() {}
}

/// The points that each fault takes from 100.
package struct FaultPenalties: Sendable, Hashable {
    package var nameSpacing = 1.0
    /// For one letter; each further one costs half as much again.
    package var nameMisspelled = 5.0
    package var nameSoundsAlike = 12.0
    /// Where the line leaves out words of the name.
    package var namePartial = 9.0
    /// Where the line has words that the name has not: `Old York Rd` is no `York Rd`.
    package var nameExceeded = 24.0
    package var alias = 0.0
    /// For another way to write the name: `W St` for `West St`.
    package var nameVariant = 1.0
    package var modifierDiffers = 6.0
    package var directionalMissing = 3.0
    package var directionalExtra = 3.0
    package var directionalWrong = 12.0
    package var directionalSwapped = 1.0
    package var typeMissing = 3.0
    package var typeExtra = 3.0
    package var typeWrong = 6.0
    package var zipWrong = 5.0
    package var cityElsewhere = 35.0
    package var numberSuffixDiffers = 1.0
    package var numberOnOtherSide = 4.0
    package var numberNotInRange = 10.0
    package var numberFarFromRange = 20.0
    package var streetsDoNotMeet = 10.0
    /// For each further street of a crossing that does not come to it.
    package var streetNotThere = 6.0
    package var secondReading = 4.0
    package var stateElsewhere = 35.0
    package var cityUnknown = 3.0
    package var acrossTheStreet = 4.0
    package var nearAddress = 4.0
    package var eitherHouse = 3.0
    package var numberNotRead = 10.0
    package var namesake = 2.0

    package init() {}

    func nameMisspelled(_ letters: Int) -> Double { nameMisspelled * (1.5 * Double(letters) - 0.5) }
}
