import Testing

@testable import FeatureFiles

struct ReferenceSystemNameTests {
    @Test(arguments: [
        ("urn:ogc:def:crs:EPSG::2804", "EPSG:2804"),
        ("http://www.opengis.net/def/crs/EPSG/0/2804", "EPSG:2804"),
        ("http://www.opengis.net/gml/srs/epsg.xml#4326", "EPSG:4326"), ("epsg:26985", "EPSG:26985"),
        ("ESRI:102685", "ESRI:102685"), ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
        ("CRS84", "EPSG:4326"),
        (" PROJCS[\"a\"]", "PROJCS[\"a\"]"), ("+proj=utm +zone=18", "+proj=utm +zone=18"),
    ])
    func `names and addresses of systems become definitions`(name: String, definition: String) {
        #expect(ReferenceSystemName.definition(of: name) == definition)
    }

    @Test(arguments: ["", "WGS 84", "EPSG:", "EPSG:abc", "urn:ogc:def:crs:CITY::1"])
    func `anything else is none`(name: String) { #expect(ReferenceSystemName.definition(of: name) == nil) }
}
