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
        city = atlas.city.name
        words = atlas.settings.words
    }

    /// The last part of a packet; `nil` where nobody is named.
    var section: PacketSection? {
        guard let contact else { return nil }
        let parts = [contact.name, contact.telephone, contact.mail, contact.url].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return PacketSection(heading: words("Contact"), paragraphs: [parts.joined(separator: "   ·   ")])
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
                lines: [contact.telephone, contact.mail, contact.url].compactMap(\.self),
                address: contact.url ?? contact.mail.map { "mailto:\($0)" }
                    ?? contact.telephone.map { "tel:\($0.filter { !$0.isWhitespace })" },
                logo: contact.logo)
        }
    }
}
