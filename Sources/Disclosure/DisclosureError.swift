package import Wording

/// Why something may not be published as it was asked for.
package enum DisclosureError: AdvisingError, Equatable {
    /// A category that is not private is nearly a private one.
    case nearlyPrivate(city: String, category: String, named: String)
    /// A category that is not private would be shown by a title, or in a group, that is a private one's name or nearly.
    case calledAsPrivate(city: String, category: String, title: String, named: String)
    /// A private category was asked for by name for everybody to see.
    case privateForPublic(category: String)
    /// Facts were made when other categories were private, or before facts knew each private request.
    case factsOfOtherMarks

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .nearlyPrivate(let city, let category, let named):
            "\(city): categories: some requests have “\(category)”, which is nearly the private category “\(named)” and"
                + " would be published; write “\(category)”: {private: true} or {private: false}"
        case .calledAsPrivate(let city, let category, let title, let named):
            "\(city): categories: “\(category)” would be published as “\(title)”, and be taken for the private category"
                + " “\(named)”; give it another title or group, or mark it private: true"
        case .privateForPublic(let category):
            "\(category): the city file marks this category private; ask for it with \(terms[.edition]) internal"
        case .factsOfOtherMarks:
            "the facts were made where other categories were private, or by an earlier wardline, and would tell of those that are"
                + " now; make them anew\(terms.with(.makingFacts))"
        }
    }
}
