import DelimitedText

/// Both numbers of a position in one text: `39.295, -76.615`, `(39.295, -76.615)`, `POINT (-76.615 39.295)`, Socrata's address
/// on three lines with the pair on the last, JSON, `Lat: 39.295 Long: -76.615`, PostGIS's hexadecimal digits, a height behind the
/// two, or a link to a map that has them.
package struct PositionText: Sendable, Equatable {
    /// Which number comes first.
    package enum Order: Sendable { case longitudeFirst, latitudeFirst }

    package let first: PositionNumber
    package let second: PositionNumber
    /// What the form or letters such as N and W say; `nil` for two bare numbers, as people paste them.
    package let order: Order?
    /// Whether neither letters nor a form in which one order is prescribed say it: a whole column may.
    package private(set) var isOpen = false

    /// The number of the reference system that the text names, as EPSG has it; `nil` where it names none, or degrees of today's. Such
    /// numbers are brought to degrees by ``PositionSystems``.
    package private(set) var system: Int?

    /// Longitude and latitude: in the order that is written or, where nothing says it, latitude first, as maps on the web give
    /// it, unless the first number can be no latitude.
    package var position: (longitude: PositionNumber, latitude: PositionNumber) {
        switch order ?? (abs(first.value) > 90 ? .longitudeFirst : .latitudeFirst) {
        case .longitudeFirst: (first, second)
        case .latitudeFirst: (second, first)
        }
    }

    /// Longitude and latitude in the order that the whole column has, where this text leaves it open.
    ///
    /// - Parameter order: The column's; `nil` where nothing tells it.
    package func position(in order: Order?) -> (longitude: PositionNumber, latitude: PositionNumber) {
        // A number that can be no latitude is none, whatever its column says.
        guard isOpen, order == .longitudeFirst, abs(second.value) <= 90 else { return position }
        return (first, second)
    }

    /// Reads a pair, or returns `nil` for anything else.
    package init?(_ text: String) {
        var text = text
        guard let pair = text.withUTF8({ PositionText($0) }) else { return nil }
        self = pair
    }

    /// Reads a pair, or returns `nil` for anything else.
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let open = text.lastIndex(of: UInt8(ascii: "(")) else {
            switch text.first {
            // An object, a list, or `lat` and `lon` before their numbers.
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "L"), UInt8(ascii: "l"):
                self.init(json: text)
            default:
                if let point = HexadecimalPoint(text) {
                    self.init(point)
                } else if let pair = PositionLink(text)?.pair {
                    self.init(numbers: pair, order: .latitudeFirst)
                } else {
                    self.init(numbersBeforeHeight: text)
                    isOpen = first.axis == nil
                }
            }
            return
        }
        let close = text[open...].firstIndex(of: UInt8(ascii: ")")) ?? text.count
        let rest = text[min(close + 1, text.count)...].filter { $0 > 0x20 }
        // A list of one point: `MULTIPOINT ((-76.615 39.295))`.
        let isList = rest == [UInt8(ascii: ")")]
        guard rest.isEmpty || isList else { return nil }
        let inner = UnsafeBufferPointer(rebasing: text[(open + 1)..<close])
        if isList {
            guard let outer = text[..<open].lastIndex(where: { $0 > 0x20 }), text[outer] == UInt8(ascii: "("),
                Self.endsInPoint(text[..<outer])
            else { return nil }
            self.init(numbers: Self.withoutHeight(inner), order: .longitudeFirst)
            system = Self.system(before: text[..<outer])
        } else if Self.endsInPoint(text[..<open]) {
            self.init(numbers: Self.withoutHeight(inner), order: .longitudeFirst)
            system = Self.system(before: text[..<open])
        } else {
            self.init(numbers: inner, order: .latitudeFirst)
            isOpen = first.axis == nil
        }
    }

    private init?(_ point: HexadecimalPoint) {
        self.init(numbers: "\(point.longitude), \(point.latitude)", order: .longitudeFirst)
        system = point.system
    }

    /// Systems whose degrees are taken as they are: WGS 84, NAD83 and ETRS89, and 0 for none.
    private static let ofDegrees: Set<Int> = [0, 4326, 4269, 4258]

    /// Returns the number of a system whose positions are no degrees of today's; `nil` for one of those.
    static func system(numbered number: Int) -> Int? {
        if NamedSystem.webMercators.contains(number) { return NamedSystem.webMercator }
        return ofDegrees.contains(number) ? nil : number
    }

    /// Returns what `SRID=4267;` before a point names.
    private static func system(before text: some Sequence<UInt8>) -> Int? {
        let word = text.filter { $0 > 0x20 }.map { $0 | 0x20 }
        // GeoSPARQL names it before the point: `<http://www.opengis.net/def/crs/EPSG/0/4267> POINT(…)`.
        if word.first == UInt8(ascii: "<") {
            return NamedSystem.number(in: String(decoding: word, as: UTF8.self)).flatMap(system)
        }
        guard word.starts(with: "srid=".utf8) else { return nil }
        // Digits have the bit of small letters.
        let digits = word.dropFirst(5).prefix { $0 &- 48 < 10 }
        guard digits.count <= 9, !digits.isEmpty else { return nil }
        return system(numbered: digits.reduce(0) { $0 * 10 + Int($1 &- 48) })
    }

    /// Returns the first two of the numbers of a point of well-known text, which may have a height and a measure after them.
    private static func withoutHeight(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let numbers = text.split { $0 <= 0x20 }
        guard numbers.count > 2 else { return text }
        return UnsafeBufferPointer(rebasing: text[..<numbers[1].endIndex])
    }

    /// Whether a text is well-known text of a point that lies nowhere.
    static func isEmptyPoint(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let letters = text.filter { $0 > 0x20 }.map { $0 | 0x20 }
        guard letters.suffix(5).elementsEqual("empty".utf8) else { return false }
        return endsInPoint(letters.dropLast(5))
    }

    /// Whether what stands before a parenthesis names a point of well-known text, as in `SRID=4326;POINT Z`.
    private static func endsInPoint(_ text: some Sequence<UInt8>) -> Bool {
        var word = text.filter { $0 > 0x20 }.map { $0 | 0x20 }
        for letter in [UInt8(ascii: "m"), UInt8(ascii: "z")] where word.last == letter { word.removeLast() }
        return word.suffix(5).elementsEqual("point".utf8)
    }

    /// Reads two numbers, or the first two of three and four: a height and how good the position is stand behind them, as in
    /// `39.295, -76.615, 14.2` and `39.295 -76.615 0 4.5`.
    private init?(numbersBeforeHeight text: UnsafeBufferPointer<UInt8>) {
        if let pair = Self(numbers: text, order: nil) {
            self = pair
            return
        }
        let parts = text.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        let numbers = parts.compactMap { DecimalText(UnsafeBufferPointer(rebasing: $0)) }
        // So many decimals are those of degrees: `1,234,567` is one number.
        guard (3...4).contains(parts.count), numbers.count == parts.count,
            numbers[..<2].allSatisfy({ $0.decimals >= 3 && abs($0.value) <= 180 })
        else { return nil }
        first = PositionNumber(value: numbers[0].value, decimals: numbers[0].decimals)
        second = PositionNumber(value: numbers[1].value, decimals: numbers[1].decimals)
        order = abs(first.value) > 90 ? .longitudeFirst : nil
    }

    /// Reads two numbers with a comma, a semicolon or spaces between them.
    private init?(numbers text: UnsafeBufferPointer<UInt8>, order: Order?) {
        guard let (first, second) = Self.halves(text) else { return nil }
        self.first = first
        self.second = second
        switch (first.axis, second.axis) {
        case (.latitude, .longitude): self.order = .latitudeFirst
        case (.longitude, .latitude): self.order = .longitudeFirst
        case (nil, nil):
            // A first number that can be no latitude is a longitude, whatever the form.
            self.order = order == .latitudeFirst && abs(first.value) > 90 ? .longitudeFirst : order
        default: return nil
        }
    }

    private static func halves(_ text: UnsafeBufferPointer<UInt8>) -> (PositionNumber, PositionNumber)? {
        func split(at separator: (UInt8) -> Bool) -> (PositionNumber, PositionNumber)? {
            for index in text.indices where separator(text[index]) {
                let before = trimmed(text[..<index])
                let after = trimmed(text[(index + 1)...])
                if let first = PositionNumber(before), let second = PositionNumber(after) {
                    return (first, second)
                }
            }
            return nil
        }
        // A comma with a space after it separates; one without may stand in a number.
        for index in text.indices.dropLast() where text[index] == UInt8(ascii: ",") && text[index + 1] <= 0x20
        {
            guard let first = PositionNumber(trimmed(text[..<index])),
                let second = PositionNumber(trimmed(text[(index + 1)...]))
            else { continue }
            return (first, second)
        }
        if let pair = split(at: {
            $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/")
        }) {
            return pair
        }
        // `118.997,4` is one number.
        if let one = GroupedNumber(text), one.isCertain, one.mark == UInt8(ascii: ".") { return nil }
        return split { $0 == UInt8(ascii: ",") } ?? split { $0 <= 0x20 }
    }

    private static func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UnsafeBufferPointer<UInt8> {
        var text = text
        while let first = text.first, first <= 0x20 { text = text.dropFirst() }
        while let last = text.last, last <= 0x20 { text = text.dropLast() }
        return UnsafeBufferPointer(rebasing: text)
    }

    /// Reads `[-76.6, 39.3]`, a GeoJSON point, or an object with `latitude` and `longitude`, without caring for its quotes.
    private init?(json text: UnsafeBufferPointer<UInt8>) {
        let plain = FieldText.string(text).lowercased()
        if let open = plain.lastIndex(of: "["), let close = plain[open...].firstIndex(of: "]") {
            let numbers = plain[plain.index(after: open)..<close].split(separator: ",").prefix(2)
            self.init(numbers: numbers.joined(separator: ", "), order: .longitudeFirst)
            system = NamedSystem.number(in: plain).flatMap(Self.system)
            return
        }
        func number(after names: [String]) -> String? {
            for name in names {
                guard let found = plain.firstRange(of: name) else { continue }
                let digits = plain[found.upperBound...].drop { "\"':= ".contains($0) }
                let number = digits.prefix { $0.isNumber || "+-.e".contains($0) }
                // `lat` begins `latestWkid` too.
                if number.contains(where: \.isNumber) { return String(number) }
            }
            return nil
        }
        guard let latitude = number(after: ["latitude", "lat", "\"y\""]),
            let longitude = number(after: ["longitude", "long", "lon", "lng", "\"x\""])
        else { return nil }
        if let system = NamedSystem.number(in: plain).flatMap(Self.system) {
            // In metres and feet no number tells which it is.
            self.init(numbers: "\(longitude), \(latitude)", order: .longitudeFirst)
            self.system = system
        } else {
            self.init(numbers: "\(latitude), \(longitude)", order: .latitudeFirst)
        }
    }

    private init?(numbers text: String, order: Order) {
        var text = text
        guard let pair = text.withUTF8({ PositionText(numbers: $0, order: order) }) else { return nil }
        self = pair
    }
}
