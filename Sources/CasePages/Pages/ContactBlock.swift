import City
import Maps
import PageLanguage

/// Whom readers of a page may ask, as the city file names them.
struct ContactBlock {
    private let contact: CityFile.ContactSettings?
    private let city: String
    private let words: PageWords

    init(_ atlas: CityAtlas) {
        contact = atlas.city.contact
        words = atlas.settings.words
        city = words.city(atlas.city.name)
    }

    /// The last part of a packet; `nil` where nobody is named.
    var section: PacketSection? {
        guard let contact, contact.name != nil || !lines.isEmpty else { return nil }
        return PacketSection(
            heading: words("Contact"), paragraphs: [contact.name].compactMap(\.self), lines: lines)
    }

    private var lines: [ContactLine] {
        [
            contact?.telephone.map { ContactLine($0, address: Self.call($0)) },
            contact?.mail.map { ContactLine($0, address: "mailto:\($0)") },
            contact?.url.map { ContactLine($0, address: $0) },
        ].compactMap(\.self)
    }

    private static func call(_ number: String) -> String {
        "tel:\(number.filter { $0.isASCII && ($0.isNumber || $0 == "+") })"
    }

    var webContact: WebContact? {
        contact.map {
            WebContact(name: $0.name, telephone: $0.telephone, mail: $0.mail, address: $0.url)
        }
    }

    var briefContact: BriefContact? {
        contact.map { contact in
            BriefContact(
                name: contact.name ?? city,
                lines: lines,
                address: contact.url ?? lines.first { $0.text == contact.mail }?.address
                    ?? lines.first?.address,
                logo: contact.logo)
        }
    }
}
