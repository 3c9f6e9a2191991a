import Geometry

/// Writes the streets with TIGER ADDRFEAT columns and the address points with OpenAddresses columns.
struct ReferenceFiles {
    let map: CityMap

    var streets: String {
        var file = GeoJSONText(name: "streets")
        for block in map.blocks where block.kind.isStreet {
            let properties: [(String, String)] = [
                ("TLID", "\(410_000_000 + block.edge)"),
                ("FULLNAME", GeoJSONText.string(block.fullName)),
                ("LFROMHN", number(block.left?.from)), ("LTOHN", number(block.left?.to)),
                ("RFROMHN", number(block.right?.from)), ("RTOHN", number(block.right?.to)),
                ("ZIPL", postcode(block.leftFace)), ("ZIPR", postcode(block.rightFace)),
                ("ROAD_MTFCC", GeoJSONText.string(featureClass(block.kind))),
                ("PARITYL", GeoJSONText.optional(block.left?.parity.rawValue)),
                ("PARITYR", GeoJSONText.optional(block.right?.parity.rawValue)),
                ("OFFSETL", GeoJSONText.string("N")), ("OFFSETR", GeoJSONText.string("N")),
            ]
            file.append(properties: properties, geometry: GeoJSONText.line(block.points))
        }
        return file.closed
    }

    private func number(_ value: Int?) -> String { GeoJSONText.optional(value.map(String.init)) }

    private func postcode(_ face: Int) -> String {
        GeoJSONText.optional(face == map.faces.outside ? nil : map.postcode(ofFace: face))
    }

    /// The Census Bureau's feature classes.
    private func featureClass(_ kind: LineKind) -> String {
        switch kind {
        case .highway: "S1100"
        case .arterial: "S1200"
        case .alley: "S1730"
        default: "S1400"
        }
    }

    var addresses: String {
        var text = "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n"
        for address in map.addresses {
            let position = CityFrame.coordinate(of: address.point)
            let street = map.blocks[address.block].fullName
            text += GeoJSONText.degrees(position.longitude) + "," + GeoJSONText.degrees(position.latitude)
            text += ",\(address.number),\(street),\(address.unit),Fairhaven,,MA,"
            text += "\(map.postcode(ofFace: address.face)),A\(address.id),\n"
        }
        return text
    }
}
