import Foundation
import Geocoding

/// The columns of a file of streets or addresses, by their names.
struct ReferenceColumns: Sendable {
    /// A known kind of file that has all of these columns.
    let profile: String?
    /// By the names that the city file uses, in its order; what a profile leaves open.
    let columns: [(key: String, column: String)]
    /// What an address or a street needs and the file does not show.
    let missing: [String]
    /// The rows of addresses that were looked at and have no position which is read, of all that were; `nil` where there are none.
    private(set) var unplaced: (rows: Int, looked: Int)?

    /// Finds the columns of a file of streets.
    init(streets fields: [String]) {
        if let known = StreetProfile(recognizing: fields) {
            self.init(profile: known.name, columns: [], missing: [])
            return
        }
        var found: [(String, String)] = []
        var used: Set<String> = []
        for (column, names) in StreetFieldNames.whole {
            guard let field = Self.first(of: names, in: fields, except: used) else { continue }
            found.append((column.rawValue, field))
            used.insert(field)
        }
        for field in fields where !used.contains(field) {
            guard let column = StreetFieldNames.sided(field),
                !found.contains(where: { $0.0 == column.rawValue })
            else { continue }
            found.append((column.rawValue, field))
            used.insert(field)
        }
        let order = StreetColumn.allCases.map(\.rawValue)
        let keys = Set(found.map(\.0))
        var missing = ["left_from", "left_to", "right_from", "right_to"].filter { !keys.contains($0) }
        if keys.isDisjoint(with: ["name", "full_name"]) { missing.insert("name", at: 0) }
        // A full name beside the name alone says nothing more.
        if keys.contains("name") { found.removeAll { $0.0 == "full_name" } }
        self.init(
            profile: nil,
            columns: found.sorted { (order.firstIndex(of: $0.0) ?? 0) < (order.firstIndex(of: $1.0) ?? 0) },
            missing: missing)
    }

    /// Finds the columns of a file of addresses.
    init(addresses file: ReferenceFields) {
        let (fields, hasPoints) = (file.names, file.hasPoints)
        let present = Set(fields.map { $0.lowercased() })
        if let known = AddressPointProfile(recognizing: fields),
            known.columns.values.allSatisfy({ present.contains($0.lowercased()) }),
            hasPoints || known.columns[.longitude] != nil
        {
            self.init(profile: known.name, columns: [], missing: [])
            return
        }
        var found: [(String, String)] = []
        var used: Set<String> = []
        for (column, names) in AddressNames.whole {
            if hasPoints, column == .longitude || column == .latitude { continue }
            guard let field = Self.first(of: names, in: fields, except: used) else { continue }
            found.append((column.rawValue, field))
            used.insert(field)
        }
        Self.takeWholeName(&found, in: file)
        let keys = Set(found.map(\.0))
        if keys.contains("name") { found.removeAll { $0.0 == "street" } }
        var missing = keys.contains("number") ? [] : ["number"]
        if keys.isDisjoint(with: ["name", "street"]) { missing.append("street") }
        if !hasPoints { missing += ["longitude", "latitude"].filter { !keys.contains($0) } }
        let order = AddressPointColumn.allCases.map(\.rawValue)
        self.init(
            profile: nil,
            columns: found.sorted { (order.firstIndex(of: $0.0) ?? 0) < (order.firstIndex(of: $1.0) ?? 0) },
            missing: missing)
        unplaced = hasPoints ? nil : Self.unplaced(found, in: file)
    }

    /// Takes a name that holds its type too for the whole street, where no column has the type: `NOM_VOIE` of `rue Saint-Denis`.
    private static func takeWholeName(_ found: inout [(String, String)], in file: ReferenceFields) {
        guard let name = found.first(where: { $0.0 == "name" })?.1,
            !found.contains(where: { ["type", "pretype", "street"].contains($0.0) }),
            StreetNameTexts.haveTypes(file.texts(of: name))
        else { return }
        for index in found.indices where found[index].0 == "name" { found[index].0 = "street" }
    }

