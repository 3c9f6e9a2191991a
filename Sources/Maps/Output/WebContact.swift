import PageLanguage
import Records

/// Whom readers of a web page may ask.
package struct WebContact: Sendable {
    package var name: String?
    package var telephone: String?
    package var mail: String?
    /// Begins with `http://` or `https://`.
    package var address: String?

    package init(name: String?, telephone: String?, mail: String?, address: String?) {
        self.name = name
        self.telephone = telephone
        self.mail = mail
        self.address = address
    }

    /// The parts as links, in a paragraph.
    func html(_ words: PageWords) -> String {
        func link(_ target: String, _ text: String) -> String {
            "<a href=\"\(XMLText.escaped(target))\">\(XMLText.escaped(text))</a>"
        }
        let digits = telephone.map { $0.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
        let parts = [
            name.map { "<strong>\(XMLText.escaped($0))</strong>" },
            telephone.map { link("tel:\(digits ?? "")", $0) }, mail.map { link("mailto:\($0)", $0) },
            address.map { link($0, $0) },
        ].compactMap(\.self)
        return parts.isEmpty
            ? ""
            : "<p class=\"contact\">\(XMLText.escaped(words("Contact:"))) \(parts.joined(separator: " · "))</p>"
    }
}
