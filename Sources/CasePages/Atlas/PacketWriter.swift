import Chronology
import City
import Disclosure
import Maps
import PageLanguage

/// Writes an area's map in one form.
struct PacketWriter {
    let settings: MapSettings

    func bytes(_ packet: AreaPacket, _ format: MapFormat) throws -> [UInt8] {
        switch format {
        case .pdf where settings.extent == .brief:
            return try BriefWriter(packet: packet).plan().pdf(facts: documentFacts(packet))
        case .pdf:
            let plan = try plan(packet, notes: .behindMapToo)
            return try plan.pdf(
                PacketSections(packet: packet, plan: plan).sections, facts: documentFacts(packet))
        case .svg where settings.extent == .brief: return try BriefWriter(packet: packet).plan().svg()
        case .png where settings.extent == .brief:
            return try BriefWriter(packet: packet).plan().png(dotsPerInch: settings.dotsPerInch)
        case .svg: return try plan(packet).svg()
        case .png: return try plan(packet).png(dotsPerInch: settings.dotsPerInch)
        case .html:
            let page = WebPage(
                sheet: packet.sheet, table: packet.table, contact: ContactBlock(packet.atlas).webContact,
                tiles: settings.tiles)
            return page.bytes(try LeafletLibrary.installed())
        case .geojson: return geoJSON(packet).bytes()
        }
    }

    private func plan(_ packet: AreaPacket, notes: NotePlacement = .besideMap) throws -> MapPlan {
        func plan(_ sheet: MapSheet) throws -> MapPlan {
            try MapPlan(
                sheet, paper: packet.atlas.paper, orientations: settings.orientation.choices, notes: notes)
        }
        let found = try plan(packet.sheet)
        // A picture has no page behind it: what its figures leave out is the last note that it may lose.
        guard notes == .besideMap, !found.notesWithoutRoom.isEmpty, packet.atlas.privateCounts != nil,
            let leftOut = packet.sheet.notes.last
        else { return found }
        var sheet = packet.sheet
        sheet.notes = [leftOut] + sheet.notes.dropLast()
        return try plan(sheet)
    }

    /// The document is dated by its data, so that the same data give the same bytes.
    private func documentFacts(_ packet: AreaPacket) -> DocumentFacts {
        let city = settings.words.city(packet.atlas.city.name)
        return DocumentFacts(
            title: "\(packet.sheet.title), \(city)", author: city,
            subject: packet.sheet.subtitle, language: settings.words.tag,
            created: "\(packet.atlas.asOf)T00:00:00Z")
    }

    private func geoJSON(_ packet: AreaPacket) -> GeoJSONMap {
        GeoJSONMap(
            scene: packet.sheet.scene, table: packet.recordTable,
            facts: [
                ("city", packet.atlas.city.name), ("title", packet.sheet.title),
                ("subtitle", packet.sheet.subtitle), ("as_of", packet.atlas.asOf.description),
                ("edition", packet.atlas.settings.audience.rawValue), ("sources", packet.sheet.colophon),
                ("notes", packet.sheet.notes.map(\.sentence).joined(separator: " ")),
            ])
    }
}
