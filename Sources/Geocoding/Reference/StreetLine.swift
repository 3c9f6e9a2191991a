package import AddressParsing
import FeatureFiles
package import Geometry

/// A stretch of a street's centre line as a map draws it.
package struct StreetLine: Hashable, Sendable {
    /// For people: `N Main St`; empty where the street has none.
    package var title: String
    /// The standard forms of the name and of other names, as addresses are parsed to; none where it has none.
    package var names: [StreetName]
    /// `nil` where the file does not say.
    package var roadClass: RoadClass?
    package var line: [Coordinate]
    /// The lowest and the highest house number of both sides; `nil` where it has none.
    package var numbers: ClosedRange<Int>?
}

extension StreetLine {
    /// Reads all lines of a street file, also those without a name or numbers.
    package static func read(_ source: StreetSource) throws(ReferenceError) -> [StreetLine] {
        let reader = try StreetFileReader(source, aliases: StreetAliases())
        var standard = StreetStandard(parser: AddressParser())
        return reader.lines(standard: &standard)
    }
}

extension StreetFileReader {
    /// Returns a line for each part of each feature that has a place, but those that lie far from all others.
    func lines(standard: inout StreetStandard) -> [StreetLine] {
        let classes = RoadClass.fields.compactMap(source.field)
        var lines: [StreetLine] = []
        for feature in source.features {
            let names = names(feature, &standard)
            var line = StreetLine(title: title(feature, names.first), names: names, line: [])
            line.roadClass = classes.lazy.compactMap { RoadClass(code: source.text(feature, $0)) }.first
            let parts = TouchingParts.joined(feature.geometry.paths.map { source.coordinates($0.positions) })
            for (index, part) in parts.enumerated() {
                line.line = part
                line.numbers = index == 0 ? numbers(feature) : nil
                lines.append(line)
            }
        }
        let home = ReferenceHome(lines: lines)
        return lines.filter { home?.holds($0.line) ?? true }
    }

    /// A name written in capitals and small letters is the city's own spelling; another is set so.
    private func title(_ feature: Feature, _ name: StreetName?) -> String {
        let written = source.text(feature, columns[.fullName])
        return written.contains(where: \.isLowercase) ? written : name?.title ?? ""
    }

    private func numbers(_ feature: Feature) -> ClosedRange<Int>? {
        var segment = StreetSegment(names: [], line: [])
        addNumbers(feature, to: &segment)
        let ranges = [segment.left, segment.right].compactMap(\.self)
        guard let low = ranges.map(\.low).min(), let high = ranges.map(\.high).max() else { return nil }
        return low...high
    }
}
