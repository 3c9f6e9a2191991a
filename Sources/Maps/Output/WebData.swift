import Geometry
import PageLanguage
import Records

/// What a web page's script reads: cases in columns, lines as differences of whole millionths of a degree.
///
/// 50,000 cases take about 3 MB this way.
struct WebData {
    private let scene: MapScene
    private let table: MarkerTable
    private let tiles: TileServer?
    private let sheet: MapSheet

    init(_ sheet: MapSheet, table: MarkerTable, tiles: TileServer?) {
        self.sheet = sheet
        scene = sheet.scene
        self.table = table
        self.tiles = tiles
    }

    func bytes() -> [UInt8] {
        var json = JSONText()
        json.object { json in
            cases(&json)
            facts(&json)
            legend(&json)
            ground(&json)
            json.member("tiles") { tileServer(&$0) }
            json.member("telling") { $0.number(Int(sheet.tellingEmphases.rawValue)) }
            json.member("marks") { json in
                json.array { json in
                    for mark in sheet.shownEmphases {
                        json.object { json in
                            json.member("mark") { $0.number(Int(mark.emphasis.rawValue)) }
                            json.member("title", mark.title)
                        }
                    }
                }
            }
            words(&json)
        }
        return json.bytes
    }

    /// What the page's script asks for: `t('…')`, and the number that shows how thousands are parted.
    private static let asked: [String] = {
        let script = String(decoding: PackageResources.page_js, as: UTF8.self)
        return Set(script.matches(of: /\bt\('([^']*)'/).map { String($0.1) } + ["1,000"]).sorted()
    }()

    /// The script's words, by the English ones; none for English.
    private func words(_ json: inout JSONText) {
        json.member("words") { json in
            json.object { json in
                for english in Self.asked {
                    if let own = sheet.words.translations[english] { json.member(english, own) }
                }
            }
        }
    }

    /// Those with a place on the map, then the others.
    private var rows: [MarkerFacts] { table.rows + table.unplaced.map(\.facts) }

    private func cases(_ json: inout JSONText) {
        let markers = scene.markers
        json.member("longitude") { $0.numbers(Self.differences(markers.map(\.position.longitude))) }
        json.member("latitude") { $0.numbers(Self.differences(markers.map(\.position.latitude))) }
        json.member("category") { $0.numbers(markers.map(\.category) + table.unplaced.map(\.category)) }
        json.member("emphasis") { $0.numbers(markers.map { Int($0.emphasis.rawValue) }) }
        json.member("status") { $0.numbers(rows.map(\.status)) }
        json.member("age") { $0.numbers(rows.map { $0.age ?? -1 }) }
        json.member("statuses") { $0.strings(table.statuses) }
    }

    /// Each column's different texts once, and for each case which one it has, or −1.
    private func facts(_ json: inout JSONText) {
        json.member("facts") { json in
            json.array { json in
                let rows = rows
                for (index, column) in table.columns.enumerated() {
                    let texts = DistinctTexts(rows.map { $0.values[index] })
                    json.object { json in
                        json.member("title", column.title)
                        json.member("values") { $0.strings(texts.values) }
                        json.member("index") { $0.numbers(texts.indices) }
                    }
                }
            }
        }
    }

    private func legend(_ json: inout JSONText) {
        json.member("categories") { json in
            json.array { json in
                for category in scene.categories {
                    json.object { json in
                        json.member("title", category.title)
                        json.member("shape", category.symbol.shape.rawValue)
                        json.member("color", category.symbol.color.css)
                    }
                }
            }
        }
        json.member("shapes") { json in
            json.object { json in
                for shape in MarkerShape.allCases {
                    json.member(shape.rawValue) { json in
                        json.array { json in
                            for corner in shape.corners {
                                json.array { json in
                                    json.decimal(corner.x)
                                    json.decimal(corner.y)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func ground(_ json: inout JSONText) {
        json.member("area") { rings(scene.area.shape, &$0) }
        json.member("neighbours") { json in
            json.array { json in
                for neighbour in scene.neighbours {
                    json.object { json in
                        json.member("title", neighbour.title)
                        json.member("rings") { rings(neighbour.shape, &$0) }
                        if let middle = AreaMiddle.of(neighbour.shape) {
                            json.member("label") {
                                $0.numbers([
                                    Self.millionths(middle.longitude), Self.millionths(middle.latitude),
                                ])
                            }
                        }
                    }
                }
            }
        }
        json.member("water") { json in json.array { json in for shape in scene.water { rings(shape, &json) } }
        }
        json.member("streets") { streets(&$0) }
    }

    private func rings(_ shape: MultiPolygon<Coordinate>, _ json: inout JSONText) {
        json.array { json in for ring in shape.rings { line(ring.positions, &json) } }
    }

    private func line(_ positions: [Coordinate], _ json: inout JSONText) {
        json.numbers(Self.differences(positions))
    }

    private func streets(_ json: inout JSONText) {
        let streets = tiles == nil ? WebStreets(scene).streets : []
        json.array { json in
            for street in streets {
                json.object { json in
                    json.member("name", street.name)
                    json.member("importance") { $0.number(street.importance.rawValue) }
                    json.member("lines") { json in
                        json.array { json in for positions in street.lines { line(positions, &json) } }
                    }
                }
            }
        }
    }

    private func tileServer(_ json: inout JSONText) {
        guard let tiles else { return json.null() }
        json.object { json in
            json.member("address", tiles.address)
            json.member("attribution", tiles.attribution)
        }
    }

    static func millionths(_ degrees: Double) -> Int { Int((degrees * 1e6).rounded()) }

    private static func differences(_ degrees: [Double]) -> [Int] {
        var previous = 0
        return degrees.map { value in
            let current = millionths(value)
            defer { previous = current }
            return current - previous
        }
    }

    private static func differences(_ line: [Coordinate]) -> [Int] {
        zip(differences(line.map(\.longitude)), differences(line.map(\.latitude))).flatMap { [$0, $1] }
    }
}

/// The different texts of a column, in the order of their first occurrence.
private struct DistinctTexts {
    var values: [String] = []
    var indices: [Int] = []

    init(_ texts: [String]) {
        var known: [String: Int] = [:]
        for text in texts {
            if text.isEmpty {
                indices.append(-1)
            } else if let index = known[text] {
                indices.append(index)
            } else {
                known[text] = values.count
                indices.append(values.count)
                values.append(text)
            }
        }
    }
}
