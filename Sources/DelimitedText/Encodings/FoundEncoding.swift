package import TableFiles

/// How a file's text beyond ASCII was read, and by what that was known.
package struct FoundEncoding: Sendable, Hashable {
    package enum Basis: String, Sendable, Hashable {
        /// The bytes are well-formed UTF-8.
        case valid
        /// The city file, or facts, say so.
        case stated
        /// The bytes fit this encoding, and those that were tried beside it less.
        case bytes
        /// The bytes fit it, as they fit others; it is what is used where the city lies.
        case usual
        /// The bytes fit it, as they fit others, and nothing tells which it is.
        case doubtful
        /// Nothing fits the bytes.
        case none
    }

    /// ``CodePage/utf8`` where the text is UTF-8, or parts of it are.
    package let page: CodePage
    package let basis: Basis

    /// Creates it by the encoding's name; `nil` where that is not known.
    package init?(named name: String, _ basis: Basis) {
        guard let page = CodePage.named(name) else { return nil }
        self.init(page, basis)
    }

    /// The name that the system's converter knows it under.
    package var name: String { page.name }

    package init(_ page: CodePage, _ basis: Basis) {
        self.page = page
        self.basis = basis
    }

    /// Whether all text is read by it: what is taken for Windows-1252 may hold fields of UTF-8, each of which is read as such.
    var isOfWholeText: Bool { page != .utf8 && (page != .windows1252 || basis == .stated) }

    /// Whether it might have been found another, had it been known where the city lies.
    package var dependsOnPlace: Bool { ![.valid, .stated].contains(basis) }

    /// What to say of it where its texts are not counted; empty of UTF-8.
    package var note: String {
        remark
            ?? (page == .utf8 ? "" : "text is not UTF-8; it was read as \(page.title), which its bytes fit")
    }

    /// What to say of it; `nil` of UTF-8.
    package var remark: String? {
        let name = page.title
        let key = "encoding: under requests: in the city file"
        return switch basis {
        case .valid: nil
        case .stated: page == .utf8 ? nil : "text is \(name), as is said"
        // How many texts they are is counted.
        case .bytes where page == .windows1252: nil
        case .bytes: "text is not UTF-8; it was read as \(name), which its bytes fit; \(key) says otherwise"
        case .usual:
            "not certain: text is not UTF-8; it was read as \(name), as is usual where the city lies; say \(key)"
        case .doubtful:
            "not certain: text is not UTF-8; it was read as \(name), though its bytes fit other encodings too; say \(key)"
        case .none:
            "not certain: text is not UTF-8 and fits no encoding that was tried; it was read as \(name), and its letters may"
                + " be wrong; say \(key)"
        }
    }
}

extension CodePage {
    /// The name that people know it by.
    var title: String { EncodingTable.titles[name] ?? name }
}
