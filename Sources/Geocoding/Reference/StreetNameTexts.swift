import AddressParsing

/// What stands in a column of streets' names, as the parser of addresses reads it.
package enum StreetNameTexts {
    /// Returns whether nearly all of some texts are whole names with their types: `Main St`, `rue Saint-Denis`; not `Main`.
    package static func haveTypes(_ texts: [String]) -> Bool {
        let parser = AddressParser()
        let typed = texts.count { text in
            let street = parser.parse("150 \(text)").best.street
            let isTyped = !street.name.isEmpty && !(street.postType.isEmpty && street.preType.isEmpty)
            // A type before a name, which alone may be a part of it: `boulevard Saint-Laurent`.
            return isTyped || !FrenchTypes.respelled(text).isEmpty
        }
        return !texts.isEmpty && typed * 5 >= texts.count * 4
    }
}
