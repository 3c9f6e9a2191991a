/// What a column of a requests file may mean. The raw values are the keys of `columns:` in the city file.
package enum RequestField: String, Codable, Sendable, CaseIterable {
    case id, category, status, opened, closed, due, address, longitude, latitude
    /// When the row was last changed.
    case updated
    /// Both numbers of the position in one text, used where there are no columns of degrees.
    case location
    /// Easting and northing in the selection's coordinate system, used where there are no degrees.
    case x, y
    /// How the request came in: phone, web, a member of the council.
    case channel
    /// Who referred the request, such as a member of the council.
    case referral
    /// The request that this one repeats.
    case parent
    case zip, city
    /// Free text. Read only where it is asked for, since it is large and personal.
    case description
    /// The CRM's answer for a layer.
    case assigned
}
