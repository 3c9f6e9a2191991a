/// What a word of a column's name says, whatever the language.
enum Meaning: String, Sendable, Hashable {
    // What the name is about
    case request, task, identifier, type, status, state, reason, problem, service, subject, title, topic
    case place, street, house, number, direction, streetName, suffix, unit, crossing, block
    case latitude, longitude, easting, northing, position, coordinate
    case channel, source, origin, method, device
    case zip, town, area, department, person, neighbourhood
    case note, description, name, code, sub, parent, duplicate
    // When
    case date, year, month, day, time, utc, local, opened, received, closed, due, updated, acknowledged,
        visited
    // What only tells one column from another
    case last, first, original, computed, old, current, flag, count, duration, within, link, row, object, tax
    case property, contact, postal, citizen, priority, project
    /// A word that tells nothing, such as *field*.
    case filler
}
