/// A direction of the compass as part of a street's name.
package enum Directional: UInt8, Sendable, CaseIterable {
    case north, south, east, west, northeast, northwest, southeast, southwest

    /// The postal abbreviation: `N`, `NW`.
    package var abbreviation: String {
        switch self {
        case .north: "N"
        case .south: "S"
        case .east: "E"
        case .west: "W"
        case .northeast: "NE"
        case .northwest: "NW"
        case .southeast: "SE"
        case .southwest: "SW"
        }
    }
}

/// A street's name in the parts of the FGDC address standard, in standard upper-case forms for matching.
///
/// `1200 Old N Main St NW`: modifier `OLD`, directional north, name `MAIN`, type `ST`, northwest.
/// `State Route 32`: pre-type `STATE RTE`, name `32`. `Avenue S`: pre-type `AVE`, name `S`.
/// `Fifth Ave`, `5th Ave` and `5 Ave` all have the name `5TH`.
package struct StreetName: Hashable, Sendable {
    /// `OLD`, `NEW`, `BUSINESS`, or empty.
    package var preModifier: String = ""
    package var preDirectional: Directional?
    /// A type that stands before the name (`AVE`, `HWY`, `US HWY`, `STATE RTE`, `COUNTY RD`, `I`, `FM`), or empty.
    package var preType: String = ""
    /// The name proper: upper case, accents and points taken off, words separated by one space.
    package var name: String = ""
    /// The abbreviation of USPS Publication 28 (`AVE`, `BLVD`), or empty.
    package var postType: String = ""
    package var postDirectional: Directional?
    /// The same parts as they stand in the line.
    package var written = StreetSpans()

    package init() {}

    /// The standard parts in their order, one space between: `N MAIN ST`.
    package var standard: String {
        var parts: [String] = []
        if !preModifier.isEmpty { parts.append(preModifier) }
        if let preDirectional { parts.append(preDirectional.abbreviation) }
        if !preType.isEmpty { parts.append(preType) }
        if !name.isEmpty { parts.append(name) }
        if !postType.isEmpty { parts.append(postType) }
        if let postDirectional { parts.append(postDirectional.abbreviation) }
        return parts.joined(separator: " ")
    }
}

/// Where a street's parts stand in the line. Read in order they lose no word of the street.
package struct StreetSpans: Hashable, Sendable {
    package var preDirectional: TextSpan = .empty
    /// Modifier, pre-type and name together: `Old Hwy 5`, `Avenue S`, `Main`.
    package var name: TextSpan = .empty
    package var postType: TextSpan = .empty
    package var postDirectional: TextSpan = .empty
    /// Of a type in the plural that streets share (`Elm and Oak Sts`), without the plural's `s`.
    package var sharedType: TextSpan = .empty

    package init() {}

    /// The whole street.
    package var whole: TextSpan {
        preDirectional.union(name).union(postType).union(postDirectional)
    }
}
