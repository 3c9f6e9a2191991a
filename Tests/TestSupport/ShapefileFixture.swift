import CShapefile
import Foundation

/// Makes shapefiles for tests with shapelib.
package struct ShapefileFixture {
    /// A record: its rings or lines, and one text, whose bytes are taken as they are.
    package struct Record {
        let parts: [[(x: Double, y: Double)]]
        let elevation: Double
        let text: [UInt8]
        let isDeleted: Bool

        package init(
            _ parts: [[(x: Double, y: Double)]], elevation: Double = 0, text: [UInt8] = [],
            isDeleted: Bool = false
        ) {
            self.parts = parts
            self.elevation = elevation
            self.text = text
            self.isDeleted = isDeleted
        }
    }

    package enum Kind {
        case polygon, polygonZ, line, point

        fileprivate var code: Int32 {
            switch self {
            case .polygon: SHPT_POLYGON
            case .polygonZ: SHPT_POLYGONZ
            case .line: SHPT_ARC
            case .point: SHPT_POINT
            }
        }
    }

    struct CannotWrite: Error { let path: String }

    /// Writes `path` with the endings .shp, .shx and .dbf, a text field `name` and a number field `number`.
    ///
    /// - Parameter codePage: What the .dbf names, such as `LDID/87` or the name for a .cpg file.
    package static func write(
        _ kind: Kind, _ records: [Record], to path: String, codePage: String? = nil
    ) throws {
        guard let shapes = SHPCreate(path, kind.code), let table = DBFCreateEx(path, codePage) else {
            throw CannotWrite(path: path)
        }
        DBFAddField(table, "name", FTString, 40, 0)
        DBFAddField(table, "number", FTInteger, 10, 0)
        for (index, record) in records.enumerated() {
            add(record, kind, to: shapes)
            DBFWriteStringAttribute(table, Int32(index), 0, record.text.map { CChar(bitPattern: $0) } + [0])
            DBFWriteIntegerAttribute(table, Int32(index), 1, Int32(index + 1))
            if record.isDeleted { DBFMarkRecordDeleted(table, Int32(index), 1) }
        }
        SHPClose(shapes)
        DBFClose(table)
    }

    /// A record without parts is written as a null shape.
    private static func add(_ record: Record, _ kind: Kind, to shapes: SHPHandle) {
        let points = record.parts.flatMap(\.self)
        var starts: [Int32] = [0]
        for part in record.parts.dropLast() { starts.append((starts.last ?? 0) + Int32(part.count)) }
        let elevations = points.map { _ in record.elevation }
        let object = SHPCreateObject(
            points.isEmpty ? SHPT_NULL : kind.code, -1, points.isEmpty ? 0 : Int32(record.parts.count),
            starts, nil,
            Int32(points.count), points.map(\.x), points.map(\.y), elevations, nil)
        SHPWriteObject(shapes, -1, object)
        SHPDestroyObject(object)
    }
}
