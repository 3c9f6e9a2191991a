import FeatureFiles
import Geometry

/// How much a field looks like the codes or the titles of areas, judged by its name and values.
struct FieldCandidate {
    let name: String
    private let words: Set<String>
    private let values: [PropertyValue]
    private let texts: [String]
    private let featureCount: Int
    private let holdsFractions: Bool

    static func all(in file: FeatureCollection) -> [FieldCandidate] {
        let areas = file.features.filter { !$0.geometry.areas.polygons.isEmpty }
        // The features' own ids are mostly rows' numbers: they are there to be named, or where nothing else is.
        let fields = file.fields.indices.filter { $0 != file.identifierField }
        return (fields.isEmpty ? Array(file.fields.indices) : fields).map { field in
            FieldCandidate(name: file.fields[field], values: areas.map { $0.value(at: field) })
        }
    }

    /// Returns the name of the candidate with the highest score, the first of equals; `nil` where none is fit.
    static func best(_ candidates: [FieldCandidate], score: (FieldCandidate) -> Int?) -> String? {
        var best: (name: String, score: Int)?
        for candidate in candidates {
            guard let score = score(candidate), score > best?.score ?? .min else { continue }
            best = (candidate.name, score)
        }
        return best?.name
    }

    init(name: String, values: [PropertyValue]) {
        self.name = name
        words = Set(FieldCandidate.words(of: name))
        self.values = values
        featureCount = values.count
        texts = values.compactMap(\.text).filter { !$0.allSatisfy(\.isWhitespace) }
        holdsFractions = values.contains { value in
            if case .number(let number) = value { number != number.rounded() } else { false }
        }
    }

    /// Short, different in every feature or nearly, and named like a code; `nil` where the field cannot hold codes.
    var codeScore: Int? {
        guard isFit, isUnique || texts.count >= 2 else { return nil }
        let isShort = texts.allSatisfy { $0.count <= 12 }
        guard !isRowNumber || isUnique else { return nil }
        return distinctness + (isComplete ? 4 : 0) + (isShort ? 4 : 0) + codeNameScore
    }

    /// The areas of each code, as codes are compared without words and leading zeros; those of features.
    var areasOfCodes: [String: Set<Int>] {
        var areas: [String: Set<Int>] = [:]
        for (feature, value) in values.enumerated() {
            guard let text = value.text, !text.allSatisfy(\.isWhitespace) else { continue }
            areas[AreaCode.plain(text), default: []].insert(feature)
        }
        return areas
    }

    /// How plainly its name says one of some callings: 3 where it is it, but for words such as `id`, 2 where it has all its words, and
    /// less than nothing where it says that its values are old ones.
    func likeness(to callings: [String]) -> Int {
        let own = Self.core(of: name)
        if !own.isDisjoint(with: Self.oldWords) { return -1 }
        return callings.map { calling in
            let core = Self.core(of: calling)
            let isSaid = core.allSatisfy { word in own.contains { Self.isAlike($0, word) } }
            guard !core.isEmpty, isSaid else { return 0 }
            return own.count == core.count ? 3 : 2
        }.max() ?? 0
    }

    private static let oldWords: Set<String> = ["old", "former", "previous", "prev", "prior", "past"]
    private static let plainWords: Set<String> = [
        "id", "code", "number", "no", "num", "nbr", "name", "nm", "title", "label", "assigned", "new",
        "current",
    ]

    /// The words of a name that say what kind of area it is of.
    private static func core(of name: String) -> Set<String> { Set(words(of: name)).subtracting(plainWords) }

    /// Whether one word is the other or its beginning: `DIST` and `district`, `wards` and `ward`.
    private static func isAlike(_ one: String, _ other: String) -> Bool {
        one == other || min(one.count, other.count) >= 4 && (one.hasPrefix(other) || other.hasPrefix(one))
    }

    /// Text, and named like a title.
    var titleScore: Int? {
        guard isFit, !isRowNumber, texts.contains(where: { $0.contains(where: \.isLetter) }) else {
            return nil
        }
        let isName = words.contains("name") || words.contains { $0.count > 4 && $0.hasSuffix("name") }
        let isOther = !words.isDisjoint(with: Self.titleWords)
        let nameScore = isName ? 8 : isOther ? 6 : 0
        guard nameScore > 0 else { return nil }
        return nameScore + (isUnique ? 4 : 0) + (name.lowercased() == "name" ? 2 : 0)
    }

    /// Whether it is named like a title in another language than English.
    var isForeignTitle: Bool {
        titleScore != nil && words.isDisjoint(with: ["name", "title", "label", "description"])
    }

    /// What fields of titles are called, in the languages of city files.
    private static let titleWords: Set<String> = [
        "title", "label", "description", "nombre", "nome", "nom", "naam", "navn", "namn", "nimi", "nm",
        "bezeichnung",
        "bezeichnun", "denom", "denominazione", "denominaci", "libelle", "titulo", "titre", "nazwa", "名称",
    ]

    private var codeNameScore: Int {
        if isRowNumber { return -12 }
        if words.contains("code") { return 6 }
        let places: Set = [
            "zone", "ward", "district", "route", "precinct", "beat", "sector", "area", "region",
        ]
        let isPlace = !words.isDisjoint(with: places)
        let isNumber = !words.isDisjoint(with: ["id", "number", "no", "num", "nbr"])
        if isPlace && isNumber { return 6 }
        if isPlace || isNumber { return 5 }
        return words.isDisjoint(with: ["name", "label"]) ? 0 : 3
    }

    /// Numbers that the software gave to rows, and measures, tell nothing about an area.
    var isRowNumber: Bool {
        let softwareNames: Set = ["objectid", "fid", "gid", "globalid", "oid", "uuid"]
        return !words.isDisjoint(with: softwareNames)
    }

    private var isFit: Bool {
        let measures: Set = [
            "shape", "length", "len", "perimeter", "shapearea", "shapelen", "sqmi", "areasqmi",
        ]
        let isAddress = texts.contains { $0.contains("://") }
        let isConstant = featureCount > 1 && Set(texts).count < 2
        return !texts.isEmpty && !holdsFractions && !isAddress && !isConstant
            && words.isDisjoint(with: measures)
    }

    /// 12 where no two features have the same value. A file with one area in two parts shall still find its codes.
    private var distinctness: Int { 12 * Set(texts).count / max(texts.count, 1) }
    private var isUnique: Bool { Set(texts).count == texts.count }
    private var isComplete: Bool { texts.count == featureCount }

    /// Splits `WARD_ID`, `wardId` and `Ward2002` into lower-case words.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var current = ""
        var previous: Character = " "
        for character in name {
            let begins =
                previous.isLowercase && character.isUppercase || previous.isLetter && character.isNumber
            if begins || !(character.isLetter || character.isNumber) {
                words.append(current)
                current = ""
            }
            if character.isLetter || character.isNumber { current.append(contentsOf: character.lowercased()) }
            previous = character
        }
        return (words + [current]).filter { !$0.isEmpty }
    }
}
