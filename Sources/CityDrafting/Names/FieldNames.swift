import Algorithms
import ServiceRequests

/// How well a column's name fits what a column of the requests may hold.
enum FieldNames {
    /// Meanings that a name has to have, some that it may have, and how good it then is: 0 to 100.
    struct Rule {
        let needs: [Set<Meaning>]
        let merit: Int
        let allows: Set<Meaning>

        init(_ merit: Int, _ needs: [Set<Meaning>], allows: Set<Meaning> = []) {
            self.merit = merit
            self.needs = needs
            self.allows = allows
        }

        /// What is said beside what is needed makes it less likely.
        func merit(of name: ColumnName) -> Int {
            var rest = name.meanings
            for need in needs {
                guard let found = rest.firstIndex(where: need.contains) else { return 0 }
                rest.remove(at: found)
            }
            let strange = rest.count { !allows.contains($0) }
            // Of two names as good as each other the shorter one is meant.
            return max(0, merit - 9 * strange - 4 * name.unknownCount - (rest.count - strange))
        }
    }

    /// Returns how well a name fits a field: 0 not at all, 100 as well as can be.
    static func merit(of name: ColumnName, for field: RequestField) -> Int {
        if field == .due, saysBy(name) { return 97 }
        if field == .opened, saysFiled(name) { return 97 }
        if name.says(anyOf: forbidden[field] ?? []) { return 0 }
        if name.isFormatted, ofRawValues.contains(field) { return 0 }
        if ofPlaces.contains(field), name.isPlaceOfAnother { return 0 }
        let merit = (rules[field] ?? []).map { $0.merit(of: name) }.max() ?? 0
        // A type of record is what some software keeps, where a service has a name of its own.
        let isOfRecord = field == .category && name.words.contains("record")
        return isOfRecord ? max(0, merit - 6) : merit
    }

    /// `Resolve By` and `zu erledigen bis` are days, and `Resolved By` is a person.
    private static func saysBy(_ name: ColumnName) -> Bool {
        let verbs: Set<String> = ["resolve", "due", "complete", "close", "fix", "finish", "needed", "solve"]
        return name.words.adjacentPairs().contains {
            verbs.contains($0) && $1 == "by" || $0 == "erledigen" && $1 == "bis"
        }
    }

    /// `File Date`, as Accela calls the day on which a record was filed; elsewhere a file is what is attached.
    private static func saysFiled(_ name: ColumnName) -> Bool {
        name.words == ["file", "date"] || name.words == ["file", "dt"]
    }

    /// Rates cells as a header: how many sound like a field. Two may be chance.
    static func rating(of cells: [String]) -> Int {
        guard !cells.contains(where: { $0.count > 80 || Double($0) != nil }) else { return 0 }
        let found = cells.count { cell in
            let name = ColumnName(cell)
            return !name.meanings.isEmpty && name.meanings.count >= name.unknownCount
        }
        return found >= 3 ? found : 0
    }

    private static let noiseOfDates: Set<Meaning> = [
        .person, .contact, .reason, .note, .count, .duration, .link, .within, .flag, .department, .status,
        .priority,
        .visited, .acknowledged, .type, .code, .citizen,
    ]

    /// Fields that say where the request is, and never where somebody or something else is.
    private static let ofPlaces: Set<RequestField> = [
        .address, .zip, .city, .latitude, .longitude, .x, .y, .location,
    ]

    /// Fields that are read from values as software keeps them, and not as it shows them.
    private static let ofRawValues: Set<RequestField> = [
        .id, .opened, .closed, .due, .updated, .latitude, .longitude, .x, .y, .location,
    ]

