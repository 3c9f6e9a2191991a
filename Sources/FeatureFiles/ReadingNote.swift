/// Something that was mended or left out while a file was read, with the features that it concerns.
package struct ReadingNote: Hashable, Sendable {
    package enum Subject: String, CaseIterable, Sendable {
        case unclosedRing = "a ring was not closed; it was closed"
        case degenerateRing = "a ring has fewer than 3 different positions; it was left out"
        case notANumber = "NaN or Infinity stands for a value, which JSON does not have; it was read as null"
        case notUTF8 = "text is not UTF-8 and was read as Windows-1252"
        case notNamedEncoding = "text is UTF-8 although the file names another encoding; it was read as UTF-8"
        case nestedValue = "a property holds an object or list; it is kept as JSON text"
        case deletedRecord = "the record is marked as deleted; it was left out"
        case noAttributeTable = "the .dbf file is missing; the features have no properties"
        case fewerRecords = "the .dbf file has fewer records than the .shp file; the rest has no properties"
        case missingFeatures =
            "the file says itself that it does not hold all features, as a server's answer in pages does; download the rest too"
        case noReferenceSystem = "the file does not say its reference system"
        case unknownReferenceSystem = "the reference system is written in a form that is not known"
        case assumedEncoding =
            "nothing names its text's encoding, which is not UTF-8; it was read as Windows-1252, a .cpg file names another"
        case unknownEncoding = "the text encoding named by the file is not known; it was read as Windows-1252"
    }

    package let subject: Subject
    /// The numbers of the features concerned, in order; none where it is about the whole file.
    package var features: [Int]

    /// The note in words, with the first features that it concerns.
    package var text: String {
        guard !features.isEmpty else { return subject.rawValue }
        let named = features.prefix(5).map(String.init).joined(separator: ", ")
        let more = features.count > 5 ? " and \(features.count - 5) more" : ""
        return "\(subject.rawValue) (feature\(features.count == 1 ? "" : "s") \(named)\(more))"
    }
}

/// Collects notes while a file is read, one for each subject.
struct ReadingNotes {
    private var features: [ReadingNote.Subject: [Int]] = [:]

    mutating func add(_ subject: ReadingNote.Subject) { features[subject, default: []] += [] }

    mutating func add(_ subject: ReadingNote.Subject, feature: Int) {
        if features[subject]?.last != feature { features[subject, default: []].append(feature) }
    }

    mutating func add(_ rings: RingIntake, feature: Int) {
        if rings.closed > 0 { add(.unclosedRing, feature: feature) }
        if rings.degenerate > 0 { add(.degenerateRing, feature: feature) }
    }

    var all: [ReadingNote] {
        ReadingNote.Subject.allCases.compactMap { subject in
            features[subject].map { ReadingNote(subject: subject, features: $0) }
        }
    }
}
