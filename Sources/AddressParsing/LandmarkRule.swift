/// Tells a street without a number from the name of a place that is no address.
struct LandmarkRule {
    let line: TokenLine

    func kind(_ street: StreetParts, _ tail: Tail) -> AddressKind {
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
