/// Adds to a finished PDF what cairo 1.16 cannot say: that it is tagged, the language, one document element around
/// all others, texts in place of figures, the scope of header cells, and that a viewer shows the title.
///
/// The changed objects are appended with a cross-reference section of their own, an incremental update as
/// ISO 32000-1, 7.5.6 describes it; the first bytes stay as they are.
struct PDFAmendment {
    private let file: PDFFile
    private var changed: [Int: String] = [:]

    init(_ file: PDFFile) { self.file = file }

    /// Returns the amended file, or the bytes as they are where the file is not of the kind that cairo writes.
    static func accessible(_ bytes: [UInt8], language: String, figures: [String]) -> [UInt8] {
        guard let file = PDFFile(bytes), let root = file.reference("/Root") else { return bytes }
        var amendment = PDFAmendment(file)
        amendment.describeCatalog(root, language: language)
        amendment.describeElements(figures: figures)
        amendment.wrapInDocument()
        return amendment.written(root: root)
    }

    private mutating func describeCatalog(_ number: Int, language: String) {
        change(number, "/Type /Catalog") {
            "\($0)\n   /Lang (\(language))\n   /MarkInfo << /Marked true >>\n"
                + "   /ViewerPreferences << /DisplayDocTitle true >>"
        }
    }

    private mutating func describeElements(figures: [String]) {
        var alternatives = figures[...]
        for number in file.offsets.keys.sorted() {
            if file.begins(number, with: "<< /Type /StructElem\n   /S /Figure") {
                let text = PDFAmendment.hexadecimal(alternatives.popFirst() ?? "")
                change(number, "/S /Figure") { "\($0)\n   /Alt \(text)" }
            } else if file.begins(number, with: "<< /Type /StructElem\n   /S /TH") {
                change(number, "/S /TH") { "\($0)\n   /A << /O /Table /Scope /Column >>" }
            } else if file.begins(number, with: "<< /Type /Page\n") {
                change(number, "/Type /Page") { "\($0)\n   /Tabs /S" }
            } else if file.begins(number, with: "<< /Type /Annot\n   /Subtype /Link") {
                change(number, "/Subtype /Link") { "\($0)\n   /Contents (To the list)" }
            }
        }
    }

    /// Puts one element between the root of the structure and all that cairo hung on it.
    private mutating func wrapInDocument() {
        guard
            let tree = file.offsets.keys.sorted().first(where: {
                file.begins($0, with: "<< /Type /StructTreeRoot")
            }),
            let root = file.dictionary(tree),
            let opening = root.firstRange(of: "/K ["),
            let end = root[opening.upperBound...].firstIndex(of: "]")
        else { return }
        let kids = root[opening.upperBound..<end]
        let document = size
        changed[document] = "<< /Type /StructElem\n   /S /Document\n   /P \(tree) 0 R\n   /K [\(kids)]\n>>"
        changed[tree] = root.replacingCharacters(in: opening.lowerBound...end, with: "/K [ \(document) 0 R ]")
        for kid in kids.split(separator: " ").compactMap({ Int($0) }) where kid > 0 {
            change(kid, "/P \(tree) 0 R") { _ in "/P \(document) 0 R" }
        }
    }

    private mutating func change(_ number: Int, _ key: String, _ replacement: (String) -> String) {
        guard let text = changed[number] ?? file.dictionary(number), let found = text.firstRange(of: key)
        else { return }
        changed[number] = text.replacingCharacters(in: found, with: replacement(key))
    }

    /// One more than the highest object number of the file.
    private var size: Int { (file.offsets.keys.max() ?? 0) + 1 }

    private func written(root: Int) -> [UInt8] {
        var bytes = file.bytes
        var positions: [Int: Int] = [:]
        for (number, text) in changed.sorted(by: { $0.key < $1.key }) {
            positions[number] = bytes.count
            bytes +=
                Array("\(number) 0 obj\n".utf8)
                + text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            bytes += Array("\nendobj\n".utf8)
        }
        let table = bytes.count
        bytes += Array("xref\n".utf8)
        for (number, position) in positions.sorted(by: { $0.key < $1.key }) {
            let digits = String(position)
            let padded = String(repeating: "0", count: 10 - digits.count) + digits
            bytes += Array("\(number) 1\n\(padded) 00000 n \n".utf8)
        }
        let information = file.reference("/Info").map { " /Info \($0) 0 R" } ?? ""
        let count = max(size, (changed.keys.max() ?? 0) + 1)
        let trailer =
            "trailer\n<< /Size \(count) /Root \(root) 0 R\(information) /Prev \(file.tableOffset) >>\n"
        return bytes + Array("\(trailer)startxref\n\(table)\n%%EOF\n".utf8)
    }

    /// Returns text as a hexadecimal string in UTF-16, which holds any letter.
    static func hexadecimal(_ text: String) -> String {
        let units = [0xFEFF] + text.utf16
        return "<"
            + units.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() + ">"
    }
}

extension String {
    func replacingCharacters(in range: some RangeExpression<String.Index>, with text: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }
}
