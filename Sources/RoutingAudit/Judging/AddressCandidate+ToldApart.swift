import Geocoding
import Geometry
import Locating
import Records

/// Places of one title in one sentence.
extension AddressCandidate {
    /// Returns the titles of places, each told from those of the same title: by the town or ZIP code, by how it is known, or else by
    /// where it is.
    static func titles(of places: [AddressCandidate]) -> [String] {
        let titles = places.map(\.title)
        return places.indices.map { index in
            let alike = places.indices.filter { $0 != index && titles[$0] == titles[index] }
            let own = alike.isEmpty ? [] : places[index].marks
            let mark = own.indices.first { mark in
                !own[mark].isEmpty && alike.allSatisfy { places[$0].marks[mark] != own[mark] }
            }
            return mark.map { "\(titles[index]), \(own[$0])" } ?? titles[index]
        }
    }

    /// What may tell it from another place of its title, in the order in which people look for it.
    private var marks: [String] {
        let (longitude, latitude) = (position.longitude, position.latitude)
        return [
            place, zip, precision.tellingWords,
            "at \(FixedDecimal.text(longitude, decimals: 5)), \(FixedDecimal.text(latitude, decimals: 5))",
        ]
    }
}

extension MatchPrecision {
    /// How a place is known, where that tells it from another one of its title.
    var tellingWords: String {
        switch self {
        case .addressPoint: "the house itself"
        case .range: "by the street's numbers"
        case .intersection: "the crossing"
        case .block: "the block"
        case .street: "the street"
        }
    }
}
