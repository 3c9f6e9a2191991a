import Geometry
import Records

/// The area and its markers as GeoJSON (RFC 7946), for a geographic information system.
package struct GeoJSONMap: Sendable {
    package var scene: MapScene
    package var table: MarkerTable
    /// Facts of the whole map, as members of the collection.
    package var facts: [(key: String, value: String)]

    package init(scene: MapScene, table: MarkerTable, facts: [(key: String, value: String)]) {
        self.scene = scene
        self.table = table
        self.facts = facts
    }

    /// Returns the file's bytes. The area comes first, then the markers in their order.
    package func bytes() -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("type", "FeatureCollection")
            for fact in facts { json.member(fact.key, fact.value) }
            json.member("features") { json in
                json.array { json in
                    area(&json)
                    for (marker, row) in zip(scene.markers, table.rows) {
                        feature(marker, row: row, json: &json)
                    }
                }
            }
        }
        return json.bytes + [10]
    }

    private func area(_ json: inout JSONText) {
        json.object { json in
            json.member("type", "Feature")
            json.member("geometry") { json in
                json.object { json in
                    json.member("type", "MultiPolygon")
                    json.member("coordinates") { json in
                        json.array { json in
                            for polygon in scene.area.shape.cutAtAntimeridian.polygons {
                                rings(polygon, &json)
                            }
                        }
                    }
                }
            }
            json.member("properties") { json in
                json.object { json in
                    json.member("kind", "area")
                    json.member("title", scene.area.title)
                }
            }
        }
    }

    private func rings(_ polygon: Polygon<Coordinate>, _ json: inout JSONText) {
        json.array { json in
            for ring in polygon.rings {
                json.array { json in for position in ring.positions { coordinate(position, &json) } }
            }
        }
    }

    private func coordinate(_ position: Coordinate, _ json: inout JSONText) {
        json.array { json in
            json.degrees(position.longitude)
            json.degrees(position.latitude)
        }
    }

    private func feature(_ marker: Marker, row: MarkerFacts, json: inout JSONText) {
        json.object { json in
            json.member("type", "Feature")
            json.member("geometry") { json in
                json.object { json in
                    json.member("type", "Point")
                    json.member("coordinates") { coordinate(marker.position.standard, &$0) }
                }
            }
            json.member("properties") { properties(marker, row: row, json: &$0) }
        }
    }

    private func properties(_ marker: Marker, row: MarkerFacts, json: inout JSONText) {
        json.object { json in
            json.member("kind", "case")
            json.member("legend", scene.categories[marker.category].title)
            for (column, value) in zip(table.columns, row.values) {
                json.member(column.key) { value.isEmpty ? $0.null() : $0.string(value) }
            }
            json.member("status", table.statuses[row.status])
            json.member("age_days") { json in row.age.map { json.number($0) } ?? json.null() }
            json.member("repeated") { $0.bool(marker.emphasis.contains(.repeated)) }
            json.member("uncertain") { $0.bool(marker.emphasis.contains(.doubtful)) }
            json.member("misrouted") { $0.bool(marker.emphasis.contains(.misplaced)) }
            json.member("marker-color", scene.categories[marker.category].symbol.color.css)
        }
    }
}
