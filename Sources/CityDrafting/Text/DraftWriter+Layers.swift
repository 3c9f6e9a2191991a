import Foundation
import Records
import Wording

/// The layers that requests are routed by, each with its editions and the column of its areas.
extension DraftWriter {
    mutating func writeLayers() {
        file.blank()
        guard !parts.layers.isEmpty else { return offerLayers() }
        file.add("layers:", indent: 0)
        var names: Set<String> = []
        var index = 0
        for group in parts.groups {
            let members = Array(parts.layers[index..<index + group.count])
            index += group.count
            var name = LayerName(members, columns: columns)
            while !names.insert(name.key).inserted { name.key += "_2" }
            write(members, as: name)
        }
    }

    private mutating func write(_ editions: [MatchedFile], as name: LayerName) {
        guard let newest = editions.last else { return }
        file.add("- name: \(YAMLText.value(name.key))", indent: 2)
        file.add(
            "title: \(YAMLText.value(name.title))", indent: 4, because: "what an area is called on pages")
        if let assigned = newest.assigned {
            write(assigned, of: newest, layer: name.key)
        } else {
            let told = Self.withoutColumn(
                newest, name: newest.passedOver.map { columns.name($0.column.column) })
            let denied = newest.passedOver.flatMap {
                $0.isOfAnotherMap ? nil : columns.name($0.column.column)
            }
            file.offer(
                "assigned: \(denied.map { YAMLText.value($0) } ?? "COLUMN")", indent: 4,
                because: "\(told); with none the layer is not audited")
            findings.append("\(name.key): \(told)")
        }
        for edition in editions {
            noteFaultyFeatures(edition, layer: name.key)
            guard let distance = edition.distance else { continue }
            let remark =
                "\(edition.file.name) lies \(NumberText.count(Int(distance / 1000))) km from the requests, and none of them in it"
            file.comment(
                "\(remark): is it another city's, or are its longitudes and latitudes exchanged?", indent: 4)
            doubts.append(remark)
        }
        file.add("editions:", indent: 4)
        for (index, edition) in editions.enumerated() {
            write(edition, isFirst: index == 0, isOnly: editions.count == 1)
        }
    }

    private mutating func write(_ assigned: AssignedColumn, of matched: MatchedFile, layer: String) {
        let column = columns.name(assigned.column)
        var evidence =
            "\(NumberText.count(assigned.written)) of \(NumberText.count(assigned.filled)) codes are areas of \(matched.file.name)"
        if assigned.resolved > assigned.written {
            evidence += ", \(NumberText.count(assigned.resolved - assigned.written)) more by aliases"
        }
        if assigned.understood > assigned.resolved {
            let more = NumberText.count(assigned.understood - assigned.resolved)
            evidence += ", \(more) more by aliases that are only offered"
        }
        evidence += "; \(Self.agreement(assigned))"
        findings.append("\(layer): column \(column), \(evidence)")
        let others = matched.alternatives.map { columns.name($0.column) }
        if !others.isEmpty { evidence += "; or \(others.joined(separator: ", "))" }
        if let doubt = matched.doubt { evidence += "; \(doubt)" }
        if matched.isDoubtful {
            file.offer("assigned: \(YAMLText.value(column))", indent: 4, because: "doubtful: \(evidence)")
            doubts.append(
                "layer \(layer): the column \(column) is only offered: \(matched.doubt ?? Self.agreement(assigned))"
            )
        } else {
            file.add("assigned: \(YAMLText.value(column))", indent: 4, because: evidence)
            if assigned.isByPlaceAlone {
                doubts.append(
                    "layer \(layer): most texts of \(column) are no codes of \(matched.file.name); each is taken for the area in which its requests"
                        + " lie: look whether the column is one of these areas")
            }
        }
        writeAliases(assigned, of: matched, layer: layer)
    }

    /// How the codes agree with where the requests lie.
    private static func agreement(_ assigned: AssignedColumn) -> String {
        assigned.placed > 0
            ? "of \(NumberText.count(assigned.placed)) with a position \(NumberText.share(assigned.agreeing, of: assigned.placed)) agree with it"
            : "no position bears it out"
    }

    /// Why a map has no column, with the one that holds its codes nevertheless.
    private static func withoutColumn(_ matched: MatchedFile, name: String?) -> String {
        guard let passed = matched.passedOver, let name else {
            return "no column of the requests holds codes of \(matched.file.name)"
        }
        let (own, count) = (passed.column, NumberText.count)
        return "no column of the requests is taken for \(matched.file.name): \(name) holds codes of it"
            + " (\(count(own.written)) of \(count(own.filled))), but "
            + (passed.isOfAnotherMap ? "is taken for another map" : agreement(own))
    }

