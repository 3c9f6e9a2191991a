package import Wording

/// What a column is named for.
package enum ColumnUse: Sendable, Equatable {
    /// What a key of the city file means.
    case key(String)
    /// Something else that is asked for, such as columns to pass on.
    case setting(SettingName)

    /// The key of the city file; empty where none names it.
    var key: String { if case .key(let key) = self { key } else { "" } }

    func text(in terms: CallerTerms) -> String {
        switch self {
        case .key(let key): key
        case .setting(let setting): terms[setting]
        }
    }
}
