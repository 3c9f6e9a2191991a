import Geometry

/// Finds where along a segment a house number stands.
struct Interpolation {
    let settings: MatchSettings

    struct Place {
        var position: Coordinate
        /// The segment's length, metres.
        var length: Double
    }

    /// Returns the place of a number on a segment's side; a number beyond the range is placed at its end.
    func place(_ number: Int, _ record: SideRecord, side: StreetSide, in reference: StreetReference) -> Place
    {
        let (plane, points) = reference.line(record.segment)
        let path = Path(points)
        let inset = min(settings.endInset, path.length / 4)
        let filling = settings.rangeFilling ?? reference.tables.filling
        let share = share(of: number, in: record, length: path.length, filling)
        let spot = path.spot(inset + share * (path.length - 2 * inset))
        let offset = offset(in: reference)
        return Place(
            position: plane.coordinate(spot.beside(side == .left ? offset : -offset)), length: path.length)
    }

    private func offset(in reference: StreetReference) -> Double {
        let recorded = reference.tables.sideOffset
        return settings.sideOffset ?? (recorded.isNaN ? MatchSettings.defaultSideOffset : recorded)
    }

    /// Returns how far along the segment the number is, 0…1.
    private func share(
        of number: Int, in record: SideRecord, length: Double, _ filling: RangeFilling
    ) -> Double {
        guard record.from != record.to else { return 0.5 }
        let width = Double(record.high - record.low)
        let fromLow = min(1, max(0, Double(number - record.low) / width))
        let filled = filling.share(fromLow, low: record.low, high: record.high, length: length)
        return record.from < record.to ? filled : 1 - filled
    }
}
