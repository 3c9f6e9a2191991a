/// Which styles of a workbook show a number as a date or a time, or with more than its digits.
struct CellStyles {
    /// For each style whether its format is that of a date.
    private(set) var isDate: [Bool] = []
    /// For each style what its format shows beside a whole number's digits.
    private(set) var faces: [NumberFace?] = []

    /// Returns whether a format's code shows a date or a time of day, as `yyyy-mm-dd` and `h:mm` do.
    ///
    /// Lengths of time, `[h]:mm`, are numbers: no calendar is meant.
    static func isDate(code: String) -> Bool {
        var rest = Substring(code)
        var letters = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let inner = rest.prefix { $0 != "]" }.lowercased()
                if !inner.isEmpty, inner.allSatisfy({ "hms".contains($0) }) { return false }
                rest = rest.drop { $0 != "]" }.dropFirst()
            case ";": rest = ""
            default: letters += character.lowercased()
            }
        }
        return !letters.contains("general") && letters.contains { "ydhms".contains($0) }
    }

    /// The formats that every workbook has (ECMA-376, part 1, 18.8.30), those of East Asia too.
    private static func isDate(builtIn number: Int) -> Bool {
        switch number {
        case 14...22, 27...36, 45, 47, 50...58: true
        default: false
        }
    }

    /// Reads `xl/styles.xml`.
    final class Reader: XMLHandler {
        private(set) var styles = CellStyles()
        private var codes: [Int: String] = [:]
        private var isInCells = false

        func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
            switch name.localName {
            case "numFmt":
                let values = XMLAttributes(attributes)
                if let number = values["numFmtId"].flatMap({ Int($0) }) {
                    codes[number] = values["formatCode"] ?? ""
                }
            case "cellXfs": isInCells = true
            case "xf" where isInCells:
                let number = XMLAttributes(attributes)["numFmtId"].flatMap { Int($0) } ?? 0
                styles.isDate.append(
                    codes[number].map { CellStyles.isDate(code: $0) } ?? CellStyles.isDate(builtIn: number))
                styles.faces.append(codes[number].flatMap { NumberFace(code: $0) })
            default: break
            }
        }

        func end(_ name: UnsafePointer<CChar>) { if name.localName == "cellXfs" { isInCells = false } }
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}

/// The attributes of an element, by their names without prefix.
struct XMLAttributes {
    private let values: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ values: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.values = values }

    subscript(name: String) -> String? {
        var index = 0
        while let key = values[index], let value = values[index + 1] {
            if key.localName == name { return String(cString: value) }
            index += 2
        }
        return nil
    }
}
