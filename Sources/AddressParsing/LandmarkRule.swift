/// Tells a street without a number from the name of a place that is no address.
struct LandmarkRule {
    let line: TokenLine

    /// - Parameter town: What is taken for the town.
    func kind(_ street: StreetParts, _ tail: Tail, town: Range<Int>) -> AddressKind {
        // `Elm Street School` is no town's Elm Street.
        if let last = town.last, tail.isEmpty, line[last].has(.landmark), line[town.lowerBound].gap < .comma,
            !line.lexicon.towns.contains(line.phrase(town))
        {
            return .unplaceable(.landmark)
        }
        if street.isTyped || !street.preTypeRange.isEmpty || street.postDirectional != nil { return .street }
        let first = line[street.nameRange.lowerBound]
        if first.has([.typeless, .ordinal]) || first.shape == .ordinal { return .street }
        let last = street.postTypeIndex >= 0 ? street.postTypeIndex : street.nameRange.upperBound - 1
        let isLandmark = (street.nameRange.lowerBound...last).contains { line[$0].has(.landmark) }
        let isLoneName =
            tail.isEmpty && !street.isWeaklyTyped || street.nameRange.lowerBound < last && !tail.isEmpty
        if first.has(.careOf) { return .unplaceable(.landmark) }
        return isLandmark || isLoneName ? .unplaceable(.landmark) : .street
    }
}