    private mutating func write(_ edition: MatchedFile, isFirst: Bool, isOnly: Bool) {
        let file = edition.file
        self.file.add(
            "- file: \(YAMLText.value(path(file.path)))", indent: 6,
            because:
                "\(NumberText.count(Set(file.texts[file.fields.firstIndex(of: edition.code) ?? 0]).subtracting([""]).count)) areas"
        )
        if let layer = file.layer { self.file.add("layer: \(YAMLText.value(layer))", indent: 8) }
        self.file.add("code: \(YAMLText.value(edition.code))", indent: 8, because: codeEvidence(edition))
        if let title = edition.title { self.file.add("title: \(YAMLText.value(title))", indent: 8) }
        let day = EditionDays.day(in: file.name)
        guard let from = day.day, !isOnly else { return }
        if isFirst {
            self.file.comment("in force from the beginning until the next one", indent: 8)
        } else {
            let why =
                day.isWhole
                ? "the day in the file's name"
                : "the file's name says no day: write the one on which it came into force"
            let against = edition.dayDoubt.map { "; \($0)" } ?? ""
            self.file.add("from: \(from)", indent: 8, because: why + against)
            if !day.isWhole || edition.dayDoubt != nil {
                doubts.append(
                    "\(file.name): in force from \(from)?\(day.isWhole ? "" : " Its name says no day")\(against)"
                )
            }
        }
    }

    private func codeEvidence(_ edition: MatchedFile) -> String {
        edition.assigned == nil ? "looks like a code" : "the field with most of the column's codes"
    }

    private mutating func offerLayers() {
        let named = columns.traits.indices.filter {
            columns.traits[$0].hasName && columns.traits[$0].name.says(.area) && !columns.traits[$0].isBlank
                && !columns.used.contains($0)
        }.map { columns.name($0) }
        file.comment(
            "The areas that requests are routed by: run init again with their files (GeoJSON, shapefile, GeoPackage) behind the requests."
                + (named.isEmpty
                    ? ""
                    : " Columns that may hold an assigned area: \(named.prefix(8).joined(separator: ", ")).")
        )
        file.add("# layers:", indent: 0)
        file.add("#   - name: district", indent: 0)
        file.add("#     assigned: \(named.first.map { YAMLText.value($0) } ?? "COLUMN")", indent: 0)
        file.add("#     editions:", indent: 0)
        file.add("#       - file: districts.geojson", indent: 0)
        doubts.append("no areas were named, so that nothing can be audited or mapped by area")
    }
}

/// What a layer is called in options, and on pages.
struct LayerName: Sendable {
    var key: String
    var title: String

    init(_ editions: [MatchedFile], columns: RequestColumns) {
        let whole = editions.last?.assigned.map { columns.traits[$0.column].name }
        let file = editions.last.map { ColumnName(EditionDays.day(in: $0.file.name).rest) }
        // Of `extended_attributes.ward` the last part is the column's own name.
        let isPath = whole.map { $0.shown.contains(".") && !$0.shown.contains(" ") } ?? false
        let part = isPath ? whole?.shown.split(separator: ".").last { !Self.ofSoftware.contains($0) } : nil
        let column = part.map { ColumnName(String($0)) } ?? whole
        // A column of which it is doubtful whether it has anything to do with the map does not name it.
        let isStrange = editions.last.map { $0.isDoubtful && $0.assigned?.isByPlaceAlone == true } ?? false
        let named = (isStrange ? [file, column] : [column, file]).compactMap(\.self)
        let words = named.first { $0.says(.area) } ?? named.first
        let useful = (words?.words ?? []).filter {
            !$0.allSatisfy(\.isNumber) && Vocabulary.meaning(of: $0) != .filler
                && ![
                    "assigned", "code", "no", "number", "nr", "id", "cd", "boundary", "boundaries", "limits",
                    "limites",
                    "polygon", "polygons",
                ].contains($0)
        }
        let called =
            useful.isEmpty ? ["area"] : useful.map(Self.singular).map { Self.abbreviations[$0] ?? $0 }
        key = called.joined(separator: "_")
        let spelled = called.map { words?.spellings[$0] ?? $0 }.joined(separator: " ")
        title = (spelled.prefix(1).uppercased() + spelled.dropFirst()).precomposedStringWithCanonicalMapping
    }

    /// What software calls what it shows of a reference, as ServiceNow: `assignment_group.display_value`.
    private static let ofSoftware: Set<Substring> = ["display_value", "value", "name", "label"]

    /// What columns shorten and pages write out.
    private static let abbreviations = ["dist": "district", "neigh": "neighborhood", "nbhd": "neighborhood"]

    /// One of what a file's name calls by its plural, where that is a word that is known: of `wards` a `ward`.
    private static func singular(_ word: String) -> String {
        let candidates = [
            word.hasSuffix("ies") ? word.dropLast(3) + "y" : nil,
            word.hasSuffix("es") ? String(word.dropLast(2)) : nil,
            word.hasSuffix("s") ? String(word.dropLast()) : nil,
        ]
        return candidates.compactMap(\.self).last {
            $0.count >= 3 && Vocabulary.meaning(of: $0).map { $0 != .filler } ?? false
        } ?? word
    }
}