    /// What a field's column never says.
    private static let forbidden: [RequestField: Set<Meaning>] = [
        .id: [
            .parent, .person, .tax, .property, .house, .street, .area, .department, .duplicate, .count, .link,
            .contact,
            .zip, .date, .town, .citizen, .object, .row, .channel, .source, .priority, .project,
        ],
        .category: [
            .place, .status, .person, .date, .contact, .link, .parent, .priority, .device, .count, .source,
            .channel,
            .street, .property, .closed, .note, .time, .duration, .flag, .identifier, .method, .area,
            .department,
            .visited, .tax, .unit,
        ],
        .status: [
            .note, .date, .flag, .person, .count, .link, .area, .time, .priority, .duration, .place, .visited,
            .updated,
            .contact,
        ],
        .opened: noiseOfDates.union([.closed, .due, .updated, .duration, .parent]),
        .closed: noiseOfDates.union([.opened, .due, .updated, .received]),
        .due: noiseOfDates.union([.updated, .flag, .opened]),
        .updated: noiseOfDates.union([.closed, .due, .opened]),
        .address: [
            .direction, .suffix, .zip, .town, .house, .date, .identifier, .unit,
            .latitude, .longitude, .coordinate, .position, .crossing, .count, .flag, .code, .number, .type,
            .state, .area,
        ],
        .channel: [
            .person, .link, .date, .count, .status, .flag, .number, .row, .note, .parent, .code, .latitude,
            .longitude,
            .closed,
        ],
        .parent: [.department, .unit, .area, .person, .count, .date, .status, .type, .link, .flag, .name],
        .zip: [.date, .count], .city: [.department, .area, .date, .count, .identifier, .code],
        .description: [
            .status, .person, .date, .link, .contact, .flag, .count, .area, .type, .department, .place,
            .closed,
            .code, .street, .unit, .project, .citizen, .within, .updated, .received, .service,
        ],
        .latitude: [.longitude], .longitude: [.latitude],
        .location: [.note, .description, .latitude, .longitude],
    ]

    private static let when: Set<Meaning> = [.date, .day, .time, .local, .utc]

