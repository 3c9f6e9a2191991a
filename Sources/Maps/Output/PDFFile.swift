/// The objects of a finished PDF with a plain cross-reference table, as cairo writes it.
struct PDFFile {
    let bytes: [UInt8]
    /// Where each object starts, by number.
    let offsets: [Int: Int]
    let trailer: String
    let tableOffset: Int

    /// Reads the table, or returns `nil` where the file has none of this kind.
    init?(_ bytes: [UInt8]) {
        guard let keyword = Self.lastIndex(of: Array("startxref".utf8), in: bytes) else { return nil }
        let lines = Self.text(bytes[keyword...]).split(whereSeparator: \.isNewline)
        guard lines.count > 1, let table = Int(lines[1]), table < keyword else { return nil }
        let section = Self.text(bytes[table..<keyword]).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard section.first == "xref", section.count > 2, let range = Self.range(section[1]) else {
            return nil
        }
        guard section.count > 2 + range.count else { return nil }
        var offsets: [Int: Int] = [:]
        for (number, line) in zip(range, section[2...]) where line.contains(" n") {
            offsets[number] = Int(line.prefix(10))
        }
        self.bytes = bytes
        self.offsets = offsets
        tableOffset = table
        trailer = section[(2 + range.count)...].joined(separator: "\n")
    }

    private static let objectMark = Array(" obj\n".utf8)
    private static let endMark = Array("endobj".utf8)

    /// Returns an object's dictionary as text, or `nil` for one that holds a stream.
    func dictionary(_ number: Int) -> String? {
        guard let start = bodyOffset(number), let end = Self.index(of: Self.endMark, in: bytes, from: start),
            let text = String(validating: bytes[start..<end], as: UTF8.self), !text.contains("endstream")
        else { return nil }
        return text.trimmed
    }

    /// Whether an object's dictionary begins with these words. Costs no more than their length.
    func begins(_ number: Int, with words: StaticString) -> Bool {
        guard let start = bodyOffset(number), start + words.utf8CodeUnitCount <= bytes.count else {
            return false
        }
        return words.withUTF8Buffer { bytes[start...].starts(with: $0) }
    }

    private func bodyOffset(_ number: Int) -> Int? {
        guard let start = offsets[number] else { return nil }
        return Self.index(of: Self.objectMark, in: bytes, from: start).map { $0 + Self.objectMark.count }
    }

    /// Returns the number that a key of the trailer refers to.
    func reference(_ key: String) -> Int? { PDFFile.reference(key, in: trailer) }

    static func reference(_ key: String, in dictionary: String) -> Int? {
        guard let found = dictionary.firstRange(of: key + " ") else { return nil }
        return Int(dictionary[found.upperBound...].prefix { $0.isNumber })
    }

    private static func range(_ line: Substring) -> Range<Int>? {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        return numbers.count == 2 ? numbers[0]..<(numbers[0] + numbers[1]) : nil
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) }))
    }

    static func index(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, start >= 0, bytes.count - pattern.count >= start else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            (start...bytes.count - pattern.count).first { position in
                bytes[position] == first && pattern.indices.allSatisfy { bytes[position + $0] == pattern[$0] }
            }
        }
    }

    private static func lastIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return (0...bytes.count - pattern.count).reversed().first { bytes[$0...].starts(with: pattern) }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
    }
}
