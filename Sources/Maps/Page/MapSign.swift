/// A sign on a map that is no category's.
enum MapSign: Hashable {
    case number, group
    case emphasis(MarkerEmphasis)
}

extension MapPlan {
    /// The signs that the map has: of a group's members not each is drawn.
    var drawnSigns: Set<MapSign> {
        var signs: Set<MapSign> = []
        if labels.contains(where: { !$0.isEmpty }) { signs.insert(.number) }
        if groups.contains(where: { $0.members.count > 1 }) { signs.insert(.group) }
        for group in groups {
            let drawn = emphasis(of: group)
            for mark in sheet.emphases.map(\.emphasis) where !drawn.isDisjoint(with: mark) {
                signs.insert(.emphasis(mark))
            }
        }
        return signs
    }

    /// What a group's symbol shows: of one marker its own, of several what at least half of them have; a doubt is told of single ones
    /// only.
    func emphasis(of group: MarkerGroup) -> MarkerEmphasis {
        let members = group.members.map { sheet.scene.markers[$0] }
        if let only = members.first, members.count == 1 {
            return only.emphasis.intersection(sheet.tellingEmphases)
        }
        let telling = sheet.tellingEmphases.subtracting(.doubtful)
        return [MarkerEmphasis.repeated, .misplaced].filter { mark in
            telling.contains(mark) && 2 * members.count { $0.emphasis.contains(mark) } >= members.count
        }.reduce(into: MarkerEmphasis()) { $0.formUnion($1) }
    }
}
