/// Why pages of cases cannot be made or written.
package enum CasePagesError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A file stands where the folder of all packets would be.
    case folderIsFile(String)
    /// The folder of all packets cannot be made; the system's reason.
    case folderNotMade(String, reason: String)
    /// The water of the city file lies nowhere on a map.
    case waterOutOfRange(file: String)

    package var description: String {
        switch self {
        case .folderIsFile(let folder): "\(folder) is a file; for maps of all areas name a folder"
        case .folderNotMade(let folder, let reason): "\(folder): the folder cannot be made: \(reason)"
        case .waterOutOfRange(let file):
            "\(file): its water lies nowhere on a map: longitudes go from -180 to 180 and latitudes from -90 to 90"
        }
    }
}