    /// Counts the first rows that have no position which is read; `nil` where all have one.
    private static func unplaced(
        _ found: [(String, String)], in file: ReferenceFields
    ) -> (rows: Int, looked: Int)? {
        func texts(_ key: String) -> [String] {
            let column = found.first { $0.0 == key }?.1
            return column.flatMap { file.names.firstIndex(of: $0) }.map { file.texts[$0] } ?? []
        }
        let (longitudes, latitudes) = (texts("longitude"), texts("latitude"))
        let rows = zip(longitudes, latitudes).count {
            AddressDegrees.position(longitude: $0, latitude: $1) == nil
        }
        return rows == 0 ? nil : (rows, longitudes.count)
    }

    private init(profile: String?, columns: [(String, String)], missing: [String]) {
        self.profile = profile
        self.columns = columns.map { (key: $0.0, column: $0.1) }
        self.missing = missing
    }

    /// The field that bears the first of some names that one bears.
    private static func first(of names: String, in fields: [String], except used: Set<String>) -> String? {
        for name in names.split(separator: " ") {
            if let field = fields.first(where: { plain($0) == name && !used.contains($0) }) { return field }
        }
        return nil
    }

    /// A name in small letters and digits alone.
    static func plain(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }
}

/// What files of streets call their columns.
private enum StreetFieldNames {
    /// Names that say all by themselves, the surest first.
    static let whole: [(StreetColumn, String)] = [
        (.preModifier, "stpremod premod premodifier premodtyp prefixmod"),
        (
            .preDirectional,
            "stpredir predir predirection prefixdir prefixdirection dirpre stpredirabrv predirabrv fedirp dirprefix predirectional predi prefix pd stdir direction dir"
        ),
        (.preType, "stpretyp pretype stpretype pretyp prefixtype fepretype strpretype"),
        (
            .name,
            "stname streetname name feanme fename stnm strname strnm basename roadname rdname streetnm stnamealone sname nomvoie nomrue strassenname stnameonly nombre nombrevia toponimo"
        ),
        (
            .postType,
            "stpostyp posttype sttype streettype streettyp suffixtype featype fetype sttyp strtype stype type suftype typesuffix posttyp stposttype roadtype streettypesuffix strsfxcd stsuffix streetsuf streetsuffix suffix suf sfx postyp typ tipovia"
        ),
        (
            .postDirectional,
            "stposdir postdir sufdir suffixdir suffixdirection dirsuf fedirs dirsuffix postdirection postdirectional stpostdir posdir sufdirection sd strsfxdir"
        ),
        (
            .fullName,
            "fullname lfname fullstname fullstreet streetfull stnamefull fullstreetname stfull namefull streetlabel stlabel roadfullname fullroadname linearnamefull label fullnameabrv completename fulladdr street road strasse rue calle"
        ),
        (
            .id,
            "tlid centerlineid geoid segmentid segid physicalid linkid streetid roadsegid rclid centrelineid streetsegid strid clid seglineid roadid uniqueid facilityid objectid objectid1 gid fid id nguid"
        ),
    ]

    /// The words of which names of one side are made, in any order.
    private static let sides: [String: Character] = [
        "l": "l", "left": "l", "lt": "l", "r": "r", "right": "r", "rt": "r",
    ]
    private static let ends: [String: Character] = [
        "f": "f", "fr": "f", "from": "f", "lo": "f", "low": "f", "start": "f", "min": "f", "beg": "f",
        "begin": "f",
        "t": "t", "to": "t", "hi": "t", "high": "t", "end": "t", "max": "t", "h": "t",
    ]
    private static let numbers: Set<String> = [
        "add", "addr", "address", "adr", "hn", "num", "no", "nbr", "house", "number", "ad", "hno", "st",
        "range", "housenumber", "n", "hs",
    ]
    private static let zips: Set<String> = [
        "zip", "zipcode", "postcode", "postalcode", "zip5", "zipcd", "postal", "pc", "plz",
    ]
    private static let places: Set<String> = [
        "muni", "incmuni", "city", "town", "place", "municipality", "a3", "community", "comm", "postcomm",
        "cityname", "muniname", "mcd", "placename",
    ]
    private static let parities: Set<String> = [
        "parity", "oe", "oeflag", "evenodd", "oddeven", "par", "oddeve",
    ]