    private static let rules: [RequestField: [Rule]] = [
        .id: [
            Rule(
                100, [[.request, .problem], [.identifier, .number]],
                allows: [.request, .service, .problem, .identifier, .number]),
            Rule(98, [[.service], [.identifier, .number]], allows: [.request]),
            Rule(90, [[.identifier], [.identifier]]),
            Rule(
                84, [[.task], [.identifier, .number]], allows: [.request, .identifier, .number, .service]),
            Rule(82, [[.identifier, .number]]),
            Rule(70, [[.request]]),
        ],
        .category: [
            Rule(
                100, [[.request, .problem], [.type]],
                allows: [.request, .description, .name, .service, .problem]),
            Rule(98, [[.service], [.type]], allows: [.name, .description, .request]),
            Rule(97, [[.type], [.name, .description]], allows: [.request]),
            Rule(62, [[.request]]),
            Rule(96, [[.service], [.name]], allows: [.request]),
            // Confirm's services are a department's, and their subjects what is reported.
            Rule(97, [[.subject], [.name]], allows: [.request]),
            Rule(96, [[.service], [.code], [.description, .name]], allows: [.request]),
            Rule(96, [[.problem], [.description, .name]], allows: [.request]),
            Rule(92, [[.type]]),
            Rule(90, [[.service], [.opened, .received]], allows: [.request]),
            Rule(88, [[.service], [.description]], allows: [.request]),
            Rule(88, [[.topic]], allows: [.request, .name]),
            Rule(86, [[.problem]]),
            Rule(84, [[.request, .problem], [.topic, .subject, .reason]], allows: [.name]),
            Rule(74, [[.request], [.description, .name]]),
            Rule(72, [[.sub], [.type]], allows: [.request, .problem, .service, .name, .description]),
            Rule(70, [[.service]], allows: [.request]),
            Rule(70, [[.subject]], allows: [.name]),
            Rule(66, [[.reason]], allows: [.name]),
            Rule(
                60, [[.service, .request, .problem, .type], [.code]], allows: [.request, .service, .type]),
            Rule(56, [[.request], [.title]]),
            Rule(54, [[.description]]),
            Rule(50, [[.title]]),
        ],
        .status: [
            Rule(
                100, [[.request, .problem], [.status]],
                allows: [.request, .service, .current, .name, .description, .last]),
            Rule(98, [[.status]], allows: [.name, .description, .current, .last, .service]),
            Rule(86, [[.status], [.reason]], allows: [.request]),
            Rule(80, [[.request], [.state]]),
            Rule(74, [[.state]], allows: [.current]),
            Rule(66, [[.status], [.type]]),
            Rule(60, [[.status], [.code]], allows: [.request]),
        ],
        .opened: [
            Rule(100, [[.opened], when], allows: when.union([.request, .service, .local])),
            Rule(98, [[.opened]], allows: [.request, .service]),
            Rule(98, [[.received], when], allows: when.union([.request, .service, .local])),
            Rule(96, [[.received]], allows: [.request, .service]),
            Rule(92, [[.request, .problem], when], allows: when.union([.service, .request])),
            Rule(66, [when], allows: [.time, .date]),
        ],
        .closed: [
            Rule(
                100, [[.closed], when], allows: when.union([.request, .service, .current, .local, .closed])),
            Rule(98, [[.closed]], allows: [.request, .service, .current, .closed]),
        ],
        .due: [
            Rule(
                100, [[.due], when],
                allows: when.union([.request, .service, .closed, .received, .state, .due])),
            Rule(98, [[.due]], allows: [.request, .service, .closed, .received, .due]),
            Rule(88, [[.received], [.closed]], allows: when),
        ],
        .updated: [
            Rule(100, [[.updated], when], allows: when.union([.last, .request, .service])),
            Rule(98, [[.updated]], allows: [.last, .request]),
        ],
        .address: [
            Rule(100, [[.place]], allows: [.request, .problem, .service, .street, .place, .closed, .method]),
            Rule(96, [[.street], [.place]], allows: [.request, .place, .street, .number]),
            Rule(80, [[.place], [.description]]),
            Rule(72, [[.place], [.name]]),
            Rule(70, [[.street]], allows: [.request]),
            Rule(64, [[.street], [.name]]),
            Rule(50, [[.place], [.note]]),
        ],
        .channel: [
            Rule(100, [[.channel]], allows: [.request, .type, .name, .source, .service]),
            Rule(
                100, [[.method], [.received, .opened, .contact]], allows: [.request, .description, .name]),
            Rule(97, [[.source]], allows: [.request, .type, .name, .received, .service, .problem]),
            Rule(96, [[.origin]], allows: [.request, .type, .name, .original, .service, .opened]),
            Rule(92, [[.contact], [.type, .method]]),
            Rule(90, [[.method]], allows: [.request, .received, .opened]),
            Rule(76, [[.device]], allows: [.type]),
        ],
        .parent: [
            Rule(100, [[.parent]], allows: [.request, .service, .identifier, .problem, .number]),
            Rule(90, [[.duplicate]], allows: [.request, .service, .identifier, .number, .parent]),
        ],
        .zip: [
            Rule(100, [[.zip]], allows: [.code, .place, .request, .problem, .postal, .number]),
            Rule(96, [[.postal], [.code]], allows: [.place, .first, .request]),
        ],
        .city: [Rule(100, [[.town]], allows: [.place, .name, .request, .street, .problem])],
        .description: [
            Rule(92, [[.note]], allows: [.request, .problem, .note, .description]),
            Rule(90, [[.problem, .request], [.description]], allows: [.request, .problem]),
            Rule(84, [[.description]]),
            Rule(50, [[.title]]),
        ],
        .latitude: [
            Rule(100, [[.latitude]], allows: [.position, .place, .coordinate, .request, .problem, .local])
        ],
        .longitude: [
            Rule(100, [[.longitude]], allows: [.position, .place, .coordinate, .request, .problem, .local])
        ],
        .x: [
            Rule(100, [[.easting]], allows: [.coordinate, .place]),
            Rule(90, [[.coordinate]], allows: [.coordinate, .place, .state, .position]),
        ],
        .y: [
            Rule(100, [[.northing]], allows: [.coordinate, .place]),
            Rule(90, [[.coordinate]], allows: [.coordinate, .place, .state, .position]),
        ],
        .location: [
            Rule(100, [[.position]], allows: [.place, .request, .coordinate]),
            Rule(90, [[.place]], allows: [.request, .position, .problem]),
            Rule(80, [[.coordinate]], allows: [.place]),
        ],
    ]
}
