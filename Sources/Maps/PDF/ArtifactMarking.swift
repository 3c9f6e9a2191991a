/// Marks as artifacts what a page draws outside of all tags: paper, rules, frames, running heads.
struct ArtifactMarking {
    private var output: [UInt8] = []
    /// Whether a text is open.
    private var isInText = false
    /// Whether an artifact is open.
    private var isOpen = false
    /// The marks that are open, outermost first: true for those that the structure refers to.
    private var marks: [Bool] = []

    /// Returns a page's content with artifacts marked.
    ///
    /// - Throws: ``MapError/document(_:)`` for content whose marks do not match.
    static func marked(_ content: [UInt8]) throws(MapError) -> [UInt8] {
        var marking = ArtifactMarking()
        marking.output.reserveCapacity(content.count + content.count / 8)
        var operations = ContentOperations(content)
        while let operation = try operations.next() {
            try marking.add(operation.name, content[operation.range])
        }
        marking.close()
        guard marking.marks.isEmpty else { throw .document("a mark in it has no end") }
        return marking.output
    }

    private var isTagged: Bool { marks.contains(true) }

    private mutating func add(_ name: String, _ bytes: ArraySlice<UInt8>) throws(MapError) {
        switch name {
        case "BDC", "BMC":
            // Only what bears a number is tagged; others, such as the letters that a ligature stands for, are not.
            let bearsNumber = Self.contains(bytes, "/MCID")
            if !isTagged { bearsNumber ? close() : open() }
            marks.append(bearsNumber)
        case "EMC":
            guard marks.popLast() != nil else { throw .document("a mark in it has no beginning") }
        case "BT", "ET":
            // An artifact and a text may not overlap (ISO 32000-1, 14.6.1).
            if !isTagged {
                guard marks.isEmpty else { throw .document("a mark in it reaches over a text's end") }
                close()
            }
            isInText = name == "BT"
        case "BI": throw .document("it holds a picture within its content")
        default:
            if !isTagged, !Self.statesOnly.contains(name) { open() }
        }
        output += bytes
        output.append(10)
    }

    /// Operators that draw nothing and may stand outside of all marks.
    private static let statesOnly: Set<String> = [
        "q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "CS", "cs", "SC", "SCN", "sc", "scn", "G",
        "g",
        "RG", "rg", "K", "k",
    ]

    private mutating func open() {
        guard !isOpen else { return }
        // Texts outside of all tags are running heads and feet.
        output += Array((isInText ? "/Artifact << /Type /Pagination >> BDC\n" : "/Artifact BMC\n").utf8)
        isOpen = true
    }

    private mutating func close() {
        guard isOpen else { return }
        output += Array("EMC\n".utf8)
        isOpen = false
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            bytes.indices.contains { bytes[$0...].starts(with: word) }
        }
    }
}