    /// Returns what a name of one side says, such as `L_F_ADD`, `LFROMHN` or `ZIPLEFT`; `nil` for any other.
    static func sided(_ name: String) -> StreetColumn? {
        let letters = Array(ReferenceColumns.plain(name))
        guard (2...24).contains(letters.count) else { return nil }
        for side in ["left", "right", "lt", "rt", "l", "r"] {
            for rest in rests(of: letters, without: Array(side)) {
                if let column = column(rest, side: sides[side] ?? "l") { return column }
            }
        }
        return nil
    }

    /// What is left of a name when a word is taken from its beginning, its end, or, for one letter or more, between.
    private static func rests(of letters: [Character], without word: [Character]) -> [String] {
        var rests: [String] = []
        if letters.starts(with: word) { rests.append(String(letters.dropFirst(word.count))) }
        if letters.reversed().starts(with: word.reversed()) {
            rests.append(String(letters.dropLast(word.count)))
        }
        if word.count > 2, letters.count > word.count {
            for start in 1..<(letters.count - word.count + 1)
            where Array(letters[start..<start + word.count]) == word {
                rests.append(String(letters[..<start] + letters[(start + word.count)...]))
            }
        }
        return rests
    }

    private static func column(_ rest: String, side: Character) -> StreetColumn? {
        let isLeft = side == "l"
        if zips.contains(rest) { return isLeft ? .leftZip : .rightZip }
        if places.contains(rest) { return isLeft ? .leftPlace : .rightPlace }
        if parities.contains(rest) { return isLeft ? .leftParity : .rightParity }
        guard let end = end(of: rest) else { return nil }
        if end == "f" { return isLeft ? .leftFrom : .rightFrom }
        return isLeft ? .leftTo : .rightTo
    }

    /// Which end of a range a word such as `fromadd`, `addto` or `lonum` says.
    private static func end(of rest: String) -> Character? {
        for (word, end) in ends.sorted(by: { $0.key.count > $1.key.count }) {
            if rest == word, word.count > 1 { return end }
            if rest.hasPrefix(word), numbers.contains(String(rest.dropFirst(word.count))) { return end }
            if rest.hasSuffix(word), numbers.contains(String(rest.dropLast(word.count))) { return end }
        }
        return nil
    }
}

/// What files of addresses call their columns.
private enum AddressNames {
    static let whole: [(AddressPointColumn, String)] = [
        (.longitude, "longitude lon lng long longitud pointx xlong gpsx x"),
        (.latitude, "latitude lat latitud pointy ylat gpsy y"),
        (
            .number,
            "addnumber housenumber hsenbr addrnum addnum addressnumber streetnumber housenum houseno stnum strnum stno hsenum addrno addressno housenbr number hnum streetno hno civicnum civicnumber numero hausnummer num nro portal"
        ),
        (
            .numberSuffix,
            "addnumsuf hsefracn numbersuffix addrnumsuf housenumsuf hsesuf fraction numsuf housesuffix addnumsuffix addrsuffix half addrfraction hsefrac"
        ),
        (.preModifier, "stpremod premod premodifier"),
        (
            .preDirectional,
            "stpredir predir hsedircd prefixdir predirection dirpre stpredirabrv predirabrv predirectional streetpredir streetdir stdir prefixdirection dir direction"
        ),
        (.preType, "stpretyp pretype stpretype pretyp streetpretype"),
        (
            .name,
            "stname streetname strnm strname roadname stnm basename feanme fename streetnm rdname nomvoie strassenname"
        ),
        (
            .postType,
            "stpostyp strsfxcd posttype sttype streettype streettyp featype fetype stsuffix streetsuffix suffixtype suftype posttyp strtype sttyp postyp suffix suf"
        ),
        (
            .postDirectional,
            "stposdir strsfxdircd postdir sufdir suffixdir dirsuf postdirection postdirectional streetpostdir stsufdir suffixdirection"
        ),
        (
            .street,
            "street fullstreet streetfull fullname stnamefull fullstname fullstreetname road strasse rue calle via stfull roadfullname streetaddress"
        ),
        (
            .zip,
            "zipcd postcode zip zipcode postalcode zip5 postcode5 plz cp codepostal zipcode5 postal cep"
        ),
        (
            .place,
            "incmuni a3 city municipality muni town place postcomm cityname community ville commune ort ciudad locality postalcity zipcity poname"
        ),
    ]
}
