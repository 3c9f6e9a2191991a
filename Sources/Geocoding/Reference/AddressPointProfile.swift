/// What a column of an address file holds.
package enum AddressPointColumn: String, Sendable, CaseIterable {
    case longitude, latitude, number
    case numberSuffix = "number_suffix"
    case street
    case preModifier = "premodifier"
    case preDirectional = "predirectional"
    case preType = "pretype"
    case name
    case postType = "type"
    case postDirectional = "postdirectional"
    case zip, place
}

/// The columns of one kind of address file.
package struct AddressPointProfile: Sendable, Hashable {
    package var name: String
    package var columns: [AddressPointColumn: String]
    /// The columns that somebody named: a file that has not all of them is not read.
    package var required: Set<AddressPointColumn> = []

    package init(name: String, columns: [AddressPointColumn: String]) {
        self.name = name
        self.columns = columns
    }

    /// Returns a known profile.
    package init?(named name: String) {
        guard let known = Self.known.first(where: { $0.name == name }) else { return nil }
        self = known
    }

    /// Returns the known profile of which a file has the number and the street.
    package init?(recognizing fields: [String]) {
        let present = Set(fields.map { $0.lowercased() })
        let fitting = Self.known.first { profile in
            [.number, .street, .name].compactMap { profile.columns[$0] }.allSatisfy {
                present.contains($0.lowercased())
            }
        }
        guard let fitting else { return nil }
        self = fitting
    }

    package static let known = [openAddresses, nena]

    package static let openAddresses = AddressPointProfile(
        name: "openaddresses",
        columns: [
            .longitude: "LON", .latitude: "LAT", .number: "NUMBER", .street: "STREET", .place: "CITY",
            .zip: "POSTCODE",
        ])

    /// Site and structure address points of the NENA NG9-1-1 data model.
    package static let nena = AddressPointProfile(
        name: "nena-points",
        columns: [
            .number: "Add_Number", .numberSuffix: "AddNum_Suf", .preModifier: "St_PreMod",
            .preDirectional: "St_PreDir", .preType: "St_PreTyp", .name: "St_Name", .postType: "St_PosTyp",
            .postDirectional: "St_PosDir", .place: "Inc_Muni", .zip: "Post_Code",
        ])
}
