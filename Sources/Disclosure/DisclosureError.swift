/// Why something may not be published as it was asked for.
package enum DisclosureError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A private category fits no request, and a category that is not private is nearly it.
    case nearlyPrivate(city: String, category: String, named: String)
    /// A private category was asked for by name for everybody to see.
    case privateForPublic(category: String)

    package var description: String {
        switch self {
        case .nearlyPrivate(let city, let category, let named):
            "\(city): categories: no request has the private category “\(named)”, but some have “\(category)”, which"
                + " would be published; write “\(category)”: {private: true} or {private: false}"
        case .privateForPublic(let category):
            "\(category): the city file marks this category private; ask for it with --edition internal"
        }
    }
}
